package org.bargardan.format;

import static org.bargardan.format.FormatProblem.codePointName;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bargardan.format.ExtractedParagraph.Place;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.PlainParagraphs.Found;
import org.bargardan.format.TextEncoding.Decoded;

/// Reads and writes plain text.
///
/// - **Input**: the file's bytes and the charset a person or [TextEncodings] named; a byte order
///   mark is found here.
/// - **Output**: paragraphs and separators which, joined and encoded again, are the input byte for
///   byte; this is tried at reading, and a file that fails is refused.
/// - **Refused**: what begins as a PDF, an archive or a picture does, exceeds the [TextLimits], is
///   malformed, or holds U+0000, U+FFFE or U+FFFF.
/// - Thread-safe, keeps nothing between calls.
public final class PlainText implements FileFormat {

    public static final String FILTER = "plain-text";
    public static final int VERSION = 1;

    /// No more lines than this for one paragraph on average: it only bounds the memory a hostile
    /// file takes.
    private static final int LINES_PER_PARAGRAPH = 10;

    private final TextLimits limits;

    public PlainText(TextLimits limits) {
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
        return "text/plain";
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public int maxBytes() {
        return limits.maxBytes();
    }

    /// @param parameters names the charset; UTF-8 if empty
    @Override
    public ReadResult read(byte[] file, String parameters, Progress progress) {
        return read(
                file,
                parameters.isEmpty()
                        ? StandardCharsets.UTF_8
                        : TextEncoding.parse(parameters).charset());
    }

    /// Edits may make paragraphs of lines, so they are looked for anew.
    @Override
    public ExtractedDocument edited(ExtractedDocument document, List<TextEdit> edits) {
        return edits.isEmpty()
                ? document
                : document(TextEdit.applied(document.text(), edits), document.filterParameters());
    }

    public ReadResult read(byte[] file, Charset charset) {
        Optional<Detection.Reason> noText = FileSignatures.reason(file);
        if (noText.isPresent()) {
            return failed(new Detection.NotText(noText.get()).problem());
        }
        if (file.length > limits.maxBytes()) {
            return failed(FormatProblem.ofFile(Kind.TOO_LARGE, file.length, limits.maxBytes()));
        }
        TextEncoding encoding = TextEncoding.of(file, charset);
        return switch (encoding.decode(file)) {
            case Decoded.Malformed(int offset) -> failed(malformed(file, encoding, offset));
            case Decoded.Text(String text) -> read(text, encoding, file);
        };
    }

    private ReadResult read(String text, TextEncoding encoding, byte[] file) {
        Optional<FormatProblem> problem =
                differenceWhenWritten(text, encoding, file).or(() -> notStorable(text));
        if (problem.isPresent()) {
            return failed(problem.get());
        }
        List<TextLine> lines = TextLine.of(text, limits.maxParagraphs() * LINES_PER_PARAGRAPH + 1);
        Optional<FormatProblem> tooLong = tooLong(text, lines);
        if (tooLong.isPresent()) {
            return failed(tooLong.get());
        }
        ExtractedDocument document = document(text, lines, encoding.write());
        return lines.size() > limits.maxParagraphs() * LINES_PER_PARAGRAPH
                        || document.paragraphs().size() > limits.maxParagraphs()
                ? failed(FormatProblem.ofFile(Kind.TOO_MANY_PARAGRAPHS, limits.maxParagraphs()))
                : new ReadResult.Read(document);
    }

    private ExtractedDocument document(String text, String parameters) {
        return document(text, TextLine.of(text, Integer.MAX_VALUE), parameters);
    }

    private ExtractedDocument document(String text, List<TextLine> lines, String parameters) {
        List<Found> found =
                new PlainParagraphs(text, lines, limits.maxParagraphCodePoints()).find();
        var paragraphs = new ArrayList<ExtractedParagraph>(found.size());
        int done = 0;
        for (Found paragraph : found) {
            paragraphs.add(
                    new ExtractedParagraph(
                            text.substring(done, paragraph.start()),
                            text.substring(paragraph.start(), paragraph.end()),
                            paragraph.kind(),
                            paragraph.level(),
                            Place.of("p" + paragraphs.size())));
            done = paragraph.end();
        }
        return new ExtractedDocument(paragraphs, text.substring(done), FILTER, parameters, VERSION);
    }

    /// Writes the file as it was read.
    public WriteResult writeSource(ExtractedDocument document, OutputStream out)
            throws IOException {
        return write(
                document,
                document.paragraphs().stream().map(ExtractedParagraph::text).toList(),
                TextEncoding.parse(document.filterParameters()),
                out);
    }

    /// Writes a translation in UTF-8 without a byte order mark.
    public WriteResult write(ExtractedDocument structure, List<String> targets, OutputStream out)
            throws IOException {
        return write(structure, targets, new TextEncoding(StandardCharsets.UTF_8, false), out);
    }

    /// Writes a translation: the source's separators with a target in place of each paragraph. If
    /// the charset lacks a character, nothing is written.
    public WriteResult write(
            ExtractedDocument structure,
            List<String> targets,
            TextEncoding encoding,
            OutputStream out)
            throws IOException {
        if (targets.size() != structure.paragraphs().size()) {
            throw new IllegalArgumentException(
                    targets.size()
                            + " targets of "
                            + structure.paragraphs().size()
                            + " paragraphs");
        }
        var text = new StringBuilder();
        for (int i = 0; i < targets.size(); i++) {
            text.append(structure.paragraphs().get(i).separatorBefore()).append(targets.get(i));
        }
        text.append(structure.textAfter());
        Optional<byte[]> file = encoding.encode(text.toString());
        if (file.isEmpty()) {
            return new WriteResult.Failed(notEncodable(structure, targets, encoding));
        }
        out.write(file.get());
        return new WriteResult.Written(file.get().length);
    }

    private static ReadResult failed(FormatProblem problem) {
        return new ReadResult.Failed(problem);
    }

    private static FormatProblem malformed(byte[] file, TextEncoding encoding, int offset) {
        // What stands before decodes, as the decoder came so far.
        return encoding.decode(Arrays.copyOf(file, offset)) instanceof Decoded.Text(String before)
                ? after(before, Kind.MALFORMED, encoding.charset().name(), offset)
                : FormatProblem.ofFile(Kind.MALFORMED, encoding.charset().name(), offset);
    }

    private static FormatProblem after(String before, Kind kind, Object... arguments) {
        int line = TextLine.of(before + "x", Integer.MAX_VALUE).getLast().number();
        int lineStart = TextLine.lineStart(before + "x", before.length());
        return FormatProblem.at(
                line, before.codePointCount(lineStart, before.length()) + 1, kind, arguments);
    }

    private static Optional<FormatProblem> differenceWhenWritten(
            String text, TextEncoding encoding, byte[] file) {
        byte[] written = encoding.encode(text).orElse(new byte[0]);
        int difference = Arrays.mismatch(file, written);
        return difference < 0
                ? Optional.empty()
                : Optional.of(
                        FormatProblem.ofFile(
                                Kind.NOT_WRITABLE_BACK, encoding.charset().name(), difference));
    }

    private static Optional<FormatProblem> notStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == '\uFFFE' || c == '\uFFFF') {
                return Optional.of(
                        after(text.substring(0, i), Kind.NOT_STORABLE, codePointName(c)));
            }
        }
        return Optional.empty();
    }

    private Optional<FormatProblem> tooLong(String text, List<TextLine> lines) {
        int limit = limits.maxParagraphCodePoints();
        return lines.stream()
                .filter(line -> line.length(text) > limit)
                .findFirst()
                .map(line ->
                        FormatProblem.at(
                                line.number(),
                                0,
                                Kind.LINE_TOO_LONG,
                                line.number(),
                                line.length(text),
                                limit));
    }

    private static FormatProblem notEncodable(
            ExtractedDocument structure, List<String> targets, TextEncoding encoding) {
        CharsetEncoder encoder = encoding.encoder();
        for (int i = 0; i <= targets.size(); i++) {
            boolean last = i == targets.size();
            String separator =
                    last ? structure.textAfter() : structure.paragraphs().get(i).separatorBefore();
            String text = last ? separator : separator + targets.get(i);
            for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
                int codePoint = text.codePointAt(at);
                if (!encoder.canEncode(CharBuffer.wrap(Character.toChars(codePoint)))) {
                    int offset = text.codePointCount(0, Math.max(at, separator.length()));
                    return FormatProblem.ofFile(
                            Kind.NOT_ENCODABLE,
                            encoding.charset().name(),
                            codePointName(codePoint),
                            last ? i : i + 1,
                            offset - separator.codePointCount(0, separator.length()));
                }
            }
        }
        throw new IllegalStateException(encoding.charset() + " takes each character, but not all");
    }
}
