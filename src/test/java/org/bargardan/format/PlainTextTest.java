package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bargardan.format.FormatProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final long SEED = 1403;

    private static final String WRAPPED =
            """
            The lantern stood on the sill all night, and nobody in the house
            remembered who had lit it, or why the window had been left open to
            the rain.

            When morning came the oil was gone and the glass was black, so the
            youngest of them carried it down to the river and washed it there,
            slowly, as one washes something that belongs to a guest.
            """;

    private final PlainText plainText = new PlainText(TextLimits.DEFAULT);

    @Test
    void everyLineIsAParagraphAndTheWhiteSpaceAroundItASeparator() {
        ExtractedDocument document =
                read("\n  First line. \t\r\n\u00A0\nSecond\u00A0line.\u00A0\f\n");
        assertThat(document.paragraphs())
                .containsExactly(
                        body(0, "\n  ", "First line."),
                        body(1, " \t\r\n\u00A0\n", "Second\u00A0line."));
        assertThat(document.textAfter()).isEqualTo("\u00A0\f\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\f", "\n\n", "\r\n\f"})
    void everyLineTerminatorPartsParagraphs(String terminator) {
        assertThat(read("One is here." + terminator + "Two is here.").paragraphs())
                .containsExactly(body(0, "", "One is here."), body(1, terminator, "Two is here."));
    }

    @Test
    void invisibleMarksAreContent() {
        assertThat(read("\u200Cمی\u200C \n \u2067متن.\u200F\nx\uFEFF.").paragraphs())
                .extracting(ExtractedParagraph::text)
                .containsExactly("\u200Cمی\u200C", "\u2067متن.\u200F", "x\uFEFF.");
    }

    @Test
    void aBlockIsAParagraphWhereTheLinesAreHardWrapped() {
        assertThat(read(WRAPPED).paragraphs())
                .extracting(ExtractedParagraph::text)
                .containsExactly(WRAPPED.strip().split("\n\n"));
    }

    @Test
    void linesThatLeaveRoomForTheNextWordAreNotHardWrapped() {
        String text =
                """
                She said that the boat would leave before the sun was up over us
                and then it rained
                and the ferryman who had promised us his place was never there
                nor was his brother

                so we walked along the shore until the lights of the other town
                came up
                """;
        assertThat(read(text).paragraphs()).hasSize(6);
    }

    @Test
    void aSentenceEndingBeforeTheMarginEndsAParagraphOfAWrappedFile() {
        String end =
                """
                The youngest went back up the hill with it, past the house of the
                ferryman, and set it on the sill again, empty.\
                """;
        String text = WRAPPED + "\nIt was clean.\n" + end;
        assertThat(read(text).paragraphs())
                .extracting(ExtractedParagraph::text)
                .endsWith("It was clean.", end);
    }

    @Test
    void aShortLineAloneWithoutAnEndMarkIsAHeading() {
        ExtractedDocument document =
                read(
                        "فانوس\n\nشب بود و باران می‌بارید.\n\nفصل یکم\n\nصبح شد.\nThe end\nof it.\n\n«تمام.»\n");
        assertThat(document.paragraphs())
                .extracting(ExtractedParagraph::kind, ExtractedParagraph::level)
                .containsExactly(
                        tuple(ParagraphKind.HEADING, 1),
                        tuple(ParagraphKind.BODY, 0),
                        tuple(ParagraphKind.HEADING, 2),
                        tuple(ParagraphKind.BODY, 0),
                        tuple(ParagraphKind.BODY, 0),
                        tuple(ParagraphKind.BODY, 0),
                        tuple(ParagraphKind.BODY, 0));
    }

    @Test
    void aBlankLineAfterEveryLineMakesNoHeadings() {
        String text = WRAPPED.replace("\n\n", "\n").replace("\n", "\n\n").repeat(2);
        assertThat(kinds(text)).hasSize(12).containsOnly(ParagraphKind.BODY);
    }

    @Test
    void shortLinesTogetherAreVerseLineByLine() {
        String text =
                "فانوس را ببر به لب رود\nشیشه را بشوی از شب\nبگذار صبح در آن بیاید.\n\nAnd then they all slept until noon.\n";
        assertThat(kinds(text))
                .containsExactly(
                        ParagraphKind.VERSE,
                        ParagraphKind.VERSE,
                        ParagraphKind.VERSE,
                        ParagraphKind.BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. oil",
                "۱. روغن",
                "12) wick",
                "- glass",
                "• glass",
                "الف) شیشه",
                "ب) فتیله",
                "(3) river"
            })
    void aListMarkBeginsAListItem(String item) {
        assertThat(kinds("What we need.\n" + item + "\n" + item))
                .containsExactly(ParagraphKind.BODY, ParagraphKind.LIST, ParagraphKind.LIST);
    }

    @Test
    void anAloneNumberedLineBetweenParagraphsIsAHeading() {
        assertThat(kinds("It began.\n\n2. The river\n\nIt went on."))
                .containsExactly(ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.BODY);
    }

    @Test
    void notesQuotationsAndOrnamentsAreKnownByTheirMarks() {
        assertThat(kinds("It was late.\n[^1]: Before dawn.\n> He slept.\n* * *\n……\n"))
                .containsExactly(
                        ParagraphKind.BODY,
                        ParagraphKind.FOOTNOTE,
                        ParagraphKind.QUOTE,
                        ParagraphKind.FURNITURE,
                        ParagraphKind.BODY);
    }

    @Test
    void aTranslationStandsBetweenTheSeparatorsOfItsSource() throws IOException {
        ExtractedDocument source = read("\r\nA house\r\n\r\n  By the river. \f");
        var out = new ByteArrayOutputStream();
        assertThat(plainText.write(source, List.of("خانه‌ای", "کنار رود."), out))
                .isEqualTo(new WriteResult.Written(out.size()));
        assertThat(out.toString(UTF_8)).isEqualTo("\r\nخانه‌ای\r\n\r\n  کنار رود. \f");
    }

    @Test
    void aTranslationIsNotWrittenInACharsetThatLacksItsLetters() throws IOException {
        ExtractedDocument source = read("One is here.\n\nTwo is here.");
        var out = new ByteArrayOutputStream();
        var encoding = new TextEncoding(ISO_8859_1, false);
        assertThat(plainText.write(source, List.of("Un.", "Où 😀ش"), encoding, out))
                .isEqualTo(
                        new WriteResult.Failed(
                                problem(
                                        0,
                                        0,
                                        Kind.NOT_ENCODABLE,
                                        "ISO-8859-1",
                                        "U+1F600",
                                        "2",
                                        "3")));
        assertThat(out.size()).isZero();
        assertThatThrownBy(() -> plainText.write(source, List.of("Un."), out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theParametersNameCharsetAndByteOrderMark() {
        assertThat(read("سلام", UTF_16LE, true).filterParameters())
                .isEqualTo("charset=UTF-16LE;bom=true");
        assertThat(read("Hello", StandardCharsets.UTF_8, false).filterParameters())
                .isEqualTo("charset=UTF-8;bom=false");
        byte[] bigEndian = {(byte) 0xFE, (byte) 0xFF, 0, 'a'};
        assertThat(document(plainText.read(bigEndian, StandardCharsets.UTF_16)).filterParameters())
                .isEqualTo("charset=UTF-16BE;bom=true");
    }

    @Test
    void anEmptyFileHasNothingToRead() {
        assertThat(problemOf(new byte[0], UTF_8)).isEqualTo(problem(0, 0, Kind.EMPTY));
    }

    @Test
    void aFileOfAnotherCharsetIsRefusedNamingTheByte() {
        byte[] file = "سلام".getBytes(WINDOWS_1256);
        assertThat(problemOf(file, UTF_8)).isEqualTo(problem(1, 1, Kind.MALFORMED, "UTF-8", "0"));
        byte[] cut = Arrays.copyOf("a\nسلام".getBytes(UTF_8), 7);
        assertThat(problemOf(cut, UTF_8)).isEqualTo(problem(2, 3, Kind.MALFORMED, "UTF-8", "6"));
    }

    @Test
    void aSurrogateAloneIsRefusedNamingItsPlace() {
        byte[] utf16 = {'a', 0, '\n', 0, 'b', 0, 0x3D, (byte) 0xD8, 'c', 0};
        assertThat(problemOf(utf16, UTF_16LE))
                .isEqualTo(problem(2, 2, Kind.MALFORMED, "UTF-16LE", "6"));
        byte[] utf8 = {'a', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0xBD};
        assertThat(problemOf(utf8, UTF_8)).isEqualTo(problem(2, 1, Kind.MALFORMED, "UTF-8", "2"));
    }

    @Test
    void aFileThatWouldComeOutDifferentIsRefused() {
        // ISO-2022-JP may switch character sets where nothing follows.
        byte[] file = {'a', 0x1B, '(', 'B', 'b'};
        assertThat(problemOf(file, Charset.forName("ISO-2022-JP")))
                .isEqualTo(problem(0, 0, Kind.NOT_WRITABLE_BACK, "ISO-2022-JP", "1"));
    }

    @Test
    void whatNoDatabaseHoldsIsRefusedNamingItsPlace() {
        assertThat(problemOf("one\r\n\r\ntw\u0000o".getBytes(UTF_8), UTF_8))
                .isEqualTo(problem(3, 3, Kind.NOT_STORABLE, "U+0000"));
    }

    @Test
    void aLineOfFiveMegabytesIsTooLong() {
        byte[] file = ("one\n\n" + "long ".repeat(1_000_000)).getBytes(UTF_8);
        assertThat(problemOf(file, UTF_8))
                .isEqualTo(problem(3, 0, Kind.LINE_TOO_LONG, "3", "4999999", "100000"));
    }

    @Test
    void aFileOf21MegabytesIsTooLarge() {
        byte[] file = new byte[21 * 1024 * 1024];
        Arrays.fill(file, (byte) 'a');
        assertThat(problemOf(file, UTF_8))
                .isEqualTo(problem(0, 0, Kind.TOO_LARGE, "22020096", "20971520"));
    }

    @Test
    void moreParagraphsThanTheLimitAreTooMany() {
        byte[] file = "A line.\n".repeat(200_001).getBytes(UTF_8);
        assertThat(problemOf(file, UTF_8))
                .isEqualTo(problem(0, 0, Kind.TOO_MANY_PARAGRAPHS, "200000"));
    }

    @Test
    void textsAsPeopleHaveThemComeBackByteForByte() throws IOException {
        try (var files = Files.list(SharedFiles.path("seeds"))) {
            List<Path> texts =
                    files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            assertThat(texts).hasSize(5);
            for (Path text : texts) {
                byte[] file = Files.readAllBytes(text);
                assertThat(writtenBack(file, UTF_8)).as(text.toString()).isEqualTo(file);
            }
        }
    }

    @Test
    void generatedTextsComeBackByteForByte() throws IOException {
        var random = new GeneratedTexts(SEED);
        for (int i = 0; i < 500; i++) {
            var generated = GeneratedFile.next(random);
            String description = "text %d of seed %d in %s".formatted(i, SEED, generated.charset());
            byte[] file = generated.bytes();
            ExtractedDocument document = document(plainText.read(file, generated.charset()));
            assertThat(document.text()).as(description).isEqualTo(generated.text());
            assertThat(writtenBack(file, generated.charset())).as(description).isEqualTo(file);
            assertThat(document.paragraphs())
                    .as(description)
                    .allSatisfy(paragraph ->
                            assertThat(paragraph.text()).isEqualTo(trimmed(paragraph)));
        }
    }

    /// The text of a paragraph after white space moved out of its separator, if there were a letter
    /// in that.
    private static String trimmed(ExtractedParagraph paragraph) {
        String around = paragraph.separatorBefore() + paragraph.text();
        return around.replaceAll("(?U)^[\\s\\h\\v]+|[\\s\\h\\v]+$", "");
    }

    private List<ParagraphKind> kinds(String text) {
        return read(text).paragraphs().stream().map(ExtractedParagraph::kind).toList();
    }

    private ExtractedDocument read(String text) {
        return read(text, UTF_8, false);
    }

    private ExtractedDocument read(String text, Charset charset, boolean bom) {
        return document(plainText.read(file(text, charset, bom), charset));
    }

    private static byte[] file(String text, Charset charset, boolean bom) {
        return ((bom ? "\uFEFF" : "") + text).getBytes(charset);
    }

    private byte[] writtenBack(byte[] file, Charset charset) throws IOException {
        var out = new ByteArrayOutputStream();
        plainText.writeSource(document(plainText.read(file, charset)), out);
        return out.toByteArray();
    }

    private static ExtractedDocument document(ReadResult result) {
        return switch (result) {
            case ReadResult.Read(ExtractedDocument document, _, _, _) -> document;
            case ReadResult.Failed(FormatProblem problem) ->
                    throw new AssertionError("not read: " + problem);
        };
    }

    private FormatProblem problemOf(byte[] file, Charset charset) {
        return switch (plainText.read(file, charset)) {
            case ReadResult.Read read -> throw new AssertionError("read: " + read.document());
            case ReadResult.Failed(FormatProblem problem) -> problem;
        };
    }

    private static FormatProblem problem(int line, int column, Kind kind, String... arguments) {
        return new FormatProblem(line, column, kind, List.of(arguments));
    }

    private static ExtractedParagraph body(int number, String separatorBefore, String text) {
        return new ExtractedParagraph(
                separatorBefore,
                text,
                ParagraphKind.BODY,
                0,
                ExtractedParagraph.Place.of("p" + number));
    }
}
