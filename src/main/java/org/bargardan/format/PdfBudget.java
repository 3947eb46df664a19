package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.bargardan.format.FormatProblem.Kind;

/// What reading one PDF may still cost.
///
/// PDFBox unpacks a stream into memory as a whole, so each is measured before it is handed over.
final class PdfBudget {

    private static final int MAX_DEPTH = 50;

    /// A form may show two others and each of them two more; a page of text shows a few.
    private static final int MOST_FORMS_ON_PAGE = 2_000;

    /// The largest table of letters that fonts have is half a megabyte.
    private static final int MOST_LETTERS_BYTES = 4 * 1024 * 1024;

    /// Four times all codes of two bytes.
    private static final long MOST_CODES = 4L << 16;

    private static final Pattern RANGES =
            Pattern.compile("begin(bf|cid)range(.*?)(?:end|\\z)", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("\\[[^\\]]*(?:\\]|\\z)");
    private static final Pattern HEX = Pattern.compile("<([^<>]*)>");

    /// What LZW made of a text is never that much smaller; what was made to do harm is refused for
    /// its sum.
    private static final long LZW_RATIO = 50;

    private static final List<COSName> LZW =
            List.of(COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION);
    private static final List<COSName> FLATE =
            List.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    /// Reading the clock costs more than an instruction.
    private static final int OPERATORS_PER_LOOK = 1_000;

    private static final List<COSName> FONT_STREAMS =
            List.of(
                    COSName.FONT_FILE,
                    COSName.FONT_FILE2,
                    COSName.FONT_FILE3,
                    COSName.TO_UNICODE,
                    COSName.ENCODING);

    private final PdfLimits limits;
    private final long deadline;
    private final Set<Object> checked = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean damaged;
    private long unpacked;
    private long operators;
    private long signs;
    private long signsOnPage;
    private int formsOnPage;

    PdfBudget(PdfLimits limits) {
        this.limits = limits;
        deadline = System.nanoTime() + limits.maxTime().toNanos();
    }

    /// Reading stops, for this reason.
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1;

        private final transient FormatProblem problem;

        Exceeded(FormatProblem problem) {
            super(problem.kind().name());
            this.problem = problem;
        }

        FormatProblem problem() {
            return problem;
        }
    }

    int maxDepth() {
        return MAX_DEPTH;
    }

    void beginPage() throws Exceeded {
        signsOnPage = 0;
        formsOnPage = 0;
        damaged = false;
        checkTime();
    }

    /// Something on this page could not be made out.
    void noteDamage() {
        damaged = true;
    }

    boolean isDamaged() {
        return damaged;
    }

    void countOperator() throws Exceeded {
        if (++operators > limits.maxOperators()) {
            throw tooComplex();
        }
        if (operators % OPERATORS_PER_LOOK == 0) {
            checkTime();
        }
    }

    void countForm() throws Exceeded {
        if (++formsOnPage > MOST_FORMS_ON_PAGE) {
            throw tooComplex();
        }
    }

    void countGlyph() throws Exceeded {
        if (++signs > limits.maxSigns() || ++signsOnPage > limits.maxSignsOnPage()) {
            throw tooComplex();
        }
    }

