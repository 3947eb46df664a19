package org.bargardan.text.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.bargardan.GeneratedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {

    private static final TextRepair PERSIAN = TextRepair.forLanguage("fa");
    private static final TextRepair ENGLISH = TextRepair.forLanguage("en");

    static Stream<Arguments> examples() {
        return RepairRules.all().stream()
                .flatMap(rule ->
                        rule.help().examples().stream()
                                .map(example ->
                                        Arguments.of(
                                                rule.name(), example.wrong(), example.right())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void aRuleDoesWhatItsExamplesShow(String rule, String wrong, String right) {
        var repair = alone(rule);
        assertThat(repair.withoutEvidence().repair(wrong).text()).isEqualTo(right);
        assertThat(repair.repair(right).text()).isEqualTo(right);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void repairingTwiceIsRepairingOnce(GeneratedText sample) {
        for (var repair : List.of(PERSIAN, ENGLISH)) {
            var repaired = repair.repair(sample.text()).text();
            assertThat(repair.repair(repaired).text()).isEqualTo(repaired);
        }
    }

    // Only what repair leaves makes a rule work, or makes verse of lines or prose of them.
    @ParameterizedTest
    @ValueSource(
            longs = {390, 1318, 3369, 8555, 10355, 5011414, 5013721, 5014307, 9011470, 9019645})
    void whatOnlyTheRepairedTextShowsIsMendedAtOnce(long seed) {
        repairingTwiceIsRepairingOnce(GeneratedText.of(seed));
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void everyChangeCanBeTakenBack(GeneratedText sample) {
        for (var repair : List.of(PERSIAN, ENGLISH)) {
            var repaired = repair.repair(sample.text());
            assertThat(repaired.undone()).isEqualTo(sample.text());
            assertThat(repaired.applied(repaired.edits())).isEqualTo(repaired.text());
        }
    }

    @Test
    void rulesHaveNamesOfTheirOwnAndHelpInBothLanguages() {
        assertThat(RepairRules.all()).extracting(RepairRule::name).doesNotHaveDuplicates();
        assertThat(RepairRules.all())
                .hasSizeLessThanOrEqualTo(Long.SIZE)
                .allSatisfy(rule -> {
                    assertThat(rule.name()).matches("[a-z]+(-[a-z]+)*");
                    assertThat(rule.help().english()).endsWith(".");
                    assertThat(rule.help().persian()).endsWith(".");
                    assertThat(rule.help().examples()).isNotEmpty();
                });
    }

    @Test
    void anEditRefusedOnceIsNotMadeAgain() {
        var text = "كتاب كوچك";
        var first = PERSIAN.repair(text).edits().getFirst();
        assertThat(PERSIAN.refusing(List.of(first)).repair(text).text()).isEqualTo("كتاب کوچک");
    }

    @Test
    void aRuleThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> PERSIAN.only(List.of("nonsense")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }

    private static TextRepair alone(String rule) {
        var language =
                RepairRules.all().stream()
                        .filter(candidate -> candidate.name().equals(rule))
                        .flatMap(candidate -> candidate.help().languages().stream())
                        .sorted()
                        .toList()
                        .getLast();
        return TextRepair.forLanguage(language).only(List.of(rule));
    }
}
