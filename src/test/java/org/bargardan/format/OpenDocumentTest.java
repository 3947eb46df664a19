package org.bargardan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;

class OpenDocumentTest {

    private static final OpenDocument ODT = new OpenDocument(ContainerLimits.DEFAULT);

    @Test
    void aChapterIsReadWithItsHeadingsListsQuotesAndNotes() {
        byte[] file = OdtFiles.chapter().bytes();
        assertThat(described(file))
                .containsExactly(
                        "HEADING 1 The first evening",
                        "BODY 0 Nobody in the harbour had seen the old keeper since the storm. They said he slept."
                                + " 17+1:b;21-1:b;35+2:i;45-2:i;62=3:fn",
                        "FOOTNOTE 0 The storm of that winter. 18+1:i;24-1:i",
                        "BODY 0 More is in the book, see  here. 11+1:a;19-1:a;25=2:img",
                        "QUOTE 0 Who keeps a light keeps a promise.",
                        "LIST 0 A jar of oil",
                        "BODY 0 Oil",
                        "BODY 0 Wick & glass",
                        "BODY 0 The sea was grey,\nthe sky   was\tgreyer. 39=1:fn",
                        "FOOTNOTE 0 So the song says.",
                        "FURNITURE 0 Running title");
        var paragraphs = read(file).paragraphs();
        assertThat(paragraphs.get(2).place().mark()).isEqualTo(new Mark(1, 3));
        assertThat(paragraphs.get(9).place().mark()).isEqualTo(new Mark(8, 1));
        assertThat(paragraphs.get(1).sources().get(4).deletable()).isFalse();
    }

    @Test
    void trackedChangesCountAsAcceptedAndRemarksAreNoText() {
        byte[] file =
                OdtFiles.of(
                                "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion>"
                                        + OdtFiles.paragraph("three")
                                        + "</text:deletion></text:changed-region></text:tracked-changes>"
                                        + OdtFiles.paragraph(
                                                "He sold <text:change text:change-id=\"c\"/>four lamps."
                                                        + "<office:annotation><dc:creator>A</dc:creator>"
                                                        + OdtFiles.paragraph("Really?")
                                                        + "</office:annotation>"))
                        .bytes();
        assertThat(described(file))
                .containsExactly(
                        "BODY 0 He sold four lamps. 19=1:comment", "FURNITURE 0 Running title");
    }

    @Test
    void aTextThatIsItsOwnTranslationIsReadAgainAsItWas() {
        byte[] file = OdtFiles.chapter().bytes();
        var targets =
                read(file).paragraphs().stream()
                        .map(paragraph ->
                                new Target(
                                        paragraph.place().textUnit(),
                                        paragraph.content(),
                                        List.of()))
                        .toList();
        for (String language : List.of("en", "fa")) {
            assertThat(described(written(file, language, targets))).isEqualTo(described(file));
        }
    }

