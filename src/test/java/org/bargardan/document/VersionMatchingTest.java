package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.VersionMatching.Kind;
import org.bargardan.document.VersionMatching.Matched;
import org.bargardan.document.VersionMatching.OldParagraph;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionMatchingTest {

    /// A slash parts paragraphs, a bar segments. Of each new segment: = kept, > moved, < back, ~
    /// changed, with the number of the stored one; + new.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    nothing changed               ; a b|c d/e f          ;     ; a b|c d/e f          ; =1 =2 / =3
                    one is put in                 ; a b|c d/e f          ;     ; a b|x y|c d/e f      ; =1 + =2 / =3
                    one is taken out              ; a b|c d/e f          ;     ; a b/e f              ; =1 / =3
                    a word is changed             ; a b c d|e f g h|i j  ;     ; a b c d|e x g h|i j  ; =1 ~2 =3
                    half of the words are alike   ; a b|c d e f|i j      ;     ; a b|c d x y|i j      ; =1 ~2 =3
                    less than half are            ; a b|c d e f|i j      ;     ; a b|c x y z|i j      ; =1 + =3
                    one is moved                  ; a b/c d/e f/g h      ;     ; c d/e f/a b/g h      ; =2 / =3 / >1 / =4
                    two change places             ; a b/c d              ;     ; c d/a b              ; >2 / =1
                    stars stay where they stood   ; a b/* * */c d/* * */e f ;  ; a b/* * */x y/c d/* * */e f ; =1 / =2 / + / =3 / =4 / =5
                    a chapter goes with its stars ; a b/* * */c d/* * */e f ;  ; a b/* * */e f        ; =1 / =2 / =5
                    the same line twice           ; a b|yes/c d|yes/e f  ;     ; c d|yes/e f          ; =3 =4 / =5
                    everything is new             ; a b|c d/e f          ;     ; u v/w x|y z          ; + / + +
                    everything is gone            ; a b|c d/e f          ;     ; ''                   ; +
                    a paragraph is parted         ; a b|c d|e f          ;     ; a b/c d|e f          ; =1 / =2 =3
                    two paragraphs are joined     ; a b|c d/e f          ;     ; a b|c d|e f          ; =1 =2 =3
                    people had split one          ; a b|c d/e f          ;     ; a b c d/e f          ; =1 =2 / =3
                    the same beside a change      ; a b|c d|e f g h      ;     ; a b c d|e f g x      ; =1 =2 ~3
                    people had joined two         ; a b c d/e f          ;     ; a b|c d/e f          ; =1 / =2
                    joined, and one is put in     ; a b c d|e f          ;     ; a b|c d|x y|e f      ; =1 + =2
                    split, and the words changed  ; a b c|d e f          ;     ; a b c d e x          ; ~1
                    one comes back                ; a b|e f              ; c d ; a b|c d|e f          ; =1 <3 =2
                    what stands comes first       ; a b|c d              ; c d ; c d|a b              ; >2 =1
                    two edits in a row            ; a b c d|e f g h      ;     ; a b c x|e f g x      ; ~1 ~2
                    the likest takes it           ; a b c d              ;     ; a b x y|a b c y      ; + ~1
                    changes do not cross          ; a b c d|e f g h      ;     ; e f g x|a b c x      ; ~2 +
                    """)
    void segmentsFindWhatTheyContinue(
            String what, String old, String former, String now, String expected) {
        assertThat(shown(match(old, former, now))).isEqualTo(expected);
    }

    @Test
    void theSameWordsWithOtherCodesAreChanged() {
        var coded =
                new TaggedText("a b", List.of(new InlineCode(0, 1, InlineCode.Kind.ALONE, "fn")));
        var now =
                new NewParagraph(
                        ParagraphKind.BODY, 0, "p0", "", true, List.of(new NewSegment(coded, "")));
        var matched = VersionMatching.match(olds("a b"), List.of(), List.of(now), Set.of(), "en");
        assertThat(matched.matches().getFirst().kind()).isEqualTo(Kind.CHANGED);
    }

    @Test
    void whatAPersonSaidAParagraphIsStaysUnlessTheFileOrAPersonSaysOtherwise() {
        var heading = List.of(new OldParagraph(ParagraphKind.HEADING, 2, true, segments("a b")));
        assertThat(kinds(heading, ParagraphKind.BODY, Set.of()))
                .containsExactly(ParagraphKind.HEADING);
        assertThat(kinds(heading, ParagraphKind.QUOTE, Set.of()))
                .containsExactly(ParagraphKind.QUOTE);
        assertThat(kinds(heading, ParagraphKind.BODY, Set.of(0)))
                .containsExactly(ParagraphKind.BODY);
    }

    @Test
    void whatIsNotTranslatedContinuesNothingThatIs() {
        var now = new NewParagraph(ParagraphKind.FURNITURE, 0, "p0", "", false, segments("a b"));
        var matched = VersionMatching.match(olds("a b"), List.of(), List.of(now), Set.of(0), "en");
        assertThat(matched.matches().getFirst().kind()).isEqualTo(Kind.NEW);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyTwoVersionsAreMatchedWithoutContradiction(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var old = text(random);
            var former = random.nextBoolean() ? text(random) : "";
            var now = random.nextInt(8) == 0 ? old : text(random);
            var matched = match(old, former, now);
            var about = "seed %d: %s -> %s".formatted(seed, old, now);
            var used = new HashSet<Integer>();
            var oldSegments = new ArrayList<NewSegment>();
            olds(old).forEach(paragraph -> oldSegments.addAll(paragraph.segments()));
            int live = oldSegments.size();
            if (!former.isEmpty()) {
                olds(former).forEach(paragraph -> oldSegments.addAll(paragraph.segments()));
            }
            var nowSegments =
                    matched.paragraphs().stream()
                            .flatMap(paragraph -> paragraph.segments().stream())
                            .toList();
            assertThat(matched.matches()).as(about).hasSameSizeAs(nowSegments);
            int lastKept = -1;
            for (int j = 0; j < nowSegments.size(); j++) {
                var match = matched.matches().get(j);
                if (match.kind() == Kind.NEW) {
                    continue;
                }
                assertThat(used.add(match.old())).as(about).isTrue();
                assertThat(match.old() >= live).as(about).isEqualTo(match.kind() == Kind.BACK);
                if (match.kind() == Kind.KEPT) {
                    assertThat(match.old()).as(about).isGreaterThan(lastKept);
                    lastKept = match.old();
                }
                if (match.kind() != Kind.CHANGED) {
                    assertThat(nowSegments.get(j).source())
                            .as(about)
                            .isEqualTo(oldSegments.get(match.old()).source());
                }
            }
            assertThat(textOf(matched.paragraphs())).as(about).isEqualTo(textOf(news(now)));
            if (now.equals(old)) {
                assertThat(matched.matches())
                        .as(about)
                        .allMatch(match -> match.kind() == Kind.KEPT);
            }
        }
    }

    /// The matching itself, without a database: reading and writing rows come on top.
    @Test
    @Timeout(20)
    void booksOfTwentyThousandSegmentsAreMatchedInSeconds() {
        var random = new Random(7);
        var book =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> i % 50 == 0 ? "* * *" : sentence(random))
                        .toList();
        var edited = new ArrayList<String>();
        for (var sentence : book) {
            switch (random.nextInt(20)) {
                case 0 -> edited.add(sentence + " indeed");
                case 1 -> edited.add(sentence(random));
                case 2 -> {}
                default -> edited.add(sentence);
            }
        }
        var other = IntStream.range(0, 20_000).mapToObj(i -> sentence(random)).toList();
        var backwards = new ArrayList<>(book).reversed();
        for (var now : List.of(book, edited, other, backwards)) {
            var matched =
                    VersionMatching.match(
                            book.stream().map(VersionMatchingTest::old).toList(),
                            List.of(),
                            news(String.join("/", now)),
                            Set.of(),
                            "en");
            assertThat(matched.matches()).hasSameSizeAs(now);
        }
    }

    private static String sentence(Random random) {
        return random.ints(12, 0, 3_000)
                .mapToObj(word -> "w" + word)
                .collect(Collectors.joining(" "));
    }

    private static OldParagraph old(String text) {
        return new OldParagraph(ParagraphKind.BODY, 0, true, segments(text));
    }

    private static List<ParagraphKind> kinds(
            List<OldParagraph> old, ParagraphKind now, Set<Integer> marked) {
        var paragraph = new NewParagraph(now, 0, "p0", "", true, segments("a b"));
        return VersionMatching.match(old, List.of(), List.of(paragraph), marked, "en")
                .paragraphs()
                .stream()
                .map(NewParagraph::kind)
                .toList();
    }

    /// Few words, so that much is alike.
    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(paragraph ->
                        IntStream.range(0, 1 + random.nextInt(4))
                                .mapToObj(segment ->
                                        random.ints(1 + random.nextInt(4), 0, 5)
                                                .mapToObj(word -> "abcde".substring(word, word + 1))
                                                .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining("|")))
                .collect(Collectors.joining("/"));
    }

    private static Matched match(String old, String former, String now) {
        return VersionMatching.match(
                olds(old),
                former == null || former.isEmpty() ? List.of() : olds(former),
                news(now),
                Set.of(),
                "en");
    }

    private static List<OldParagraph> olds(String text) {
        return Arrays.stream(text.split("/", -1)).map(VersionMatchingTest::old).toList();
    }

    private static List<NewParagraph> news(String text) {
        return Arrays.stream(text.split("/", -1))
                .map(paragraph ->
                        new NewParagraph(
                                ParagraphKind.BODY, 0, "p", "\n", true, segments(paragraph)))
                .toList();
    }

    private static List<NewSegment> segments(String paragraph) {
        var texts = paragraph.split("\\|", -1);
        return IntStream.range(0, texts.length)
                .mapToObj(i ->
                        new NewSegment(
                                TaggedText.plain(texts[i]), i == texts.length - 1 ? "" : " "))
                .toList();
    }

    private static String textOf(List<NewParagraph> paragraphs) {
        return paragraphs.stream()
                .map(paragraph ->
                        paragraph.segments().stream()
                                .map(segment -> segment.source().text() + segment.spaceAfter())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Matched matched) {
        var shown = new ArrayList<String>();
        int next = 0;
        for (var paragraph : matched.paragraphs()) {
            var segments = new ArrayList<String>();
            for (int i = 0; i < paragraph.segments().size(); i++) {
                var match = matched.matches().get(next++);
                segments.add(
                        switch (match.kind()) {
                            case KEPT -> "=" + (match.old() + 1);
                            case MOVED -> ">" + (match.old() + 1);
                            case BACK -> "<" + (match.old() + 1);
                            case CHANGED -> "~" + (match.old() + 1);
                            case NEW -> "+";
                        });
            }
            shown.add(String.join(" ", segments));
        }
        return String.join(" / ", shown);
    }
}
