package org.bargardan.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.ReadResult.LeftOut;
import org.jspecify.annotations.Nullable;

/// Reads the text of a PDF, which knows places only, in the order in which people read it.
///
/// - **Input**: the file's bytes.
/// - **Output**: paragraphs in reading order, each with its page; headings, lists and footnotes as
///   such; running heads and page numbers apart. How: [PdfGlyphs] collects signs and places,
///   [PdfColumns] cuts pages into blocks and lines, [PdfOrder] turns lines round, [PdfFurniture]
///   and [PdfParagraphs] do the rest.
/// - **Refused**: what needs a password, cannot be opened, shows no letters (scanned or drawn),
///   does not say which letters it shows, or exceeds the [PdfLimits]. A page alone that is so is
///   left out and named.
/// - **Never**: fetches, scripts, attachments, fonts of the machine, files beside the memory.
/// - The file is never written again: a translation leaves in another format.
/// - Thread-safe, keeps nothing between calls.
public final class PdfText implements FileFormat {

    public static final String FILTER = "pdf-text";
    public static final int VERSION = 1;

    /// More signs of unknown meaning than this, and what is read is no text.
    private static final double UNKNOWN_MOST = 0.2;

    /// A page whose pictures cover so much of it was scanned.
    private static final double SCANNED_SHARE = 0.5;

    /// Scanners stamp their name on pages.
    private static final int FEW_SIGNS = 12;

    private static final String STROKE = "\u0640";

    static {
        PdfFonts.use();
    }

    private final PdfLimits limits;

    public PdfText(PdfLimits limits) {
        this.limits = limits;
    }

