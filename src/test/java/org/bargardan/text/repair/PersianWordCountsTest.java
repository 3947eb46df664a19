package org.bargardan.text.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Counts the Persian words and neighbouring pairs of words of freely licensed parallel texts, and
/// compares them with the counts that the product carries.
///
/// `./bargardan test PersianWordCountsTest -Dtests.excluded= -Dwrite=true` writes them anew.
@Tag("gold-long")
class PersianWordCountsTest {

    private static final Path CORPORA = Path.of("../shared/corpora");

    private static final List<String> FILES =
            List.of("mizan-dev-sample.tsv", "ntrex128.tsv", "tatoeba.tsv", "tico19.tsv");

    private static final Path COUNTS =
            Path.of("src/main/resources/org/bargardan/text/repair/word-counts.tsv");

    private static final Pattern WORD_OR_MARK =
            Pattern.compile("[\u0621-\u064A\u066E-\u06D3\u200C]+|[0-9٠-٩۰-۹]+|\\S");

    private static final String MARKS = ".،:؛؟!";

    @Test
    void theCommittedCountsAreThoseOfTheTexts() throws IOException {
        assumeTrue(Files.exists(CORPORA), "SKIPPED: the corpora are not beside the project");
        var counts = new TreeMap<String, Integer>();
        for (var file : FILES) {
            for (var line : Files.readAllLines(CORPORA.resolve(file), UTF_8)) {
                var columns = line.split("\t", -1);
                if (columns.length > 1) {
                    count(columns[1], counts);
                }
            }
        }
        var table = table(counts);
        if (Boolean.getBoolean("write")) {
            Files.writeString(COUNTS, table, UTF_8);
        }
        assertThat(Files.readString(COUNTS, UTF_8)).isEqualTo(table);
    }

    private static void count(String sentence, Map<String, Integer> counts) {
        var persian =
                sentence.replace('ي', 'ی')
                        .replace('ى', 'ی')
                        .replace('ك', 'ک')
                        .replaceAll("[\u064B-\u065F\u0670\u0640]", "");
        var words = WORD_OR_MARK.matcher(persian);
        var before = "";
        while (words.find()) {
            var word = token(words.group());
            if (word.isEmpty()) {
                before = "";
                continue;
            }
            counts.merge(word, 1, Integer::sum);
            if (!before.isEmpty()) {
                counts.merge(before + " " + word, 1, Integer::sum);
            }
            before = word;
        }
    }

    // A number of whatever digits is #; other marks and letters part what stands around them.
    private static String token(String found) {
        char first = found.charAt(0);
        if (Character.isDigit(first)) {
            return "#";
        }
        if (MARKS.indexOf(first) >= 0) {
            return found;
        }
        var word = found.replaceAll("^\u200C+|\u200C+$", "");
        return word.isEmpty() || word.charAt(0) < '\u0621' || word.charAt(0) > '\u06D3' ? "" : word;
    }

    // What was seen once is mostly a misspelling or a name.
    private static String table(Map<String, Integer> counts) {
        var table = new StringBuilder();
        counts.forEach((words, count) -> {
            if (count > 1) {
                table.append(words).append('\t').append(count).append('\n');
            }
        });
        return table.toString();
    }
}
