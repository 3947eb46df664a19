package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sentences that people marked in real books, scored as the gold data's own script does:
/// precision, recall and F1 of the boundaries within paragraphs, by letter offset.
class SegmentationGoldTest {

    private static final Path GOLD = Path.of("../shared/gold/segmentation.jsonl");

    @ParameterizedTest(name = "{0}: F1 at least {1}")
    @CsvSource({"fa, 0.985", "en, 0.990"})
    void boundariesAreFoundAndNoLetterChanges(String language, double leastF1) throws IOException {
        assumeTrue(Files.exists(GOLD), "SKIPPED: the gold data is not beside the project");
        var segmenter = Segmenter.forLanguage(language);
        int found = 0;
        int wrong = 0;
        int missed = 0;
        for (var paragraph : paragraphs(language)) {
            var gold = paragraph.get("sentences").valueStream().map(JsonNode::stringValue).toList();
            var cut = segmenter.cut(paragraph.get("paragraph").stringValue()).texts();
            assertThat(letters(String.join(" ", cut))).isEqualTo(letters(String.join(" ", gold)));
            var expected = boundaries(gold);
            var actual = boundaries(cut);
            int right = (int) actual.stream().filter(expected::contains).count();
            found += right;
            wrong += actual.size() - right;
            missed += expected.size() - right;
        }
        double f1 = 2.0 * found / (2.0 * found + wrong + missed);
        assertThat(f1)
                .as("F1 of %d found, %d wrong, %d missed", found, wrong, missed)
                .isGreaterThanOrEqualTo(leastF1);
    }

    private static List<JsonNode> paragraphs(String language) throws IOException {
        var json = new JsonMapper();
        try (var lines = Files.lines(GOLD)) {
            return lines.map(json::readTree)
                    .filter(node -> node.get("lang").stringValue().equals(language))
                    .toList();
        }
    }

    private static Set<Integer> boundaries(List<String> sentences) {
        var boundaries = new TreeSet<Integer>();
        int letters = 0;
        for (var sentence : sentences.subList(0, sentences.size() - 1)) {
            letters += letters(sentence).length();
            boundaries.add(letters);
        }
        return boundaries;
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
