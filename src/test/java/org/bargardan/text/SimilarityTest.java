package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bargardan.GeneratedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimilarityTest {

    static List<Arguments> likeness() {
        return Table.read("likeness.tsv");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("likeness")
    void twoTextsAreAsAlikeAsTheTableSays(String language, int score, String a, String b) {
        assertThat(Similarity.compare(a, b, language)).isEqualTo(new Likeness(score, score == 99));
        assertThat(Similarity.compare(b, a, language)).isEqualTo(new Likeness(score, score == 99));
    }

    @Test
    void textsThatDifferInDirectionMarksOnlyAreTheSame() {
        assertThat(Similarity.compare("گفت.\u200F", "\u202Bگفت.", "fa").score()).isEqualTo(100);
    }

    @Test
    void textsWithoutAWordAreAlike() {
        assertThat(Similarity.score(List.of(), List.of())).isEqualTo(100);
        assertThat(Similarity.compare("", "", "fa").score()).isEqualTo(100);
        assertThat(Similarity.compare("", "شب", "fa").score()).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void aTextIsLikeItselfAndLikenessGoesBothWays(GeneratedText sample) {
        var a = tokens(sample.text());
        var b = tokens(sample.edited());
        assertThat(Similarity.score(a, a)).isEqualTo(100);
        assertThat(Similarity.score(a, b)).isEqualTo(Similarity.score(b, a)).isBetween(0, 100);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void theScoreIsThatOfThePlainTable(GeneratedText sample) {
        var a = tokens(sample.text());
        var b = tokens(sample.edited());
        int longer = Math.max(a.size(), b.size());
        assertThat(Similarity.score(a, b))
                .isEqualTo(longer == 0 ? 100 : 100 * (longer - plainDistance(a, b)) / longer);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void theBoundedScoreIsTheFullOneOrBelow(GeneratedText sample) {
        var a = tokens(sample.text());
        for (var other : List.of(sample.edited(), GeneratedText.of(sample.seed() + 1).text())) {
            var b = tokens(other);
            int full = Similarity.score(a, b);
            for (int threshold = 0; threshold <= 100; threshold += 5) {
                assertThat(Similarity.scoreAtLeast(threshold, a, b))
                        .isEqualTo(full >= threshold ? full : -1);
            }
        }
    }

    private static int plainDistance(List<String> a, List<String> b) {
        var table = new int[a.size() + 1][b.size() + 1];
        for (int i = 0; i <= a.size(); i++) {
            for (int j = 0; j <= b.size(); j++) {
                table[i][j] =
                        i == 0 || j == 0
                                ? i + j
                                : Math.min(
                                        table[i - 1][j - 1]
                                                + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1),
                                        1 + Math.min(table[i - 1][j], table[i][j - 1]));
            }
        }
        return table[a.size()][b.size()];
    }

    private static List<String> tokens(String text) {
        return SearchFolding.tokens(text, "fa");
    }
}
