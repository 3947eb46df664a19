package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The file stands in `format/markdown`.
@Timeout(60)
class MarkdownTest {

    private final Markdown markdown = new Markdown(MarkupLimits.DEFAULT);
    private final WrittenBack files = new WrittenBack(markdown);

    @Test
    void theTextOfABookIsReadWithWhatItsParagraphsAre() {
        assertThat(files.read(lantern()).paragraphs())
                .extracting(
                        ExtractedParagraph::kind,
                        ExtractedParagraph::level,
                        ExtractedParagraph::text)
                .containsExactly(
                        tuple(ParagraphKind.HEADING, 1, "The Lantern of the Harbour"),
                        tuple(ParagraphKind.HEADING, 2, "Chapter One"),
                        tuple(
                                ParagraphKind.BODY,
                                0,
                                "The old lantern stood on the sill all night, and nobody remembered"
                                        + " who had lit it. Nobody asked. See the harbour or the"
                                        + " log."),
                        tuple(ParagraphKind.FOOTNOTE, 0, "Whale oil, not tallow."),
                        tuple(ParagraphKind.HEADING, 3, "What they lost found"),
                        tuple(ParagraphKind.LIST, 0, "A coil of rope, wet through"),
                        tuple(ParagraphKind.LIST, 0, "Two candles"),
                        tuple(ParagraphKind.LIST, 0, "one of wax"),
                        tuple(ParagraphKind.LIST, 0, "one of tallow"),
                        tuple(ParagraphKind.LIST, 0, "and older than the house"),
                        tuple(ParagraphKind.LIST, 0, "the key to cellar --open"),
                        tuple(
                                ParagraphKind.QUOTE,
                                0,
                                "She said that the sea keeps what it is given."),
                        tuple(ParagraphKind.QUOTE, 0, "And nothing else."),
                        tuple(
                                ParagraphKind.VERSE,
                                0,
                                "The oil is low,\nthe wick is thin,\nthe night is long."),
                        tuple(ParagraphKind.BODY, 0, "Who"),
                        tuple(ParagraphKind.BODY, 0, "What they had"),
                        tuple(ParagraphKind.BODY, 0, "Sara"),
                        tuple(ParagraphKind.BODY, 0, "a rope | a bell"),
                        tuple(ParagraphKind.BODY, 0, "Omid"),
                        tuple(ParagraphKind.BODY, 0, "nothing & no one"),
                        tuple(
                                ParagraphKind.VERSE,
                                0,
                                "The wind goes out,\n    the tide comes in.\n\nAnd so do we."),
                        tuple(ParagraphKind.CAPTION, 0, "A lantern on a sill"),
                        tuple(
                                ParagraphKind.BODY,
                                0,
                                "It cost 3 * 4 = 12 coins, all of them.\nEvery one."),
                        tuple(ParagraphKind.FOOTNOTE, 0, "Copper coins."),
                        tuple(ParagraphKind.FOOTNOTE, 0, "They were worth little."),
                        tuple(ParagraphKind.BODY, 0, "The keeper"));
    }

    @Test
    void formattingIsBesideTheTextAndFootnotesAreBehindTheirMarks() {
        var paragraphs = files.read(lantern()).paragraphs();
        assertThat(InlineCodes.write(paragraphs.get(2).content().codes()))
                .isEqualTo(
                        "4+1:b;8+2:i;15-2:i;15-1:b;33=3:fn;83+4:b;89-4:b;90+5:i;95-5:i;101+6:a;"
                                + "112-6:a;116+7:a;123-7:a");
        assertThat(paragraphs.get(2).sources())
                .extracting(CodeSource::content)
                .contains("[^oil]", "](https://harbour.example/map \"The map\")", "][log]");
        assertThat(paragraphs.get(3).place().mark()).isEqualTo(new Mark(2, 3));
        assertThat(paragraphs.get(24).place().mark()).isEqualTo(paragraphs.get(23).place().mark());
    }

