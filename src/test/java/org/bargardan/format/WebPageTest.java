package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

/// The page stands in `format/html`.
@Timeout(60)
class WebPageTest {

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)[\\s>/]");

    private final WebPage webPage = new WebPage(MarkupLimits.DEFAULT);
    private final WrittenBack files = new WrittenBack(webPage);

    @Test
    void aPageIsReadAsAPersonSeesIt() {
        assertThat(files.read(harbour()).paragraphs())
                .extracting(
                        ExtractedParagraph::kind,
                        ExtractedParagraph::level,
                        ExtractedParagraph::text)
                .containsExactly(
                        tuple(ParagraphKind.FURNITURE, 0, "The Keeper of the Harbour & Her Lamps"),
                        tuple(ParagraphKind.FURNITURE, 0, "Chapters"),
                        tuple(ParagraphKind.FURNITURE, 0, "About us"),
                        tuple(ParagraphKind.HEADING, 1, "The Keeper of the Harbour"),
                        tuple(
                                ParagraphKind.BODY,
                                0,
                                "She had forty lamps and one\u00A0match; the harbour was dark."
                                        + " Nobody came."),
                        tuple(ParagraphKind.FOOTNOTE, 0, "Forty by her own count."),
                        tuple(ParagraphKind.HEADING, 2, "What\u00AD they said"),
                        tuple(ParagraphKind.QUOTE, 0, "“A lamp is not a star”, they said."),
                        tuple(ParagraphKind.QUOTE, 0, "loose words of a quotation"),
                        tuple(ParagraphKind.LIST, 0, "First the oil"),
                        tuple(ParagraphKind.LIST, 0, "of whales"),
                        tuple(ParagraphKind.LIST, 0, "then the wick"),
                        tuple(ParagraphKind.LIST, 0, "Second the glass"),
                        tuple(ParagraphKind.CAPTION, 0, "Her lamps"),
                        tuple(ParagraphKind.BODY, 0, "Lamp"),
                        tuple(ParagraphKind.BODY, 0, "Oil"),
                        tuple(ParagraphKind.BODY, 0, "the tall one"),
                        tuple(ParagraphKind.BODY, 0, "4 < 5 measures"),
                        tuple(
                                ParagraphKind.VERSE,
                                0,
                                "The sea goes out,\nthe sea comes in,\nand nobody counts it."),
                        tuple(
                                ParagraphKind.VERSE,
                                0,
                                "A line as it stands\n    and one further in"),
                        tuple(ParagraphKind.CAPTION, 0, "The harbour at night"),
                        tuple(ParagraphKind.BODY, 0, "Her brother kept فانوس in a chest."),
                        tuple(ParagraphKind.FOOTNOTE, 0, "A chest of cedar."),
                        tuple(ParagraphKind.BODY, 0, "An end without an end"),
                        tuple(ParagraphKind.BODY, 0, "and a block of its own"),
                        tuple(ParagraphKind.HEADING, 2, "Notes"),
                        tuple(ParagraphKind.FURNITURE, 0, "Printed by nobody"));
    }

    @Test
    void formattingIsBesideTheTextAndFootnotesAreBehindTheirMarks() {
        var paragraphs = files.read(harbour()).paragraphs();
        assertThat(InlineCodes.write(paragraphs.get(4).content().codes()))
                .isEqualTo(
                        "8+1:b;14+2:i;19-2:i;19-1:b;28+3:i;33-3:i;39+4:a;46-4:a;56=5:fn;57=6:img");
        assertThat(paragraphs.get(5).place().mark()).isEqualTo(new Mark(4, 5));
        assertThat(paragraphs.get(4).sources())
                .filteredOn(source -> !source.deletable())
                .extracting(CodeSource::content)
                .containsExactly(
                        "<sup><a href=\"#fn1\" id=\"ref1\">1</a></sup>",
                        "<img src=\"lamp.png\" alt=\"A lamp\">");
        assertThat(paragraphs.get(22).place().mark()).isEqualTo(new Mark(21, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void withoutATargetThePageStaysAsItIs(String lineEnd) {
        String page = harbour().replace("\n", lineEnd);
        assertThat(files.written(page, List.of())).isEqualTo(page);
    }

    @Test
    void nothingChangesButWhatIsTranslatedLanguageAndDirection() {
        var target = new Target("u6", TaggedText.plain("«چراغ ستاره نیست.»"), List.of());
        assertThat(files.written(harbour(), List.of(target)))
                .isEqualTo(
                        harbour()
                                .replace(
                                        "&ldquo;A lamp is no&#x74; a star&rdquo;, they said.",
                                        "«چراغ ستاره نیست.»")
                                .replace(
                                        "<html lang=\"en-GB\" dir=\"ltr\">",
                                        "<html lang=\"fa\" dir=\"rtl\">")
                                .replace("<body dir=\"ltr\"", "<body dir=\"rtl\""));
    }

    @Test
    void itsOwnWordsReadAsThemselvesAgain() {
        var read = files.read(harbour());
        var written = files.written(harbour(), WrittenBack.sameWords(read));
        assertThat(WrittenBack.contents(files.read(written)))
                .containsExactlyElementsOf(WrittenBack.contents(read));
    }

    @Test
    void everySecondParagraphTranslatedWithMovedCodesHoldsItsWords() {
        var translated = new EverySecond(files.read(harbour()));
        var written = files.written(harbour(), translated.targets());
        translated.assertHeldBy(files.read(written));
        var tags = tags(harbour());
        // A word in bold, the mark of the note and its way back.
        tags.merge("b", 1, Integer::sum);
        tags.merge("sup", 1, Integer::sum);
        tags.merge("a", 2, Integer::sum);
        tags.merge("section", 1, Integer::sum);
        tags.merge("div", 1, Integer::sum);
        tags.merge("p", 1, Integer::sum);
        // Lines of a poem are the translator's.
        tags.remove("br");
        assertThat(tags(written)).isEqualTo(tags);
    }

    private static Map<String, Integer> tags(String page) {
        var counts = new TreeMap<String, Integer>();
        TAG.matcher(page).results().forEach(tag -> counts.merge(tag.group(1), 1, Integer::sum));
        return counts;
    }

    @Test
    void aNoteOfTheTranslatorIsLinkedBothWays() {
        var note =
                new Note(1, "یادداشت مترجم", WrittenBack.tagged("شهری <کهن> است.", "5+1:b;10-1:b"));
        var target =
                new Target("u0", WrittenBack.tagged("اصفهان زیباست.", "6=1:tn"), List.of(note));
        var written =
                files.written("<html><body><p>Isfahan is fair.</p></body></html>", List.of(target));
        assertThat(written)
                .isEqualTo(
                        """
                        <html lang="fa" dir="rtl"><body><p>اصفهان\
                        <sup><a id="tnref1" href="#tn1" role="doc-noteref">[۱]</a></sup> زیباست.</p>\
                        <section role="doc-endnotes" class="translator-notes">
                        <div id="tn1" role="doc-endnote"><p>یادداشت مترجم: شهری <b>&lt;کهن&gt;</b> است. \
                        <a href="#tnref1" role="doc-backlink">↩</a></p></div>
                        </section>
                        </body></html>\
                        """);
        assertThat(files.read(written).paragraphs())
                .extracting(ExtractedParagraph::kind, paragraph -> paragraph.place().mark())
                .containsExactly(
                        tuple(ParagraphKind.BODY, null),
                        tuple(ParagraphKind.FOOTNOTE, new Mark(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp; &#60;",
                "a < b > c & d",
                "--> ]]> </p></body>",
                "\" onload=\"x",
                "&nbsp;\u00A0."
            })
    void wordsNeverBecomeMarkup(String words) {
        for (int number : new int[] {0, 3, 4, 17, 18, 19}) {
            var paragraph = files.read(harbour()).paragraphs().get(number);
            var target =
                    new Target(paragraph.place().textUnit(), TaggedText.plain(words), List.of());
            var again = files.read(files.written(harbour(), List.of(target)));
            assertThat(again.paragraphs()).hasSize(27);
            assertThat(again.paragraphs().get(number).text()).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//a.example",
                "https:a"
            })
    void addressesThatMayRunProgramsAreLeftOut(String address) {
        assertThat(translated("0+5:a " + address + ";2-5:a " + address))
                .isEqualTo("<p>یک واژه</p>");
    }

    @Test
    void addressesAreWrittenSoThatTheyEndNothing() {
        assertThat(
                        translated(
                                "0+5:a https://a.example/\"><b>'&x=1;2-5:a https://a.example/\"><b>'&x=1"))
                .isEqualTo(
                        "<p><a href=\"https://a.example/%22%3E%3Cb%3E%27&amp;x=1\">یک</a> واژه</p>");
    }

    @Test
    void codesOfTheTranslatorThatCrossAreClosedAndOpenedAgain() {
        assertThat(translated("0+5:b;1+6:i;2-5:b;4-6:i"))
                .isEqualTo("<p><b>ی<i>ک</i></b><i> و</i>اژه</p>");
        assertThat(translated("0-5:b;1+6:i;2+7:script;3=8:iframe"))
                .isEqualTo("<p>ی<i>ک واژه</i></p>");
    }

    /// One paragraph with two words, written with these codes.
    private String translated(String codes) {
        var target = new Target("u0", WrittenBack.tagged("یک واژه", codes), List.of());
        return files.written("<p>A word</p>", List.of(target))
                .replace("<html lang=\"fa\" dir=\"rtl\">", "");
    }

    @Test
    void thePagesTitleFollowsTheHeadingThatSaysTheSame() {
        String page =
                "<html><head><title>The  Lamp</title></head><body><h1>The <i>Lamp</i></h1></body></html>";
        assertThat(files.read(page).paragraphs()).hasSize(1);
        var target = new Target("u1", WrittenBack.tagged("چراغ & باد", "0+1:i;4-1:i"), List.of());
        assertThat(files.written(page, List.of(target)))
                .contains("<title>چراغ &amp; باد</title>")
                .contains("<h1><i>چراغ</i> &amp; باد</h1>");
    }

    @Test
    void aTranslationIntoEnglishRunsFromLeftToRight() {
        String page =
                "<html xml:lang='fa' lang=fa dir=RTL><body><div dir='rtl' lang='fa-IR'><p>سلام</p><p lang=ar>مرحبا</p>";
        var target = new Target("u0", TaggedText.plain("Hello"), List.of());
        assertThat(new String(files.written(page.getBytes(UTF_8), "en-GB", List.of(target)), UTF_8))
                .isEqualTo(
                        "<html xml:lang=\"en-GB\" lang=\"en-GB\" dir=\"ltr\"><body><div dir=\"ltr\""
                                + " lang=\"en-GB\"><p>Hello</p><p lang=ar>مرحبا</p>");
    }

    @Test
    void charsetsAreKnownByMarkDeclarationOrLetters() {
        String words =
                "<p>چراغ را هر شب روشن می‌کرد و صبح خاموش.</p>".replace('ی', 'ي').replace('ک', 'ك');
        String declared = "<html><meta charset='windows-1256'>" + words;
        assertThat(parameters(declared.getBytes(WINDOWS_1256)))
                .isEqualTo("charset=windows-1256;bom=false");
        assertThat(parameters(declared.getBytes(UTF_8)))
                .isEqualTo("charset=windows-1256;bom=false");
        assertThat(parameters(("\uFEFF" + declared).getBytes(UTF_8)))
                .isEqualTo("charset=UTF-8;bom=true");
        assertThat(parameters(("\uFEFF" + words).getBytes(UTF_16LE)))
                .isEqualTo("charset=UTF-16LE;bom=true");
        assertThat(parameters(words.getBytes(UTF_8))).isEqualTo("charset=UTF-8;bom=false");
        assertThat(parameters(words.repeat(3).getBytes(WINDOWS_1256)))
                .isEqualTo("charset=windows-1256;bom=false");
        assertThat(parameters("<meta charset=latin1><p>caf\u00e9</p>".getBytes(ISO_8859_1)))
                .isEqualTo("charset=windows-1252;bom=false");
        String wrong = declared.replace("windows-1256", "utf-8");
        assertThat(parameters(wrong.repeat(3).getBytes(WINDOWS_1256)))
                .isEqualTo("charset=windows-1256;bom=false");
    }

    private String parameters(byte[] file) {
        return files.read(file).filterParameters();
    }

    @Test
    void aTranslationIsInUtf8AndSaysSo() {
        String page =
                "<html><head><META HTTP-EQUIV=Content-Type content='text/html; charset=windows-1256'></head><p>سلام</p>";
        var target = new Target("u0", TaggedText.plain("درودِ گرم ✓"), List.of());
        var written =
                new String(
                        files.written(page.getBytes(WINDOWS_1256), "fa", List.of(target)), UTF_8);
        assertThat(written)
                .contains("content=\"text/html; charset=utf-8\"")
                .contains("درودِ گرم ✓");
        String xml = "<?xml version='1.0' encoding='windows-1256'?><html><p>سلام</p></html>";
        assertThat(
                        new String(
                                files.written(xml.getBytes(WINDOWS_1256), "fa", List.of(target)),
                                UTF_8))
                .startsWith("<?xml version='1.0' encoding='UTF-8'?>");
        byte[] bare = "<p>سلام دنيا، این یک متن است</p>".replace('ی', 'ي').getBytes(WINDOWS_1256);
        assertThat(new String(files.written(bare, "fa", List.of(target)), UTF_8))
                .isEqualTo(
                        "<html lang=\"fa\" dir=\"rtl\"><meta charset=\"utf-8\"><p>درودِ گرم ✓</p>");
    }

    @Test
    void charactersThatTheFilterMeansSomethingByAreCodes() {
        String page = "<p title='\uE101'>An \uE101icon&#xE102; and &#0;&#xD800;&#x110000; none</p>";
        var read = files.read(page).paragraphs();
        assertThat(read)
                .extracting(ExtractedParagraph::text)
                .containsExactly("An icon and \uFFFD\uFFFD\uFFFD none");
        assertThat(InlineCodes.write(read.getFirst().content().codes()))
                .isEqualTo("3=1:u+e101;7=2:u+e102");
        var target = new Target("u0", WrittenBack.tagged("شکل \uE103", "3=2:u+e102"), List.of());
        assertThat(files.written(page, List.of(target)))
                .contains("<p title='\uE101'>شکل\uE102 \uE103</p>");
    }

    @Test
    void linesOfVerseAreBrokenWhereTheTranslatorBreaksThem() {
        var poem = new Target("u0", TaggedText.plain("یک\nدو"), List.of());
        var pre = new Target("u1", TaggedText.plain("سه\n  چهار"), List.of());
        assertThat(
                        files.written(
                                "<p class=poem>One<br>two<br>three</p><pre>\nThree\n four\n</pre>",
                                List.of(poem, pre)))
                .endsWith("<p class=poem>یک<br/>دو</p><pre>\nسه\n  چهار\n</pre>");
    }

    @Test
    void aPageWithoutWordsIsRefused() {
        assertThat(files.problem("<p>***</p><script>words</script>".getBytes(UTF_8)).kind())
                .isEqualTo(Kind.NO_TEXT);
        assertThat(files.problem("<p>\uFDD0</p>".getBytes(UTF_8)).kind())
                .isEqualTo(Kind.NOT_STORABLE);
        assertThat(files.problem(new byte[21 * 1024 * 1024]).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<p>",
                "<li>",
                "<ul><li>",
                "<table><tr><td>",
                "<a href=x>",
                "<",
                "&",
                "<!--",
                "<!",
                "<!DOCTYPE [",
                "<![CDATA[",
                "<?",
                "<p ",
                "<p a='",
                "<p a=\"",
                "<p a='x' ",
                "</",
                "</div>",
                "<script>",
                "<style>",
                "<pre>",
                "<br>",
                "x<b>y</i>",
                "<p>x",
                "<h1>x",
                "&#",
                "&#x",
                "&amp",
                "<%",
                "<textarea>",
                "<svg>",
                "<a id='x' href='#x'>1</a>",
                "<p translate=no>",
                "<sup><a href='#fn1'>1</a></sup><p id=fn1>x",
                "<%x%>",
                "<?x?>",
                "<!--x-->",
                "<![CDATA[x]]>",
                "<form>",
                "<td>",
                "\uE101",
                "<p\n"
            })
    @Timeout(20)
    void whatNestsWithoutEndIsReadOrRefusedSoon(String piece) {
        for (int times : new int[] {1_000, 20_000}) {
            var result = webPage.read(("<p>word</p>" + piece.repeat(times) + "x").getBytes(UTF_8));
            if (result instanceof ReadResult.Failed(var problem)) {
                assertThat(problem.kind())
                        .isIn(
                                Kind.DOCUMENT_TOO_COMPLEX,
                                Kind.DOCUMENT_DAMAGED,
                                Kind.PARAGRAPH_TOO_LONG);
            }
        }
    }

    @Test
    @Timeout(20)
    void anAttributeOfTenMegabytesIsNoHarm() {
        String page = "<p title=\"" + "x".repeat(10_000_000) + "\">word</p>";
        assertThat(files.read(page).paragraphs()).hasSize(1);
    }

    private static String harbour() {
        try (var in = WebPageTest.class.getResourceAsStream("/format/html/harbour.html")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
