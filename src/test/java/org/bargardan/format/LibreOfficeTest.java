package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// LibreOffice opens what was written, prints it, and saves it in the other format.
@Tag("slow")
@Timeout(300)
class LibreOfficeTest {

    @TempDir private Path folder;

    @BeforeAll
    static void needsLibreOffice() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
                "there is no LibreOffice here (Debian: apt-get install libreoffice-writer-nogui)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt"})
    void printsAChapterOfWhichEverySecondParagraphIsTranslated(String ending) throws Exception {
        byte[] file =
                ending.equals("docx") ? WordFiles.chapter().bytes() : OdtFiles.chapter().bytes();
        byte[] written = translated(format(ending), file);
        String printed = printed(written, ending);
        // A PDF has letters in the order and the forms in which they are drawn.
        assertThat(printed).contains("Oil").contains("9471").contains("یادداشت مترجم");
        var before = counts(ending, file);
        var after = counts(ending, written);
        assertThat(after.get(0)).as("footnotes").isEqualTo(before.get(0) + 1);
        assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
    }

    @Test
    void makesAnOdtOfAWrittenDocxThatIsReadWithTheSameWords() throws Exception {
        byte[] written = translated(format("docx"), WordFiles.chapter().bytes());
        byte[] odt = converted(written, "docx", "odt");
        assertThat(words(format("odt"), odt)).containsAll(words(format("docx"), written));
    }

    private static FileFormat format(String ending) {
        return ending.equals("docx")
                ? new WordDocument(ContainerLimits.DEFAULT)
                : new OpenDocument(ContainerLimits.DEFAULT);
    }

    private static List<String> words(FileFormat format, byte[] file) {
        return ((ReadResult.Read) format.read(file))
                .document().paragraphs().stream().map(ExtractedParagraph::text).toList();
    }

    /// Codes in reversed order, and one note.
    private static byte[] translated(FileFormat format, byte[] file) throws IOException {
        var targets = new ArrayList<Target>();
        var paragraphs = ((ReadResult.Read) format.read(file)).document().paragraphs();
        for (int i = 1; i < paragraphs.size(); i += 2) {
            var paragraph = paragraphs.get(i);
            var codes = new ArrayList<InlineCode>();
            var words = new StringBuilder("بند 9471 ");
            for (var code : paragraph.content().codes().reversed()) {
                if (code.kind() != InlineCode.Kind.OPEN) {
                    int at = words.codePointCount(0, words.length());
                    if (code.kind() == InlineCode.Kind.ALONE) {
                        codes.add(new InlineCode(at, code.id(), code.kind(), code.label()));
                    } else {
                        codes.add(
                                new InlineCode(at, code.id(), InlineCode.Kind.OPEN, code.label()));
                        words.append("واژه");
                        codes.add(new InlineCode(at + 4, code.id(), code.kind(), code.label()));
                    }
                    words.append(" و ");
                }
            }
            List<Note> notes = List.of();
            if (i == 1) {
                codes.addAll(InlineCodes.read(words.length() + "=90:tn"));
                notes = List.of(new Note(90, "یادداشت مترجم", TaggedText.plain("نزدیک دریا.")));
            }
            targets.add(
                    new Target(
                            paragraph.place().textUnit(),
                            new TaggedText(words.toString(), codes),
                            notes));
        }
        var out = new ByteArrayOutputStream();
        format.write(file, "", new Translation("fa", targets), out);
        return out.toByteArray();
    }

    /// Footnotes, pictures, links, tables and styles of the body.
    private static List<Integer> counts(String ending, byte[] file) {
        var zipped = ZippedFile.of(file);
        var content = zipped.text(ending.equals("docx") ? "word/document.xml" : "content.xml");
        return (ending.equals("docx")
                        ? Stream.of(
                                "<w:footnoteReference ",
                                "<w:drawing>",
                                "<w:hyperlink ",
                                "<w:tbl>",
                                "<w:pStyle ")
                        : Stream.of(
                                "<text:note ",
                                "<draw:image ",
                                "<text:a ",
                                "<table:table ",
                                "<text:list>"))
                .map(part -> content.split(part, -1).length - 1)
                .toList();
    }

    private String printed(byte[] file, String ending) throws Exception {
        try (var pdf = Loader.loadPDF(converted(file, ending, "pdf"))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private byte[] converted(byte[] file, String from, String to) throws Exception {
        var source = Files.write(folder.resolve("written." + from), file);
        var process =
                new ProcessBuilder(
                                "soffice",
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                to,
                                "--outdir",
                                folder.resolve("out").toString(),
                                source.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(output).isTrue();
            return Files.readAllBytes(folder.resolve("out").resolve("written." + to));
        } finally {
            process.destroyForcibly();
        }
    }
}