    void checkTime() throws Exceeded {
        if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
            throw tooComplex();
        }
    }

    static Exceeded tooComplex() {
        return new Exceeded(FormatProblem.ofFile(Kind.PDF_TOO_COMPLEX));
    }

    void checkFont(COSDictionary font) throws IOException {
        if (checked.add(font)) {
            checkStreams(font, 0);
        }
    }

    /// PDFBox writes out each code of a range, and a range may be of four billion.
    private void checkRanges(COSStream letters) throws IOException {
        String text;
        try (var in = letters.createInputStream()) {
            text = new String(in.readNBytes(MOST_LETTERS_BYTES + 1), ISO_8859_1);
        }
        if (text.length() > MOST_LETTERS_BYTES) {
            throw tooComplex();
        }
        long codes = 0;
        var section = RANGES.matcher(text);
        while (section.find()) {
            boolean toLetters = section.group(1).equals("bf");
            var ends = new ArrayList<Long>();
            var hex = HEX.matcher(LIST.matcher(section.group(2)).replaceAll("<0>"));
            while (hex.find()) {
                var digits = hex.group(1).replaceAll("[^0-9A-Fa-f]", "");
                ends.add(digits.length() > 8 ? -1 : Long.parseLong("0" + digits, 16));
            }
            int step = toLetters ? 3 : 2;
            for (int i = 0; i + 1 < ends.size(); i += step) {
                boolean tooLong = ends.get(i) < 0 || ends.get(i + 1) < 0;
                codes += tooLong ? MOST_CODES : Math.max(0, ends.get(i + 1) - ends.get(i));
            }
        }
        if (codes >= MOST_CODES) {
            throw tooComplex();
        }
    }

    /// The streams that a font is read from, wherever in its dictionaries they stand.
    private void checkStreams(COSDictionary font, int depth) throws IOException {
        for (var name : FONT_STREAMS) {
            if (font.getDictionaryObject(name) instanceof COSStream stream) {
                check(stream);
                if (name.equals(COSName.TO_UNICODE) || name.equals(COSName.ENCODING)) {
                    checkRanges(stream);
                }
            }
        }
        if (depth > 2) {
            return;
        }
        if (font.getDictionaryObject(COSName.FONT_DESC) instanceof COSDictionary descriptor) {
            checkStreams(descriptor, depth + 1);
        }
        if (font.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray descendants
                && descendants.size() > 0
                && descendants.getObject(0) instanceof COSDictionary descendant) {
            checkStreams(descendant, depth + 1);
        }
    }

    /// Measures a stream once, without keeping what it unpacks to.
    void check(COSStream stream) throws IOException {
        if (!checked.add(stream)) {
            return;
        }
        try (var raw = stream.createRawInputStream()) {
            var filters = filters(stream);
            if (filters.stream().anyMatch(LZW::contains)) {
                count(raw.readAllBytes().length * LZW_RATIO);
            } else if (filters.stream().anyMatch(FLATE::contains)) {
                if (filters.size() > 1) {
                    throw tooComplex();
                }
                count(inflated(raw));
            }
        } catch (DataFormatException e) {
            // PDFBox takes what it can, which is no more than was measured.
            damaged = true;
        }
    }

    private static List<COSName> filters(COSStream stream) {
        var filters = new ArrayList<COSName>();
        switch (stream.getFilters()) {
            case COSName name -> filters.add(name);
            case COSArray names -> {
                for (int i = 0; i < names.size(); i++) {
                    if (names.getObject(i) instanceof COSName name) {
                        filters.add(name);
                    }
                }
            }
            case null, default -> {}
        }
        return filters;
    }

    void checkPacked(byte[] file, int from) throws Exceeded {
        try {
            count(inflated(new ByteArrayInputStream(file, from, file.length - from)));
        } catch (DataFormatException | IOException e) {
            if (e instanceof Exceeded exceeded) {
                throw exceeded;
            }
        }
    }

    private long inflated(InputStream packed) throws IOException, DataFormatException {
        var inflater = new Inflater();
        var in = new byte[8 * 1024];
        var out = new byte[64 * 1024];
        long bytes = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = packed.read(in);
                    if (read < 0) {
                        break;
                    }
                    inflater.setInput(in, 0, read);
                }
                int more = inflater.inflate(out);
                bytes += more;
                if (bytes > limits.maxStreamBytes()) {
                    throw tooComplex();
                }
                if (more == 0 && inflater.needsDictionary()) {
                    break;
                }
            }
        } finally {
            inflater.end();
        }
        return bytes;
    }

    private void count(long bytes) throws Exceeded {
        unpacked += bytes;
        if (unpacked > limits.maxUnpackedBytes()) {
            throw tooComplex();
        }
    }
}