    @Test
    void withoutATargetTheFileStaysAsItIs() {
        assertThat(files.written(lantern(), List.of())).isEqualTo(lantern());
    }

    @Test
    void itsOwnWordsReadAsThemselvesAgain() {
        var read = files.read(lantern());
        var written = files.written(lantern(), WrittenBack.sameWords(read));
        assertThat(WrittenBack.contents(files.read(written))).isEqualTo(WrittenBack.contents(read));
    }

    @Test
    void everySecondParagraphTranslatedWithMovedCodesHoldsItsWords() {
        var translated = new EverySecond(files.read(lantern()));
        var written = files.written(lantern(), translated.targets());
        translated.assertHeldBy(files.read(written));
        assertThat(written)
                .contains("[^tn1]: یادداشت مترجم: ")
                .contains("[^oil]", "(lantern.png)", "https://harbour.example/map", "][log]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# نه سرفصل",
                "- نه فهرست",
                "1. نه شماره",
                "12) نه شماره",
                "> نه نقل",
                "*نه* **کج** _یا_ __سیاه__",
                "`کد` نیست",
                "[پیوند](http://a.example) نیست",
                "![تصویر](a.png) نیست",
                "<script>alert(1)</script>",
                "<b>نه</b> &amp; &#65;",
                "[^oil] نشان نیست",
                "[^x]: تعریف نیست",
                "[log]: http://evil.example",
                "~~خط~~ ~ ~~~",
                "سه\n---\nخط",
                "سه\n===\nخط",
                "جدول | یا\n--- | ---\nنه",
                "پایان \\",
                "```\nحصار",
                "+ و = و : و |",
                "http://a.example/_x_",
                "&copy; © &",
                "نام_با_خط ۱۲. و ٪"
            })
    void wordsNeverBecomeMarkup(String words) {
        for (int number : List.of(0, 2, 5, 11, 17, 20, 21)) {
            var read = files.read(lantern());
            var paragraph = read.paragraphs().get(number);
            var target =
                    new Target(paragraph.place().textUnit(), TaggedText.plain(words), List.of());
            var again = files.read(files.written(lantern(), List.of(target)));
            boolean isOneLine = paragraph.kind() == ParagraphKind.CAPTION;
            assertThat(again.paragraphs()).hasSameSizeAs(read.paragraphs());
            assertThat(again.paragraphs().get(number).text())
                    .as("paragraph %d", number)
                    .isEqualTo(isOneLine ? words.replaceAll("\\s*\\n", " ") : words);
        }
    }

    @Test
    void boldItalicAndLinksOfTheTranslatorAreWritten() {
        assertThat(
                        translated(
                                "A word.",
                                "یک واژه‌ی «خوب»ها",
                                "0+5:b;2-5:b;3+6:i;7-6:i;10+7:b;15-7:b;16+8:a https://a.example/x?a=1&b=(2)"
                                        + ";17-8:a https://a.example/x?a=1&b=(2)"))
                .isEqualTo(
                        "**یک** *واژه*‌ی <strong>«خوب»</strong>ه[ا](<https://a.example/x?a=1&b=%282%29>)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//a.example",
                "vbscript:x",
                "https:a",
                ""
            })
    void addressesThatMayRunProgramsAreLeftOut(String address) {
        assertThat(translated("A word.", "یک واژه", "0+5:a " + address + ";2-5:a " + address))
                .isEqualTo("یک واژه");
    }

