package org.bargardan.text.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the default rules do to text that is not damaged: the Persian side of parallel corpora.
///
/// `./bargardan test RepairHarmTest -Dtests.excluded= -Dfirings=50 -Dseed=1` prints so many places
/// where each rule worked, in the corpora and in the texts the project began from, to be read by
/// hand.
@Tag("gold-long")
class RepairHarmTest {

    private static final Path SHARED = Path.of("../shared");
    private static final List<String> CORPORA =
            List.of("ntrex128.tsv", "tico19.tsv", "tatoeba.tsv", "mizan-dev-sample.tsv");
    private static final List<String> SEEDS = List.of("000.txt", "001.txt", "002.txt", "003.txt");
    private static final int AROUND = 30;

    /// Pairs of what [#letters] takes for one letter.
    private static final String VARIANTS = "یییکهههااوو";

    private static final String FOLDED = "يىیكةۀهأإؤو";

    @Test
    void lettersAreChangedInFewerThanOneSentenceOfAThousand() throws IOException {
        assumeTrue(Files.exists(SHARED), "SKIPPED: the corpora are not beside the project");
        var repair = TextRepair.forLanguage("fa");
        int sentences = 0;
        var changed = new ArrayList<String>();
        for (var file : CORPORA) {
            int before = changed.size();
            var all = sentences(file);
            for (var sentence : all) {
                var repaired = repair.repair(sentence).text();
                if (!letters(repaired).equals(letters(sentence))) {
                    changed.add(sentence + "\n  -> " + repaired);
                }
            }
            sentences += all.size();
            System.out.printf(
                    "%s: %d sentences, letters changed in %d%n",
                    file, all.size(), changed.size() - before);
        }
        changed.forEach(System.out::println);
        assertThat(changed.size() * 1000).isLessThan(sentences);
    }

    @Test
    void everyRuleShowsWhereItWorked() throws IOException {
        assumeTrue(Files.exists(SHARED), "SKIPPED: the corpora are not beside the project");
        int wanted = Integer.getInteger("firings", 0);
        assumeTrue(wanted > 0, "SKIPPED: no -Dfirings");
        long seed = Long.getLong("seed", 1);
        var byRule = new TreeMap<String, List<String>>();
        for (var file : CORPORA) {
            for (var sentence : sentences(file)) {
                addFirings(sentence, byRule);
            }
        }
        for (var file : SEEDS) {
            addFirings(Files.readString(SHARED.resolve("seeds").resolve(file), UTF_8), byRule);
        }
        System.out.println("seed " + seed);
        byRule.forEach((rule, firings) -> {
            Collections.shuffle(firings, new Random(seed));
            System.out.println(rule + ": " + firings.size());
            firings.stream().limit(wanted).forEach(System.out::println);
        });
    }

    private static void addFirings(String text, TreeMap<String, List<String>> byRule) {
        for (var edit : TextRepair.forLanguage("fa").repair(text).edits()) {
            var firing =
                    "    %s[%s -> %s]%s"
                            .formatted(
                                    text.substring(Math.max(0, edit.at() - AROUND), edit.at()),
                                    edit.before(),
                                    edit.after(),
                                    text.substring(
                                            edit.end(),
                                            Math.min(text.length(), edit.end() + AROUND)));
            for (var rule : edit.rules()) {
                byRule.computeIfAbsent(rule, _ -> new ArrayList<>())
                        .add(firing.replace("\n", "\\n").replace("\u200C", "|"));
            }
        }
    }

    private static List<String> sentences(String file) throws IOException {
        return Files.readAllLines(SHARED.resolve("corpora").resolve(file), UTF_8).stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length > 1)
                .map(columns -> columns[1])
                .toList();
    }

    /// Letters and digits without spaces, joiners, marks, punctuation and stretching strokes;
    /// variants of a letter are one, shapes of letters (presentation forms) are letters.
    private static String letters(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && c != Letters.TATWEEL)
                .forEach(c -> {
                    int variant = FOLDED.indexOf(c);
                    int digit = Character.digit(c, 10);
                    letters.appendCodePoint(
                            variant >= 0 ? VARIANTS.charAt(variant) : digit >= 0 ? '0' + digit : c);
                });
        return letters.toString();
    }
}
