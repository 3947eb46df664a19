package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The books stand in `format/epub`, unpacked.
@Timeout(120)
class EpubTest {

    /// Where Debian has it.
    private static final Path EPUBCHECK = Path.of("/usr/share/java/epubcheck.jar");

    private static final List<String> TAGS =
            List.of("<img ", "<em>", "<i>", "<blockquote>", "<figure>", "<table>", "<li", "<td>");

    private final WrittenBack files = new WrittenBack(new Epub(ContainerLimits.DEFAULT));

    @Test
    void aBookIsReadInTheOrderOfItsSpine() {
        assertThat(files.read(book("three").bytes()).paragraphs())
                .extracting(ExtractedParagraph::kind, ExtractedParagraph::text)
                .containsExactly(
                        tuple(ParagraphKind.HEADING, "The Ferry at Low Water"),
                        tuple(
                                ParagraphKind.BODY,
                                "The ferry had two oars and one very old ferryman, who never asked"
                                        + " where anybody was going."),
                        tuple(ParagraphKind.FOOTNOTE, "Nobody knew how old."),
                        tuple(ParagraphKind.BODY, "“Across,” he said — and that was all."),
                        tuple(ParagraphKind.FOOTNOTE, "The shortest speech on the river."),
                        tuple(ParagraphKind.QUOTE, "A river is a road that goes by itself."),
                        tuple(
                                ParagraphKind.BODY,
                                "It stands so in the second chapter, and elsewhere."),
                        tuple(ParagraphKind.HEADING, "What the River Said"),
                        tuple(
                                ParagraphKind.VERSE,
                                "I carry what you give me,\nI keep what you let fall,\nand none of"
                                        + " it is mine."),
                        tuple(ParagraphKind.CAPTION, "The ferry, drawn by a child"),
                        tuple(ParagraphKind.BODY, "Day"),
                        tuple(ParagraphKind.BODY, "Passengers"),
                        tuple(ParagraphKind.BODY, "Monday"),
                        tuple(ParagraphKind.BODY, "four < five"),
                        tuple(ParagraphKind.LIST, "a rope"),
                        tuple(ParagraphKind.LIST, "a lantern"),
                        tuple(ParagraphKind.LIST, "without oil"),
                        tuple(ParagraphKind.BODY, "And <nobody> & nothing else."),
                        tuple(ParagraphKind.HEADING, "The Last Crossing"),
                        tuple(ParagraphKind.BODY, "شب به خیر."),
                        tuple(ParagraphKind.BODY, "He rowed, and the water was low."),
                        tuple(ParagraphKind.HEADING, "Notes"),
                        tuple(ParagraphKind.FURNITURE, "Contents of the Ferry"),
                        tuple(ParagraphKind.FURNITURE, "The last crossing of all"));
    }

