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
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;

class WordDocumentTest {

    private static final WordDocument WORD = new WordDocument(ContainerLimits.DEFAULT);

    @Test
    void aChapterIsReadWithItsHeadingsListsQuotesAndNotes() {
        assertThat(described(WORD.read(WordFiles.chapter().bytes())))
                .containsExactly(
                        "HEADING 1 The Keeper of the Lanterns",
                        "HEADING 1 The first evening",
                        "BODY 0 Nobody in the harbour had seen the old keeper since the storm. They said he slept below the stairs."
                                + " 17+1:b;21-1:b;35+2:i;45-2:i;62=3:fn;76+4:bi;81-4:bi",
                        "FOOTNOTE 0 The storm of that winter. 18+1:i;24-1:i",
                        "BODY 0 More is told in the book of lanterns, which has one picture:  It shows a flame."
                                + " 16+1:a;36-1:a;61=2:img",
                        "QUOTE 0 Who keeps a light keeps a promise.",
                        "HEADING 2 What he left",
                        "LIST 0 A jar of oil",
                        "BODY 0 Oil",
                        "BODY 0 Wick & glass",
                        "CAPTION 0 Table 1. His things.",
                        "BODY 0 The sea was grey,\nthe sky was greyer\tstill. 43=1:fn",
                        "FOOTNOTE 0 So the song says.");
    }

    @Test
    void notesKnowTheirMarksAndCodesWhatStandsBehindThem() {
        var paragraphs = read(WordFiles.chapter().bytes()).paragraphs();
        assertThat(paragraphs.get(3).place().mark()).isEqualTo(new Mark(2, 3));
        assertThat(paragraphs.getLast().place().mark()).isEqualTo(new Mark(11, 1));
        assertThat(paragraphs.get(2).sources().get(4))
                .isEqualTo(
                        new CodeSource(
                                3,
                                InlineCode.Kind.ALONE,
                                "<w:footnoteReference w:id=\"1\"/>",
                                false,
                                false));
        assertThat(paragraphs.get(2).sources().get(0).deletable()).isTrue();
        assertThat(paragraphs)
                .extracting(paragraph -> paragraph.place().textUnit())
                .doesNotHaveDuplicates();
    }

    @Test
    void aTextBoxIsReadWhereItStandsAndHeadsOfPagesLast() {
        String box =
                "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wps:wsp><wps:txbx>"
                        + "<w:txbxContent>"
                        + WordFiles.paragraph(WordFiles.run("A word in a box."))
                        + "</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
                        + "<mc:Fallback><w:pict><w:txbxContent>"
                        + WordFiles.paragraph(WordFiles.run("A word in a box."))
                        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        var file =
                WordFiles.parts(
                                WordFiles.paragraph(WordFiles.run("Before") + box)
                                        + WordFiles.paragraph(WordFiles.run("After")),
                                WordFiles.override("header1"),
                                WordFiles.relationship("rId9", "header", "header1.xml", ""))
                        .with(
                                "word/header1.xml",
                                "<w:hdr %s>%s</w:hdr>"
                                        .formatted(
                                                WordFiles.NAMESPACES,
                                                WordFiles.paragraph(
                                                        WordFiles.run("Running title"))))
                        .bytes();
        assertThat(described(WORD.read(file)))
                .containsExactly(
                        "BODY 0 Before 6=1:img",
                        "BODY 0 A word in a box.",
                        "BODY 0 After",
                        "FURNITURE 0 Running title");
        var written = written(file, "fa", plain(read(file), "A word in a box.", "واژه‌ای در جعبه"));
        assertThat(described(WORD.read(written)))
                .containsExactly(
                        "BODY 0 Before 6=1:img",
                        "BODY 0 واژه‌ای در جعبه",
                        "BODY 0 After",
                        "FURNITURE 0 Running title");
    }

    @Test
    void trackedChangesCountAsAcceptedAndHiddenTextIsNotRead() {
        var file =
                WordFiles.of(
                                WordFiles.paragraph(
                                        WordFiles.run("He sold ")
                                                + "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>three</w:delText></w:r></w:del>"
                                                + "<w:ins w:id=\"2\" w:author=\"A\">"
                                                + WordFiles.run("four")
                                                + "</w:ins>"
                                                + WordFiles.run(" lamps.")
                                                + WordFiles.run("<w:vanish/>", "Secret.")))
                        .bytes();
        assertThat(read(file).paragraphs().getFirst().text()).isEqualTo("He sold four lamps.");
    }

