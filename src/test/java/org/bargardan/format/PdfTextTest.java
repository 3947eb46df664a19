package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.ReadResult.LeftOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files and what they are to say stand in `format/pdf`.
@Timeout(60)
class PdfTextTest {

    private static final double WORDS_RIGHT = 0.99;

    private final PdfText pdfText = new PdfText(PdfLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "vowels",
                "columns",
                "two-columns",
                "heads",
                "footnotes",
                "kashida",
                "lists",
                "mixed",
                "headings",
                "english",
                "rotated",
                "no-to-unicode",
                "old-program"
            })
    void wordsComeInTheOrderInWhichPeopleReadThem(String name) {
        var expected = Expected.of(name);
        var read = read(name).document().paragraphs();
        double share =
                wordsRight(
                        words(expected.stream().map(Expected::text).toList()),
                        words(read.stream().map(ExtractedParagraph::text).toList()));
        assertThat(share).isGreaterThanOrEqualTo(WORDS_RIGHT);
        assertThat(
                        read.stream()
                                .map(paragraph ->
                                        paragraph.kind() + " " + folded(paragraph.text())))
                .containsExactlyElementsOf(
                        expected.stream()
                                .map(line -> line.kind + " " + folded(line.text))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vowels", "columns", "kashida", "mixed", "no-to-unicode"})
    void joinersAreKeptWhereTheFileHasThem(String name) {
        var expected = Expected.of(name).stream().map(Expected::text).toList();
        assertThat(read(name).document().paragraphs().stream().map(ExtractedParagraph::text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, PDF_ENCRYPTED",
        "scanned, PDF_SCANNED",
        "unknown-letters, PDF_UNKNOWN_LETTERS"
    })
    void whatCannotBeReadIsCalledWhatItIs(String name, Kind kind) {
        assertThat(problem(pdfText.read(file(name))).kind()).isEqualTo(kind);
    }

    @Test
    void aFileWithoutAnyLetterIsNotTakenForAScan() throws IOException {
        assertThat(problem(pdfText.read(pages(2))).kind()).isEqualTo(Kind.PDF_NO_TEXT);
    }

    @Test
    void whatOnlyBeginsAsAPdfIsBroken() {
        var file = "%PDF-1.7\nand then something else".getBytes(UTF_8);
        assertThat(problem(pdfText.read(file)).kind()).isEqualTo(Kind.PDF_BROKEN);
    }

    @Test
    void everyParagraphKnowsItsPage() {
        assertThat(pages(read("plain"))).containsExactly(1, 1, 1, 1, 2);
        assertThat(read("heads").pages()).isEqualTo(5);
        assertThat(pages(read("heads"))).isSorted();
    }

    @Test
    void runningHeadsAndPageNumbersAreLeftOutAndTold() {
        assertThat(read("heads").leftOut())
                .contains(
                        new LeftOut(1, "قصه‌های راه دور"),
                        new LeftOut(5, "قصه‌های راه دور"),
                        new LeftOut(5, "۵"))
                .hasSize(10);
        assertThat(read("two-columns").leftOut())
                .containsExactly(
                        new LeftOut(1, "یادداشت‌های آسیابان — 1"),
                        new LeftOut(2, "یادداشت‌های آسیابان — 2"));
    }

    @Test
    void footnotesAreNumberedThroughTheBookAndKnowWhereTheirMarkStands() {
        var reading = read("footnotes");
        var paragraphs = reading.document().paragraphs();
        var notes =
                IntStream.range(0, paragraphs.size())
                        .filter(i -> paragraphs.get(i).kind() == ParagraphKind.FOOTNOTE)
                        .boxed()
                        .toList();
        assertThat(notes).hasSize(4);
        for (int i = 0; i < notes.size(); i++) {
            var mark = "[^" + (i + 1) + "]";
            int holder = paragraphs.get(notes.get(i)).place().mark().paragraph();
            assertThat(paragraphs.get(notes.get(i)).text()).startsWith(mark + ": ");
            assertThat(paragraphs.get(holder).text()).contains("." + mark + " ");
        }
        assertThat(paragraphs.getFirst().place().mark()).isNull();
    }

    @Test
    void headingsHaveLevelsBySize() {
        assertThat(read("headings").document().paragraphs().stream().map(ExtractedParagraph::level))
                .containsExactly(1, 2, 0, 0, 2, 0, 3, 0);
    }

    @Test
    void aFileIsReadTheSameTwice() {
        assertThat(read("footnotes")).isEqualTo(read("footnotes"));
    }

    @Test
    void aFileBeyondTheLimitsIsRefused() throws IOException {
        assertThat(problem(limitedTo(100, 10, Duration.ofMinutes(1)).read(pages(1))).kind())
                .isEqualTo(Kind.TOO_LARGE);
        assertThat(problem(limitedTo(1_000_000, 2, Duration.ofMinutes(1)).read(pages(3))))
                .isEqualTo(FormatProblem.ofFile(Kind.PDF_TOO_MANY_PAGES, 2));
        assertThat(problem(limitedTo(1_000_000, 2, Duration.ofNanos(1)).read(file("plain"))).kind())
                .isEqualTo(Kind.PDF_TOO_COMPLEX);
    }

    @Test
    void whatUnpacksWithoutEndIsRefusedBeforeItIsUnpacked() throws IOException {
        var bomb = packed(new byte[200 * 1024 * 1024]);
        for (var dictionary :
                List.of("/Filter/FlateDecode", "/Type/ObjStm/N 1/First 4/Filter/FlateDecode")) {
            assertThat(problem(pdfText.read(withStream(dictionary, bomb))).kind())
                    .isEqualTo(Kind.PDF_TOO_COMPLEX);
        }
        assertThat(
                        problem(
                                        pdfText.read(
                                                withStream(
                                                        "/Filter[/FlateDecode/FlateDecode]",
                                                        packed(bomb))))
                                .kind())
                .isEqualTo(Kind.PDF_TOO_COMPLEX);
    }

    @Test
    void aTableOfFourBillionLettersIsRefused() {
        var letters = "1 beginbfrange\n<00000000> <FFFFFFFF> <0041>\nendbfrange\n";
        var font =
                "4 0 obj <</Type/Font/Subtype/TrueType/BaseFont/A/ToUnicode 6 0 R>> endobj\n"
                        + "6 0 obj <</Length "
                        + letters.length()
                        + ">>\nstream\n"
                        + letters
                        + "\nendstream endobj\n";
        var file = document("/Resources<</Font<</F 4 0 R>>>>", "BT /F 9 Tf (A) Tj ET", font);
        assertThat(problem(pdfText.read(file)).kind()).isEqualTo(Kind.PDF_TOO_COMPLEX);
    }

    @Test
    void listsWithinListsWithoutEndAreRefused() {
        var nested = "1 0 obj\n" + "[".repeat(500_000) + "\nendobj\n";
        var file = ("%PDF-1.7\n" + nested + "trailer <</Root 1 0 R>>").getBytes(ISO_8859_1);
        assertThat(problem(pdfText.read(file)).kind()).isIn(Kind.PDF_BROKEN, Kind.PDF_TOO_COMPLEX);
    }

    @Test
    void aPageThatShowsItselfEndsSomewhere() {
        var form =
                "4 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0"
                        + " R>>>>/Length 12>>\nstream\n/F Do /F Do \nendstream endobj\n";
        var file = document("/Resources<</XObject<</F 4 0 R>>>>", "/F Do", form);
        assertThat(pdfText.read(file)).isInstanceOf(ReadResult.Failed.class);
    }

    private static PdfText limitedTo(int bytes, int pages, Duration time) {
        var usual = PdfLimits.DEFAULT;
        return new PdfText(
                new PdfLimits(
                        bytes,
                        pages,
                        usual.maxStreamBytes(),
                        usual.maxUnpackedBytes(),
                        usual.maxSigns(),
                        usual.maxSignsOnPage(),
                        usual.maxOperators(),
                        time));
    }

    private static byte[] pages(int count) throws IOException {
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                pdf.addPage(new PDPage());
            }
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] withStream(String dictionary, byte[] stream) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(
                ("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                                + "2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
                                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
                                + " endobj\n4 0 obj <<"
                                + dictionary
                                + "/Length "
                                + stream.length
                                + ">>\nstream\n")
                        .getBytes(ISO_8859_1));
        file.writeBytes(stream);
        file.writeBytes("\nendstream endobj\ntrailer <</Root 1 0 R>>".getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    private static byte[] document(String page, String content, String objects) {
        return ("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
                        + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R"
                        + page
                        + ">> endobj\n"
                        + objects
                        + "5 0 obj <</Length "
                        + content.length()
                        + ">>\nstream\n"
                        + content
                        + "\nendstream endobj\ntrailer <</Root 1 0 R>>")
                .getBytes(ISO_8859_1);
    }

    private ReadResult.Read read(String name) {
        var result = pdfText.read(file(name));
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return (ReadResult.Read) result;
    }

    private static List<Integer> pages(ReadResult.Read reading) {
        return reading.document().paragraphs().stream()
                .map(paragraph -> paragraph.place().page())
                .toList();
    }

    private static FormatProblem problem(ReadResult result) {
        assertThat(result).isInstanceOf(ReadResult.Failed.class);
        return ((ReadResult.Failed) result).problem();
    }

    static byte[] file(String name) {
        return resource(name + ".pdf");
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfTextTest.class.getResourceAsStream("/format/pdf/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line of a file of expectations.
    private record Expected(String kind, String text) {

        static List<Expected> of(String name) {
            return new String(resource(name + ".tsv"), UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(columns -> new Expected(columns[0], columns[1]))
                    .toList();
        }
    }

    /// Joiners have a test of their own, and an old program's file has none.
    private static String folded(String text) {
        return text.replace("\u200C", "");
    }

    private static List<String> words(List<String> paragraphs) {
        return List.of(folded(String.join(" ", paragraphs)).split("\\s+"));
    }

    /// The longest common subsequence as a share of both.
    private static double wordsRight(List<String> expected, List<String> read) {
        var lengths = new int[expected.size() + 1][read.size() + 1];
        for (int i = 1; i <= expected.size(); i++) {
            for (int j = 1; j <= read.size(); j++) {
                lengths[i][j] =
                        expected.get(i - 1).equals(read.get(j - 1))
                                ? lengths[i - 1][j - 1] + 1
                                : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return 2.0 * lengths[expected.size()][read.size()] / (expected.size() + read.size());
    }
}
