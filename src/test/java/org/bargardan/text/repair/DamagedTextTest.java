package org.bargardan.text.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own essay, damaged as programs damage text, must come back.
class DamagedTextTest {

    private static final TextRepair REPAIR = TextRepair.forLanguage("fa");
    private static final int WIDTH = 72;
    private static final Pattern MARK_OR_WORD = Pattern.compile("[.،؛:؟!»«()]+|[^\\s.،؛:؟!»«()]+");
    private static final Pattern LEFT_TO_RIGHT =
            Pattern.compile("[A-Za-z0-9۰-۹][A-Za-z0-9۰-۹:/.]*|.");

    static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "kashida as P",
                        1.0,
                        perLine(line -> line.replaceAll("([بسشنمکگلهیتف])(?=[ا-ی])", "$1PP"))),
                damage("letters in reverse", 1.0, perLine(DamagedTextTest::reversed)),
                damage("every second line in reverse", 0.99, DamagedTextTest::everySecondReversed),
                damage("every word a run", 0.999, perLine(DamagedTextTest::wordByWord)),
                damage("lam and alef turned", 0.995, perLine(line -> line.replace("لا", "ال"))),
                damage("embedded for layout", 1.0, perLine(DamagedTextTest::embedded)),
                damage("edges displaced", 1.0, perLine(DamagedTextTest::edgesDisplaced)),
                damage(
                        "joiners and Persian letters lost",
                        0.99,
                        perLine(line ->
                                line.replace("\u200C", "").replace('ی', 'ي').replace('ک', 'ك'))),
                damage("hard wraps alone", 1.0, UnaryOperator.identity()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void damagedTextComesBack(String what, double leastShare, UnaryOperator<List<String>> damage)
            throws IOException {
        var essay = essay();
        var damaged = String.join("\n", damage.apply(wrapped(essay)));
        var repaired = REPAIR.repair(damaged);
        assertThat(repaired.undone()).isEqualTo(damaged);
        assertThat(shareOfWordsInOrder(essay, repaired.text()))
                .as(what)
                .isGreaterThanOrEqualTo(leastShare);
    }

    @Test
    void soundTextStays() throws IOException {
        var essay = essay();
        assertThat(words(REPAIR.repair(essay).text())).isEqualTo(words(essay));
    }

    private static Arguments damage(
            String what, double leastShare, UnaryOperator<List<String>> damage) {
        return Arguments.of(what, leastShare, damage);
    }

    private static UnaryOperator<List<String>> perLine(UnaryOperator<String> damage) {
        return lines -> lines.stream().map(damage).toList();
    }

    private static List<String> everySecondReversed(List<String> lines) {
        var damaged = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            damaged.add(i % 2 == 0 ? lines.get(i) : reversed(lines.get(i)));
        }
        return damaged;
    }

    private static String reversed(String line) {
        return LEFT_TO_RIGHT
                .matcher(line)
                .results()
                .map(match -> match.group())
                .toList()
                .reversed()
                .stream()
                .collect(Collectors.joining());
    }

    private static String wordByWord(String line) {
        return MARK_OR_WORD
                .matcher(line)
                .results()
                .map(match -> match.group())
                .toList()
                .reversed()
                .stream()
                .collect(Collectors.joining(" "));
    }

    // As Poppler's pdftotext does it.
    private static String embedded(String line) {
        var marks =
                line.replaceAll("([.،؛:؟!])( ?)", "\u202A$2$1\u202C")
                        .replaceAll(" ([۰-۹]+) ", " \u202A $1\u202C");
        return line.isBlank() ? line : "\u202B" + marks + "\u202C";
    }

    private static String edgesDisplaced(String line) {
        var matcher = Pattern.compile("^(.*[^.،؛:؟!])([.،؛:؟!])$").matcher(line);
        return matcher.matches() ? " " + matcher.group(2) + matcher.group(1) : " " + line;
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n")) {
            var line = new StringBuilder();
            for (var word : paragraph.split(" ")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /// Longest common subsequence of words, by all words of the essay.
    private static double shareOfWordsInOrder(String expected, String actual) {
        var a = words(expected);
        var b = words(actual);
        int[] row = new int[b.size() + 1];
        for (var word : a) {
            int diagonal = 0;
            for (int j = 1; j <= b.size(); j++) {
                int above = row[j];
                row[j] = word.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return (double) row[b.size()] / a.size();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.replace("\u200C", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String essay() throws IOException {
        try (var file = DamagedTextTest.class.getResourceAsStream("/demo/essay.fa.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            // Notes have tests of their own.
            return text.replaceAll("\\[\\^\\d+]:?", "").strip();
        }
    }
}