    @Test
    void aTextThatIsItsOwnTranslationIsReadAgainAsItWas() {
        byte[] file = WordFiles.chapter().bytes();
        var targets =
                read(file).paragraphs().stream()
                        .map(paragraph ->
                                new Target(
                                        paragraph.place().textUnit(),
                                        paragraph.content(),
                                        List.of()))
                        .toList();
        for (String language : List.of("en", "fa")) {
            assertThat(described(WORD.read(written(file, language, targets))))
                    .isEqualTo(described(WORD.read(file)));
        }
    }

    @Test
    void withoutTargetsTheFileStaysAsItWas() {
        var file = WordFiles.chapter();
        var written = ZippedFile.of(written(file.bytes(), "fa", List.of()));
        assertThat(written.entries().keySet()).containsExactlyElementsOf(file.entries().keySet());
        file.entries()
                .forEach((name, bytes) ->
                        assertThat(written.entries().get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void whatWasWrittenInPersianIsReadAgain() {
        byte[] file = WordFiles.chapter().bytes();
        var targets = new ArrayList<Target>();
        var paragraphs = read(file).paragraphs();
        for (int i = 0; i < paragraphs.size(); i += 2) {
            targets.add(
                    new Target(
                            paragraphs.get(i).place().textUnit(),
                            TaggedText.plain("بندِ شمارهٔ " + i),
                            List.of()));
        }
        byte[] written = written(file, "fa", targets);
        var again = read(written).paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            assertThat(again.get(i).text())
                    .isEqualTo(i % 2 == 0 ? "بندِ شمارهٔ " + i : paragraphs.get(i).text());
        }
        var document = ZippedFile.of(written).text("word/document.xml");
        assertThat(count(document, "<w:bidi/>")).isEqualTo(6);
        assertThat(count(document, "<w:rtl/>")).isEqualTo(6);
        assertThat(document).contains("<w:lang w:bidi=\"fa-IR\"/>");
        assertThat(count(document, "<w:p[ />]")).isEqualTo(count(original(file), "<w:p[ />]"));
        for (String kept :
                List.of("<w:drawing>", "<w:footnoteReference ", "<w:tbl>", "<w:pStyle [^>]*>")) {
            assertThat(count(document, kept)).as(kept).isEqualTo(count(original(file), kept));
        }
    }

    @Test
    void codesComeBackInTheOrderOfTheTranslation() {
        byte[] file = WordFiles.chapter().bytes();
        var paragraph = read(file).paragraphs().get(2);
        var target =
                new Target(
                        paragraph.place().textUnit(),
                        tagged(
                                "خفته زیر پله، نگهبان پیر در بندر",
                                "0+4:bi;4-4:bi;12=3:fn;14+2:i;24-2:i;28+1:b;32-1:b"),
                        List.of());
        byte[] written = written(file, "fa", List.of(target));
        var again = read(written).paragraphs().get(2);
        assertThat(again.text()).isEqualTo(target.text().text());
        assertThat(seen(again.content())).isEqualTo(seen(target.text()));
    }

    @Test
    void aTranslatorsNoteIsAFootnoteWithItsMarkInPlace() {
        byte[] file = WordFiles.chapter().bytes();
        var paragraphs = read(file).paragraphs();
        var note =
                new Note(20, "یادداشت مترجم", tagged("بندر در زبان ما چنین است.", "0+1:i;4-1:i"));
        var target =
                new Target(
                        paragraphs.get(1).place().textUnit(),
                        tagged("نخستین شب", "5=20:tn"),
                        List.of(note));
        byte[] written = written(file, "fa", List.of(target));
        assertThat(described(WORD.read(written)))
                .contains(
                        "HEADING 1 نخستین شب 5=1:fn",
                        "FOOTNOTE 0 یادداشت مترجم: بندر در زبان ما چنین است. 15+1:i;19-1:i",
                        "FOOTNOTE 0 The storm of that winter. 18+1:i;24-1:i");
        assertThat(read(written).paragraphs().get(2).place().mark()).isEqualTo(new Mark(1, 1));
        // LibreOffice 7.4 goes by the order of the notes.
        var notes = ZippedFile.of(written).text("word/footnotes.xml");
        assertThat(notes.indexOf("یادداشت مترجم")).isLessThan(notes.indexOf("The storm"));
    }

    @Test
    void aDocumentWithoutNotesGetsAllThatOneNeeds() {
        byte[] file = WordFiles.of(WordFiles.paragraph(WordFiles.run("One lamp."))).bytes();
        var target =
                new Target(
                        read(file).paragraphs().getFirst().place().textUnit(),
                        tagged("یک چراغ.", "7=1:tn"),
                        List.of(new Note(1, "یادداشت", TaggedText.plain("نفتی."))));
        var written = ZippedFile.of(written(file, "fa", List.of(target)));
        assertThat(described(WORD.read(written.bytes())))
                .containsExactly("BODY 0 یک چراغ. 7=1:fn", "FOOTNOTE 0 یادداشت: نفتی.");
        assertThat(written.text("word/footnotes.xml")).contains("continuationSeparator");
        assertThat(written.text("[Content_Types].xml")).contains("/word/footnotes.xml");
        assertThat(written.text("word/_rels/document.xml.rels"))
                .contains("relationships/footnotes\" Target=\"footnotes.xml\"");
    }

    @Test
    void boldItalicsAndLinksOfTheTranslationAreReal() {
        byte[] file = WordFiles.chapter().bytes();
        var target =
                new Target(
                        read(file).paragraphs().get(7).place().textUnit(),
                        tagged(
                                "A light is a promise, they say here.",
                                "2+7:b;7-7:b;13+8:i;20-8:i;22+9:a https://example.org/?a=1&b=2;26-9:a;"
                                        + "31+10:a file://server/share;35-10:a"),
                        List.of());
        var written = written(file, "en", List.of(target));
        assertThat(described(WORD.read(written)))
                .contains(
                        "LIST 0 A light is a promise, they say here. 2+1:b;7-1:b;13+2:i;20-2:i;22+3:a;26-3:a");
        assertThat(ZippedFile.of(written).text("word/_rels/document.xml.rels"))
                .contains("Target=\"https://example.org/?a=1&amp;b=2\" TargetMode=\"External\"")
                .doesNotContain("file://");
    }

    @Test
    void aTranslationIntoEnglishNoLongerRunsFromTheRight() {
        String toLeft = "<w:rtl/>";
        byte[] file =
                WordFiles.of(
                                "<w:p><w:pPr><w:bidi/><w:jc w:val=\"left\"/></w:pPr>"
                                        + WordFiles.run(toLeft, "چراغ دریا ")
                                        + WordFiles.run("<w:bCs/>" + toLeft, "خاموش")
                                        + WordFiles.run(toLeft, " است.")
                                        + "</w:p><w:p><w:pPr><w:bidi/></w:pPr>"
                                        + WordFiles.run(toLeft, "باد می‌آید.")
                                        + "</w:p>")
                        .bytes();
        assertThat(described(WORD.read(file)).getFirst())
                .isEqualTo("BODY 0 چراغ دریا خاموش است. 10+1:b;15-1:b");
        var target =
                new Target(
                        read(file).paragraphs().getFirst().place().textUnit(),
                        tagged("The light of the sea is out.", "24+1:b;27-1:b"),
                        List.of());
        var document =
                ZippedFile.of(written(file, "en", List.of(target))).text("word/document.xml");
        String first = document.substring(0, document.indexOf("باد"));
        assertThat(count(first, "<w:bidi/>")).isEqualTo(1);
        assertThat(count(first, "<w:rtl/>")).isEqualTo(1);
        assertThat(first).containsPattern("<w:b( w:val=\"1\")?/>").contains("w:val=\"en-US\"");
    }

    @Test
    void aLatinWordInPersianIsNoCodeAndOtherParagraphsStayAsTheyWere() {
        String large = "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>";
        String changed =
                "<w:p w:rsidR=\"00A1\"><w:pPr><w:bidi/></w:pPr>"
                        + WordFiles.run("<w:rFonts w:hint=\"cs\"/>" + large + "<w:rtl/>", "او در ")
                        + WordFiles.run(large, "Rotterdam 1882")
                        + "<w:ins w:id=\"1\" w:author=\"A\">"
                        + WordFiles.run(large + "<w:rtl/>", " ماند.")
                        + "</w:ins></w:p>";
        byte[] file = WordFiles.of(changed + changed).bytes();
        assertThat(described(WORD.read(file)))
                .containsExactly(
                        "BODY 0 او در Rotterdam 1882 ماند.", "BODY 0 او در Rotterdam 1882 ماند.");
        var target =
                new Target(
                        read(file).paragraphs().getFirst().place().textUnit(),
                        TaggedText.plain("He stayed in Rotterdam."),
                        List.of());
        String document =
                ZippedFile.of(written(file, "en", List.of(target))).text("word/document.xml");
        assertThat(document).contains(changed);
        assertThat(count(document, "<w:rtl/>")).isEqualTo(2);
        assertThat(document)
                .doesNotContain("bargardan")
                .doesNotContain("kept-")
                .doesNotContain("burden");
    }

    @Test
    void paragraphsWhoseEndWasStruckOutAreOneAndStayWhole() {
        byte[] file =
                WordFiles.of(
                                "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>"
                                        + WordFiles.run("One ")
                                        + "</w:p>"
                                        + WordFiles.paragraph(WordFiles.run("two."))
                                        + WordFiles.paragraph(WordFiles.run("Three.")))
                        .bytes();
        assertThat(described(WORD.read(file))).containsExactly("BODY 0 One two.", "BODY 0 Three.");
        byte[] written = written(file, "fa", plain(read(file), "Three.", "سه."));
        assertThat(described(WORD.read(written))).containsExactly("BODY 0 One two.", "BODY 0 سه.");
    }

    @Test
    void aSplitParagraphIsWrittenWhole() {
        byte[] file = WordFiles.of(WordFiles.paragraph(WordFiles.run("One. Two."))).bytes();
        String unit = read(file).paragraphs().getFirst().place().textUnit();
        var written =
                written(
                        file,
                        "fa",
                        List.of(
                                new Target(unit, TaggedText.plain("یک."), List.of()),
                                new Target(unit, TaggedText.plain("دو."), List.of())));
        assertThat(read(written).paragraphs().getFirst().text()).isEqualTo("یک. دو.");
    }

    @Test
    void macrosOtherFilesAndEmptyOnesAreRefused() {
        assertThat(problem(WordFiles.chapter().with("word/vbaProject.bin", "x").bytes()))
                .isEqualTo(FormatProblem.ofFile(Kind.CONTAINER_MACROS, "word/vbaProject.bin"));
        var macro = WordFiles.chapter();
        macro.with(
                "[Content_Types].xml",
                macro.text("[Content_Types].xml")
                        .replace(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml"));
        assertThat(problem(macro.bytes()).kind()).isEqualTo(Kind.CONTAINER_MACROS);
        assertThat(problem(new ZippedFile().with("a.xml", "<a/>").bytes()))
                .isEqualTo(FormatProblem.ofFile(Kind.OTHER_FORMAT, "DOCX"));
        assertThat(problem(WordFiles.of(WordFiles.paragraph("")).bytes()).kind())
                .isEqualTo(Kind.NO_TEXT);
        assertThat(problem(new byte[0]).kind()).isEqualTo(Kind.CONTAINER_DAMAGED);
        var entity = WordFiles.chapter();
        entity.with(
                "word/document.xml",
                "<!DOCTYPE w:document [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                        + entity.text("word/document.xml").replaceFirst("<\\?xml[^>]*>", ""));
        assertThat(problem(entity.bytes()).kind()).isEqualTo(Kind.CONTAINER_DOCUMENT_TYPE);
        assertThat(
                        problem(WordFiles.of("<w:p>".repeat(1000) + "</w:p>".repeat(1000)).bytes())
                                .kind())
                .isEqualTo(Kind.CONTAINER_XML_TOO_COMPLEX);
    }

    /// Places and names of codes; a font that a comma has, but the words beside it do not, is none
    /// that a reader sees.
    private static List<String> seen(TaggedText text) {
        return text.codes().stream()
                .filter(code -> !code.label().equals("font"))
                .map(code -> code.at() + " " + code.kind() + " " + code.label())
                .toList();
    }

    private static FormatProblem problem(byte[] file) {
        return ((ReadResult.Failed) WORD.read(file)).problem();
    }

    private static ExtractedDocument read(byte[] file) {
        return ((ReadResult.Read) WORD.read(file)).document();
    }

    private static List<String> described(ReadResult result) {
        return ((ReadResult.Read) result)
                .document().paragraphs().stream()
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

    private static List<Target> plain(ExtractedDocument document, String source, String target) {
        return document.paragraphs().stream()
                .filter(paragraph -> paragraph.text().equals(source))
                .map(paragraph ->
                        new Target(
                                paragraph.place().textUnit(), TaggedText.plain(target), List.of()))
                .toList();
    }

    private static byte[] written(byte[] file, String language, List<Target> targets) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(WORD.write(file, "", new Translation(language, targets), out))
                    .isInstanceOf(WriteResult.Written.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String original(byte[] file) {
        return ZippedFile.of(file).text("word/document.xml");
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private static TaggedText tagged(String text, String codes) {
        return new TaggedText(text, InlineCodes.read(codes));
    }
}