    @Test
    void notesStandBehindTheirMarksFromOnePageToAnother() {
        var three = files.read(book("three").bytes()).paragraphs();
        assertThat(three.get(2).place().mark()).isEqualTo(new Mark(1, 4));
        assertThat(three.get(4).place().mark()).isEqualTo(new Mark(3, 2));
        var two = files.read(book("two").bytes()).paragraphs();
        assertThat(two.get(2).text()).isEqualTo("حتی شب‌های مهتابی.");
        assertThat(two.get(2).place().mark()).isEqualTo(new Mark(1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "two"})
    void withoutATargetEveryEntryStaysAsItIs(String name) {
        var book = book(name);
        var written = ZippedFile.of(files.written(book.bytes(), "fa", List.of()));
        assertThat(written.entries().keySet()).isEqualTo(book.entries().keySet());
        book.entries()
                .forEach((entry, bytes) ->
                        assertThat(written.entries().get(entry)).as(entry).isEqualTo(bytes));
    }

    @Test
    void pagesWithoutATargetStayAsTheyAre() {
        var book = book("three");
        var target = new Target("c0u4", TaggedText.plain("رود راهی است."), List.of());
        var written = ZippedFile.of(files.written(book.bytes(), "fa", List.of(target)));
        book.entries()
                .forEach((entry, bytes) ->
                        assertThat(Arrays.equals(written.entries().get(entry), bytes))
                                .as(entry)
                                .isEqualTo(
                                        !entry.endsWith("chapter1.xhtml")
                                                && !entry.endsWith(".opf")));
        assertThat(written.text("EPUB/text/chapter1.xhtml"))
                .isEqualTo(
                        book.text("EPUB/text/chapter1.xhtml")
                                .replace(
                                        "xml:lang=\"en\" lang=\"en\">",
                                        "xml:lang=\"fa\" lang=\"fa\">")
                                .replace("<html ", "<html dir=\"rtl\" ")
                                .replace(
                                        "A river is a road that goes by itself.", "رود راهی است."));
    }

    @ParameterizedTest
    @CsvSource({"three,fa", "two,en"})
    void itsOwnWordsReadAsThemselvesAgain(String name, String language) {
        var read = files.read(book(name).bytes());
        var written = files.written(book(name).bytes(), language, WrittenBack.sameWords(read));
        assertThat(WrittenBack.contents(files.read(written)))
                .containsExactlyElementsOf(WrittenBack.contents(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "two"})
    void everySecondParagraphTranslatedWithMovedCodesHoldsItsWords(String name) {
        var book = book(name);
        var translated = new EverySecond(files.read(book.bytes()));
        byte[] file = files.written(book.bytes(), "fa", translated.targets());
        translated.assertHeldBy(files.read(file));
        var written = ZippedFile.of(file);
        for (String tag : TAGS) {
            assertThat(count(written, tag)).as(tag).isEqualTo(count(book, tag));
        }
        assertThat(count(written, " href=\"")).isEqualTo(count(book, " href=\"") + 2);
    }

    private static int count(ZippedFile book, String piece) {
        return book.entries().keySet().stream()
                .filter(entry -> entry.endsWith("html"))
                .mapToInt(entry -> book.text(entry).split(piece, -1).length - 1)
                .sum();
    }

    @Test
    void aPersianBookTurnsItsPagesToTheRightAndItsContentsFollowTheHeadings() {
        var note = new Note(9, "یادداشت مترجم", TaggedText.plain("کرجی."));
        var heading =
                new Target("c0u1", WrittenBack.tagged("گذر در آبِ کم", "3=9:tn"), List.of(note));
        var entry = new Target("c4u4", WrittenBack.tagged("آخرین گذر", "0+1:a;9-1:a"), List.of());
        var written =
                ZippedFile.of(files.written(book("three").bytes(), "fa", List.of(heading, entry)));
        assertThat(written.text("EPUB/package.opf"))
                .contains("<dc:language>fa</dc:language>")
                .contains("<dc:title>گذر در آبِ کم</dc:title>")
                .contains("<spine page-progression-direction=\"rtl\" toc=\"ncx\">");
        assertThat(written.text("EPUB/text/chapter1.xhtml"))
                .contains("<title>گذر در آبِ کم</title>")
                .contains(
                        "<h1>گذر<sup><a id=\"tnref1\" href=\"#tn1\" epub:type=\"noteref\""
                                + " role=\"doc-noteref\">[۱]</a></sup> در آبِ کم</h1>")
                .contains(
                        "<aside id=\"tn1\" epub:type=\"footnote\" role=\"doc-footnote\">"
                                + "<p>یادداشت مترجم: کرجی. <a href=\"#tnref1\""
                                + " role=\"doc-backlink\">↩</a></p></aside>\n</body>");
        assertThat(written.text("EPUB/nav.xhtml"))
                .contains("<a href=\"text/chapter1.xhtml\">گذر در آبِ کم</a>")
                .contains("<a href=\"text/chapter3.xhtml\">آخرین گذر</a>")
                .contains("dir=\"rtl\"");
        assertThat(written.text("EPUB/toc.ncx"))
                .contains("<docTitle><text>گذر در آبِ کم</text></docTitle>")
                .contains("<navLabel><text>آخرین گذر</text></navLabel>")
                .contains("xml:lang=\"fa\"");
        assertThat(written.entries().keySet()).first().isEqualTo("mimetype");
    }

    @Test
    void anEnglishBookTurnsItsPagesToTheLeft() {
        var target = new Target("c0u1", TaggedText.plain("Chapter One"), List.of());
        var persian =
                book("three")
                        .with(
                                "EPUB/package.opf",
                                book("three")
                                        .text("EPUB/package.opf")
                                        .replace(
                                                "<spine",
                                                "<spine page-progression-direction='rtl'"));
        assertThat(
                        ZippedFile.of(files.written(persian.bytes(), "en", List.of(target)))
                                .text("EPUB/package.opf"))
                .contains("<spine page-progression-direction=\"ltr\"");
        var two = ZippedFile.of(files.written(book("two").bytes(), "en", List.of(target)));
        assertThat(two.text("OEBPS/content.opf"))
                .contains("<dc:language>en</dc:language>")
                .contains("<spine toc=\"ncx\">");
        assertThat(two.text("OEBPS/one.html")).contains("xml:lang=\"en\"").contains("dir=\"ltr\"");
        assertThat(two.text("OEBPS/toc.ncx")).contains("<text>Chapter One</text>");
    }

    @Test
    void namesWithBlanksLeadToTheirPages() {
        var book = book("three");
        var page = book.text("EPUB/text/chapter1.xhtml");
        book.without("EPUB/text/chapter1.xhtml").with("EPUB/text/chapter 1.xhtml", page);
        for (String entry : List.of("EPUB/package.opf", "EPUB/text/notes.xhtml")) {
            book.with(entry, book.text(entry).replace("chapter1.xhtml", "chapter%201.xhtml"));
        }
        assertThat(WrittenBack.contents(files.read(book.bytes())))
                .isEqualTo(WrittenBack.contents(files.read(book("three").bytes())));
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/rights.xml,Adobe ADEPT",
        "META-INF/license.lcpl,Readium LCP",
        "META-INF/sinf.xml,Apple FairPlay",
        "META-INF/other.xml,DRM"
    })
    void protectedBooksAreRefusedByTheNameOfTheProtection(String entry, String name) {
        var book =
                book("three")
                        .with(entry, "<x/>")
                        .with(
                                "META-INF/encryption.xml",
                                encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"));
        assertThat(files.problem(book.bytes()))
                .isEqualTo(FormatProblem.ofFile(Kind.EPUB_PROTECTED, name));
        var fonts =
                book("three")
                        .with(
                                "META-INF/encryption.xml",
                                encryption("http://www.idpf.org/2008/embedding"));
        assertThat(files.read(fonts.bytes()).paragraphs()).hasSize(24);
    }

    private static String encryption(String method) {
        return """
        <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" \
        xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>\
        <enc:EncryptionMethod Algorithm="%s"/></enc:EncryptedData></encryption>\
        """
                .formatted(method);
    }

    @Test
    void harmfulPagesAreRefused() {
        assertThat(
                        problem(
                                "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html>&a;</html>"))
                .isEqualTo(Kind.CONTAINER_DOCUMENT_TYPE);
        assertThat(problem("<html><p>not closed</html>")).isEqualTo(Kind.CONTAINER_XML_DAMAGED);
        assertThat(
                        problem(
                                "<html>"
                                        + "<div>".repeat(1000)
                                        + "x"
                                        + "</div>".repeat(1000)
                                        + "</html>"))
                .isEqualTo(Kind.CONTAINER_XML_TOO_COMPLEX);
        assertThat(files.problem(book("three").without("META-INF/container.xml").bytes()))
                .isEqualTo(FormatProblem.ofFile(Kind.OTHER_FORMAT, "EPUB"));
        assertThat(files.problem(book("three").without("EPUB/package.opf").bytes()))
                .isEqualTo(FormatProblem.ofFile(Kind.OTHER_FORMAT, "EPUB"));
        assertThat(files.problem("no archive".getBytes(UTF_8)).kind())
                .isEqualTo(Kind.CONTAINER_DAMAGED);
    }

    private Kind problem(String page) {
        return files.problem(book("three").with("EPUB/text/chapter2.xhtml", page).bytes()).kind();
    }

    @ParameterizedTest
    @CsvSource({"three,fa", "three,en", "two,fa", "two,en"})
    void epubcheckFindsNothingWrongWithATranslation(
            String name, String language, @TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(EPUBCHECK), "SKIPPED: epubcheck is not installed");
        var book = book(name).bytes();
        var translated = new EverySecond(files.read(book)).targets();
        Path file = folder.resolve("book.epub");
        Files.write(file, files.written(book, language, translated));
        var process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-jar",
                                EPUBCHECK.toString(),
                                "--failonwarnings",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            assertThat(output).contains("0 fatals / 0 errors / 0 warnings");
        } finally {
            process.destroyForcibly();
        }
    }

    /// A folder of `format/epub`, packed.
    static ZippedFile book(String name) {
        try {
            Path folder = Path.of(EpubTest.class.getResource("/format/epub/" + name).toURI());
            var book =
                    new ZippedFile().with("mimetype", Files.readString(folder.resolve("mimetype")));
            try (var found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    book.with(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