    @Test
    void withoutTargetsTheFileStaysAsItWas() {
        var file = OdtFiles.chapter();
        var written = ZippedFile.of(written(file.bytes(), "fa", List.of()));
        file.entries()
                .forEach((name, bytes) ->
                        assertThat(written.entries().get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void whatWasWrittenInPersianIsReadAgain() {
        byte[] file = OdtFiles.chapter().bytes();
        var paragraphs = read(file).paragraphs();
        var targets = new ArrayList<Target>();
        for (int i = 0; i < paragraphs.size(); i += 2) {
            targets.add(
                    new Target(
                            paragraphs.get(i).place().textUnit(),
                            TaggedText.plain("بندِ  شمارهٔ\t" + i + "\nو بس"),
                            List.of()));
        }
        byte[] written = written(file, "fa", targets);
        var again = read(written).paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            assertThat(again.get(i).text())
                    .isEqualTo(
                            i % 2 == 0
                                    ? "بندِ  شمارهٔ\t" + i + "\nو بس"
                                    : paragraphs.get(i).text());
            assertThat(again.get(i).kind()).isEqualTo(paragraphs.get(i).kind());
        }
        String content = ZippedFile.of(written).text("content.xml");
        assertThat(content)
                .contains("style:writing-mode=\"rl-tb\"")
                .contains("style:language-complex=\"fa\"")
                .contains("style:country-complex=\"IR\"")
                .doesNotContain("bargardan-number");
        String before = OdtFiles.chapter().text("content.xml");
        for (String kept :
                List.of("<text:p ", "<draw:frame", "<text:note ", "<table:table-cell>")) {
            assertThat(count(content, kept)).as(kept).isEqualTo(count(before, kept));
        }
    }

    @Test
    void codesNotesAndLinksOfATranslationAreReal() {
        byte[] file = OdtFiles.chapter().bytes();
        var note = new Note(20, "یادداشت مترجم", tagged("بندر چنین است.", "0+1:i;4-1:i"));
        var target =
                new Target(
                        read(file).paragraphs().get(1).place().textUnit(),
                        tagged(
                                "نگهبان پیر بندر خفته بود.",
                                "0+2:i;10-2:i;11=3:fn;11+1:b;15-1:b;16+7:a https://example.org/?a=1&b=2;20-7:a;"
                                        + "20=20:tn;21+8:b;24-8:b"),
                        List.of(note));
        byte[] written = written(file, "fa", List.of(target));
        assertThat(described(written))
                .contains(
                        "BODY 0 نگهبان پیر بندر خفته بود."
                                + " 0+1:i;10-1:i;11=2:fn;11+3:b;15-3:b;16+4:a;20-4:a;20=5:fn;21+6:b;24-6:b",
                        "FOOTNOTE 0 یادداشت مترجم: بندر چنین است. 15+1:i;19-1:i",
                        "FOOTNOTE 0 The storm of that winter. 18+1:i;24-1:i");
        assertThat(ZippedFile.of(written).text("content.xml"))
                .contains("xlink:href=\"https://example.org/?a=1&amp;b=2\"");
    }

    @Test
    void aTranslationIntoEnglishNoLongerRunsFromTheRight() {
        var file = OdtFiles.of("<text:p text:style-name=\"P9\">چراغ دریا</text:p>");
        file.with(
                "content.xml",
                file.text("content.xml")
                        .replace(
                                "<office:automatic-styles>",
                                "<office:automatic-styles><style:style style:name=\"P9\" style:family=\"paragraph\">"
                                        + "<style:paragraph-properties style:writing-mode=\"rl-tb\" fo:text-align=\"end\"/>"
                                        + "</style:style>"));
        byte[] bytes = file.bytes();
        String content =
                ZippedFile.of(
                                written(
                                        bytes,
                                        "en",
                                        List.of(
                                                new Target(
                                                        read(bytes)
                                                                .paragraphs()
                                                                .getFirst()
                                                                .place()
                                                                .textUnit(),
                                                        TaggedText.plain("The light of the sea"),
                                                        List.of()))))
                        .text("content.xml");
        assertThat(content)
                .contains("style:writing-mode=\"lr-tb\" fo:text-align=\"start\"")
                .contains("fo:language=\"en\" fo:country=\"US\"");
    }

    @Test
    void macrosPasswordsAndOtherFilesAreRefused() {
        assertThat(problem(OdtFiles.chapter().with("Basic/Standard/Module1.xml", "<a/>").bytes()))
                .isEqualTo(
                        FormatProblem.ofFile(Kind.CONTAINER_MACROS, "Basic/Standard/Module1.xml"));
        assertThat(
                        problem(
                                        OdtFiles.chapter()
                                                .with(
                                                        "META-INF/manifest.xml",
                                                        OdtFiles.manifest(
                                                                "<manifest:encryption-data/>"))
                                                .bytes())
                                .kind())
                .isEqualTo(Kind.CONTAINER_ENCRYPTED);
        assertThat(problem(OdtFiles.chapter().without("mimetype").bytes()))
                .isEqualTo(FormatProblem.ofFile(Kind.OTHER_FORMAT, "ODT"));
        assertThat(problem(WordFiles.chapter().bytes()).kind()).isEqualTo(Kind.OTHER_FORMAT);
        assertThat(
                        problem(
                                        OdtFiles.of(
                                                        "<text:list>".repeat(1000)
                                                                + "</text:list>".repeat(1000))
                                                .bytes())
                                .kind())
                .isEqualTo(Kind.CONTAINER_XML_TOO_COMPLEX);
    }

    private static FormatProblem problem(byte[] file) {
        return ((ReadResult.Failed) ODT.read(file)).problem();
    }

    private static ExtractedDocument read(byte[] file) {
        return ((ReadResult.Read) ODT.read(file)).document();
    }

    private static List<String> described(byte[] file) {
        return read(file).paragraphs().stream()
                .map(paragraph ->
                        (paragraph.kind()
                                        + " "
                                        + paragraph.level()
                                        + " "
                                        + paragraph.text()
                                        + " "
                                        + InlineCodes.write(paragraph.content().codes()))
                                .strip())
                .toList();
    }

    private static byte[] written(byte[] file, String language, List<Target> targets) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ODT.write(file, "", new Translation(language, targets), out))
                    .isInstanceOf(WriteResult.Written.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static long count(String text, String part) {
        return Pattern.compile(part).matcher(text).results().count();
    }

    private static TaggedText tagged(String text, String codes) {
        return new TaggedText(text, InlineCodes.read(codes));
    }
}
