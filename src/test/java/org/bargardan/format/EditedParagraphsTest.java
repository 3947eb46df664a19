package org.bargardan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.ExtractedParagraph.Place;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditedParagraphsTest {

    private static final long SEED = Long.getLong("seed", 20261121);

    @Test
    void aCodeKeepsItsPlaceAmongTheLetters() {
        var document = document(paragraph("", "او مي گفت بس", null, code(3, 1), code(9, 2)));
        var edited = edited(document, new TextEdit(3, "مي ", "می\u200c"));
        assertThat(text(edited, 0).text()).isEqualTo("او می\u200cگفت بس");
        assertThat(text(edited, 0).codes()).extracting(InlineCode::at).containsExactly(3, 9);
        edited = edited(document, new TextEdit(5, " ", ""));
        assertThat(text(edited, 0).codes()).extracting(InlineCode::at).containsExactly(3, 8);
    }

    @Test
    void paragraphsWithoutALineBreakBetweenThemAreOne() {
        var document =
                document(
                        paragraph("", "نیمی از", null, code(0, 1)),
                        paragraph("\n\n", "یک جمله", null, code(3, 1)),
                        paragraph("\n\n", "[^1]: یادداشت", new Mark(1, 1)));
        var edited = edited(document, new TextEdit(7, "\n\n", " "));
        assertThat(edited.paragraphs()).hasSize(2);
        assertThat(text(edited, 0).text()).isEqualTo("نیمی از یک جمله");
        assertThat(text(edited, 0).codes())
                .extracting(InlineCode::at, InlineCode::id)
                .containsExactly(tuple(0, 1), tuple(11, 2));
        assertThat(edited.paragraphs().get(1).place().mark()).isEqualTo(new Mark(0, 1));
    }

    @Test
    void anEmptyLineSplitsAParagraphAndBothPartsKeepItsTextUnit() {
        var document =
                document(
                        paragraph("", "یکی. دیگری.", null, code(0, 1), code(5, 2)),
                        paragraph("\n\n", "بعدی", null));
        var edited = edited(document, new TextEdit(4, " ", "\n\n"));
        assertThat(edited.paragraphs())
                .extracting(ExtractedParagraph::text)
                .containsExactly("یکی.", "دیگری.", "بعدی");
        assertThat(edited.paragraphs())
                .extracting(paragraph -> paragraph.place().textUnit())
                .containsExactly("u0", "u0", "u1");
        assertThat(text(edited, 0).codes()).extracting(InlineCode::id).containsExactly(1);
        assertThat(text(edited, 1).codes())
                .extracting(InlineCode::at, InlineCode::id)
                .containsExactly(tuple(0, 2));
    }

    @Test
    void aParagraphOfWhichNothingIsLeftGoesWithItsNote() {
        var document =
                document(
                        paragraph("", "۲۳", null),
                        paragraph("\n\n", "متن", null),
                        paragraph("\n\n", "یادداشت", new Mark(1, 0)),
                        paragraph("\n\n", "یتیم", new Mark(0, 0)));
        var edited = edited(document, new TextEdit(0, "۲۳", ""));
        assertThat(edited.paragraphs())
                .extracting(ExtractedParagraph::text)
                .containsExactly("متن", "یادداشت", "یتیم");
        assertThat(edited.paragraphs().get(1).place().mark()).isEqualTo(new Mark(0, 0));
        assertThat(edited.paragraphs().get(2).place().mark()).isNull();
    }

    @Test
    void whateverIsEditedTheTextIsTheEditedOneAndCodesStayInIt() {
        var random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            var document = anyDocument(random);
            var edits = anyEdits(document.text(), random);
            var edited = new EditedParagraphs(document, edits).document();
            assertThat(edited.text())
                    .as("-Dseed=%d, round %d", SEED, round)
                    .isEqualTo(TextEdit.applied(document.text(), edits));
        }
    }

    private static ExtractedDocument anyDocument(Random random) {
        var paragraphs = new ArrayList<ExtractedParagraph>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            var text = "س" + anyText(random) + "😀";
            int length = text.codePointCount(0, text.length());
            var codes = new ArrayList<InlineCode>();
            int at = 0;
            for (int id = 1; id <= random.nextInt(4); id++) {
                at += random.nextInt(length - at + 1);
                codes.add(code(at, id));
            }
            paragraphs.add(
                    paragraph(i == 0 ? "" : "\n\n", text, null, codes.toArray(InlineCode[]::new)));
        }
        return document(paragraphs.toArray(ExtractedParagraph[]::new));
    }

    private static List<TextEdit> anyEdits(String text, Random random) {
        var edits = new ArrayList<TextEdit>();
        int at = 0;
        while (true) {
            int from = at + random.nextInt(8);
            int to = Math.min(text.length(), from + random.nextInt(5));
            if (from > text.length()) {
                return edits;
            }
            edits.add(
                    new TextEdit(from, text.substring(from, Math.max(from, to)), anyText(random)));
            at = Math.max(from, to) + 1;
        }
    }

    private static String anyText(Random random) {
        var signs = "سپ \n.a😀".codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return text.toString();
    }

    private static InlineCode code(int at, int id) {
        return new InlineCode(at, id, InlineCode.Kind.ALONE, "x");
    }

    private static ExtractedParagraph paragraph(
            String separator, String text, @Nullable Mark mark, InlineCode... codes) {
        var sources = new ArrayList<CodeSource>();
        for (var code : codes) {
            sources.add(new CodeSource(code.id(), code.kind(), "<x/>", true, true));
        }
        return new ExtractedParagraph(
                separator,
                new TaggedText(text, List.of(codes)),
                ParagraphKind.BODY,
                0,
                new Place("", 0, mark),
                sources);
    }

    private static ExtractedDocument document(ExtractedParagraph... paragraphs) {
        var placed = new ArrayList<ExtractedParagraph>();
        for (var paragraph : paragraphs) {
            placed.add(
                    new ExtractedParagraph(
                            paragraph.separatorBefore(),
                            paragraph.content(),
                            paragraph.kind(),
                            paragraph.level(),
                            new Place("u" + placed.size(), 0, paragraph.place().mark()),
                            paragraph.sources()));
        }
        return new ExtractedDocument(placed, "", "test", "", 1);
    }

    private static ExtractedDocument edited(ExtractedDocument document, TextEdit edit) {
        return new EditedParagraphs(document, List.of(edit)).document();
    }

    private static TaggedText text(ExtractedDocument document, int paragraph) {
        return document.paragraphs().get(paragraph).content();
    }
}
