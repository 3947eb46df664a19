package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.bargardan.GeneratedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchFoldingTest {

    static List<Arguments> matchKeys() {
        return Table.read("match-keys.tsv");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("matchKeys")
    void aTextHasItsMatchKey(String language, String text, String key) {
        assertThat(SearchFolding.matchKey(text.replace("\\n", "\n"), language)).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void foldingAFoldedTextChangesNothing(GeneratedText sample) {
        var key = SearchFolding.matchKey(sample.text(), "fa");
        assertThat(SearchFolding.matchKey(key, "fa")).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void composedAndDecomposedTextHaveOneKey(GeneratedText sample) {
        var decomposed = Normalizer.normalize(sample.text(), Normalizer.Form.NFD);
        assertThat(SearchFolding.matchKey(decomposed, "fa"))
                .isEqualTo(SearchFolding.matchKey(sample.text(), "fa"));
    }

    @Test
    void tokensAreTheWordsAndNumbersWithoutPunctuation() {
        assertThat(SearchFolding.tokens("«می‌روم»، گفت؛ ۳٫۵ بار! Don’t — stop…", "fa"))
                .containsExactly("میروم", "گفت", "3.5", "بار", "don't", "stop");
    }

    /// The first three are published test vectors of FNV-1a.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|cbf29ce484222325",
                "a|af63dc4c8601ec8c",
                "foobar|85944171f73967e8",
                "میروم|245b27dcaef95c18",
                "𐎠|7d809038bbb1359b"
            })
    void theHashNeverChanges(String text, String hash) {
        assertThat(Long.toHexString(SearchFolding.hash64(text))).isEqualTo(hash);
    }
}