    @Test
    void aNoteOfTheTranslatorIsAFootnote() {
        var note =
                new Note(9, "یادداشت مترجم", WrittenBack.tagged("نام *شهری* است.", "4+1:b;10-1:b"));
        var target =
                new Target("p0", WrittenBack.tagged("اصفهان زیباست.", "6=9:tn"), List.of(note));
        var written = files.written("Isfahan is fair.[^tn1]\n\n[^tn1]: A note.", List.of(target));
        assertThat(written)
                .isEqualTo(
                        """
                        اصفهان[^tn2] زیباست.[^tn1]

                        [^tn1]: A note.

                        [^tn2]: یادداشت مترجم: نام <strong>\\*شهری\\*</strong> است.
                        """);
        assertThat(files.read(written).paragraphs())
                .extracting(ExtractedParagraph::kind)
                .containsExactly(
                        ParagraphKind.BODY, ParagraphKind.FOOTNOTE, ParagraphKind.FOOTNOTE);
    }

    @Test
    void aNoteInVerseIsMarkedBehindIt() {
        var note = new Note(1, "N", TaggedText.plain("body"));
        var target = new Target("p0", WrittenBack.tagged("```\nشعر", "5=1:tn"), List.of(note));
        assertThat(files.written("```\nA verse\n```\n", List.of(target)))
                .isEqualTo("````\n```\nشعر\n````\n\n[^tn1]\n\n[^tn1]: N: body\n");
    }

    @Test
    void notesStandBeforeCodeThatNeverEnds() {
        var note = new Note(1, "N", TaggedText.plain("body"));
        var target = new Target("p0", WrittenBack.tagged("واژه", "4=1:tn"), List.of(note));
        var code = new Target("p1", TaggedText.plain("شعر"), List.of());
        assertThat(files.written("A word\n\n```\nA verse", List.of(target, code)))
                .isEqualTo("واژه[^tn1]\n\n\n[^tn1]: N: body\n\n```\nشعر");
    }

    @Test
    void quotationsAndListsGoOnInEveryLineOfAVerse() {
        var target = new Target("p0", TaggedText.plain("یک\nدو"), List.of());
        assertThat(files.written("> 1. One,\n>    two.\n", List.of(target)))
                .isEqualTo("> 1. یک\\\n>    دو\n");
    }

    @Test
    void marksThatOnlyABlankPartsDoNotCutAParagraph() {
        assertThat(files.read("**One** *two* `three` and &amp; <b>four</b>.\n").paragraphs())
                .extracting(ExtractedParagraph::text)
                .containsExactly("One two three and & four.");
    }

    @Test
    void wordsAboutCharsetsAreTheAuthors() {
        String file =
                "<?xml version=\"1.0\" encoding=\"IBM037\"?>\n\nSay <meta charset=x> and سلام.\n";
        assertThat(files.read(file).filterParameters()).isEqualTo("charset=UTF-8;bom=false");
    }

    @Test
    void aFileWithoutWordsIsRefused() {
        assertThat(files.problem("# ***\n\n---\n".getBytes(UTF_8)).kind()).isEqualTo(Kind.NO_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ", "* ", "- ", "1. ", "[", "![", "[a](", "[a][", "`` ` ", "<a ", "<!--", "**a ",
                "*", "_a ", "~~", "&", "|", "\\", "[^a]", "[^a]: ", "``` \n", "a|b\n", "> - 1. ",
                "\t", "(", "<div>\n", "***a***"
            })
    @Timeout(20)
    void whatNestsWithoutEndIsReadOrRefusedSoon(String piece) {
        for (int times : new int[] {1_000, 100_000}) {
            var result = markdown.read((piece.repeat(times) + "x").getBytes(UTF_8));
            if (result instanceof ReadResult.Failed(var problem)) {
                assertThat(problem.kind())
                        .isIn(Kind.DOCUMENT_TOO_COMPLEX, Kind.PARAGRAPH_TOO_LONG, Kind.NO_TEXT);
            }
        }
    }

    /// The one paragraph, translated, without what ends the file.
    private String translated(String source, String words, String codes) {
        var target = new Target("p0", WrittenBack.tagged(words, codes), List.of());
        return files.written(source, List.of(target));
    }

    private static String lantern() {
        try (var in = MarkdownTest.class.getResourceAsStream("/format/markdown/lantern.md")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