    @Override
    public String filter() {
        return FILTER;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String ending() {
        return "pdf";
    }

    @Override
    public int maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public ReadResult read(byte[] file, String parameters, Progress progress) {
        if (file.length > limits.maxBytes()) {
            return failed(FormatProblem.ofFile(Kind.TOO_LARGE, file.length, limits.maxBytes()));
        }
        var budget = new PdfBudget(limits);
        try {
            PdfStreams.check(file, budget);
            try (var document =
                    Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
                return new Reading(budget, progress).read(document);
            }
        } catch (InterruptedReading e) {
            throw e;
        } catch (InvalidPasswordException e) {
            return failed(FormatProblem.ofFile(Kind.PDF_ENCRYPTED));
        } catch (PdfBudget.Exceeded e) {
            return failed(e.problem());
        } catch (IOException | RuntimeException e) {
            // Whatever PDFBox stumbles over in a damaged file says only that it is damaged.
            return failed(FormatProblem.ofFile(Kind.PDF_BROKEN));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Dictionaries within dictionaries, or a length no memory has; both let go of it all.
            return failed(FormatProblem.ofFile(Kind.PDF_TOO_COMPLEX));
        }
    }

    private static ReadResult failed(FormatProblem problem) {
        return new ReadResult.Failed(problem);
    }

    /// One document on its way.
    private final class Reading {

        private final PdfBudget budget;
        private final Progress progress;
        private final List<List<PdfTextLine>> pages = new ArrayList<>();
        private final List<FormatProblem> problems = new ArrayList<>();
        private int blocks;
        private int turnedBrackets;
        private long signs;
        private long unknownSigns;
        private int scannedPages;
        private int brokenPages;

        Reading(PdfBudget budget, Progress progress) {
            this.budget = budget;
            this.progress = progress;
        }

        ReadResult read(PDDocument document) throws IOException {
            int count = document.getNumberOfPages();
            if (count == 0) {
                return failed(FormatProblem.ofFile(Kind.PDF_BROKEN));
            }
            if (count > limits.maxPages()) {
                return failed(FormatProblem.ofFile(Kind.PDF_TOO_MANY_PAGES, limits.maxPages()));
            }
            var collector = new PdfGlyphs(budget);
            for (int number = 1; number <= count; number++) {
                progress.at(number - 1, count);
                budget.beginPage();
                pages.add(page(document, number, collector));
            }
            if (unknownSigns > UNKNOWN_MOST * signs) {
                return failed(
                        FormatProblem.ofFile(
                                Kind.PDF_UNKNOWN_LETTERS,
                                Math.round(100.0 * unknownSigns / signs)));
            }
            if (pages.stream().allMatch(List::isEmpty)) {
                return failed(
                        FormatProblem.ofFile(
                                scannedPages > 0
                                        ? Kind.PDF_SCANNED
                                        : brokenPages > 0 ? Kind.PDF_BROKEN : Kind.PDF_NO_TEXT));
            }
            return reading();
        }

        private List<PdfTextLine> page(PDDocument document, int number, PdfGlyphs collector)
                throws IOException {
            try {
                var page = document.getPage(number - 1);
                return lines(number, page, collector.of(page));
            } catch (PdfBudget.Exceeded | InterruptedReading e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                brokenPages++;
                problems.add(FormatProblem.ofFile(Kind.PDF_PAGE_BROKEN, number));
                return List.of();
            }
        }

        private List<PdfTextLine> lines(int number, PDPage page, PdfGlyphs.Page found) {
            var box = page.getCropBox();
            long visible =
                    found.directions().stream()
                            .flatMap(List::stream)
                            .filter(sign -> !sign.isSpace())
                            .count();
            if (visible < FEW_SIGNS
                    && found.pictures() > SCANNED_SHARE * box.getWidth() * box.getHeight()) {
                scannedPages++;
                problems.add(FormatProblem.ofFile(Kind.PDF_PAGE_SCANNED, number));
                return List.of();
            }
            if (visible == 0 && budget.isDamaged()) {
                brokenPages++;
                problems.add(FormatProblem.ofFile(Kind.PDF_PAGE_BROKEN, number));
                return List.of();
            }
            var lines = new ArrayList<PdfTextLine>();
            long unknown = 0;
            for (int direction = 0; direction < found.directions().size(); direction++) {
                var glyphs = withStrokesNamed(found.directions().get(direction));
                unknown += glyphs.stream().filter(sign -> sign.unknown() != 0).count();
                boolean toLeft = runsToLeft(glyphs);
                for (var block : PdfColumns.of(glyphs, toLeft)) {
                    for (var line : block) {
                        turnedBrackets += line.isRightToLeft(toLeft) ? line.turnedBrackets() : 0;
                        lines.add(PdfTextLine.of(line, number, blocks, direction, toLeft));
                    }
                    blocks++;
                }
            }
            signs += visible;
            unknownSigns += unknown;
            if (unknown > 0) {
                problems.add(FormatProblem.ofFile(Kind.PDF_PAGE_UNKNOWN_LETTERS, number, unknown));
            }
            lines.removeIf(line -> line.text().isBlank());
            return lines;
        }

        private ReadResult.Read reading() {
            boolean mirrored = turnedBrackets > 0;
            pages.replaceAll(lines ->
                    lines.stream()
                            .map(line -> line.withText(mirrored ? line.mirrored() : line.text()))
                            .toList());
            var furniture = PdfFurniture.of(pages);
            var leftOut = new ArrayList<LeftOut>();
            var body = new ArrayList<PdfTextLine>();
            for (var page : pages) {
                for (var line : page) {
                    if (furniture.contains(line)) {
                        leftOut.add(new LeftOut(line.page(), line.text()));
                    } else {
                        body.add(line);
                    }
                }
            }
            var document =
                    new ExtractedDocument(new PdfParagraphs(body).find(), "", FILTER, "", VERSION);
            return new ReadResult.Read(document, pages.size(), leftOut, problems);
        }
    }

    private static boolean runsToLeft(List<PdfGlyph> glyphs) {
        long right = glyphs.stream().filter(sign -> PdfOrder.isRight(sign.text())).count();
        long left = glyphs.stream().filter(sign -> PdfOrder.isLeft(sign.text())).count();
        return right > left;
    }

    /// With the strokes that stretch words named: some programs do not say what their sign is, but
    /// it is the only such sign of its font and stands between letters that it touches.
    private static List<PdfGlyph> withStrokesNamed(List<PdfGlyph> glyphs) {
        Map<Integer, Set<Integer>> unknown = new HashMap<>();
        for (var sign : glyphs) {
            if (sign.unknown() != 0) {
                unknown.computeIfAbsent(PdfGlyphs.fontOf(sign.unknown()), any -> new HashSet<>())
                        .add(sign.unknown());
            }
        }
        if (unknown.isEmpty()) {
            return glyphs;
        }
        Set<Integer> strokes = new HashSet<>();
        unknown.values().stream()
                .filter(signs -> signs.size() == 1)
                .map(signs -> signs.iterator().next())
                .filter(sign -> isStroke(glyphs, sign))
                .forEach(strokes::add);
        return glyphs.stream()
                .map(sign -> strokes.contains(sign.unknown()) ? sign.as(STROKE) : sign)
                .toList();
    }

    private static boolean isStroke(List<PdfGlyph> glyphs, int unknown) {
        int all = 0;
        int between = 0;
        for (int i = 0; i < glyphs.size(); i++) {
            if (glyphs.get(i).unknown() == unknown) {
                all++;
                between += joins(glyphs, i, -1, unknown) && joins(glyphs, i, 1, unknown) ? 1 : 0;
            }
        }
        return between * 20 >= all * 19;
    }

    private static boolean joins(List<PdfGlyph> glyphs, int at, int step, int unknown) {
        var sign = glyphs.get(at);
        @Nullable PdfGlyph next = null;
        for (int i = at + step; i >= 0 && i < glyphs.size() && next == null; i += step) {
            next =
                    glyphs.get(i).isMark() || glyphs.get(i).unknown() == unknown
                            ? null
                            : glyphs.get(i);
            if (glyphs.get(i).unknown() == unknown) {
                sign = glyphs.get(i);
            }
        }
        return next != null
                && PdfOrder.isRight(next.text())
                && Math.abs(next.baseline() - sign.baseline()) < 0.1 * sign.size()
                && Math.max(next.left() - sign.right(), sign.left() - next.right())
                        < 0.15 * sign.size();
    }
}
