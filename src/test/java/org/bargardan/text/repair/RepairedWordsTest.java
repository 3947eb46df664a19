package org.bargardan.text.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bargardan.text.repair.RepairStyle.Digits;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RepairStyle.Quotes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepairedWordsTest {

    private static final TextRepair REPAIR = TextRepair.forLanguage("fa");

    static List<Arguments> characters() {
        return RepairTable.read("characters.tsv");
    }

    static List<Arguments> words() {
        return RepairTable.read("words.tsv");
    }

    static List<Arguments> spaces() {
        return RepairTable.read("spaces.tsv");
    }

    static List<Arguments> againstOthers() {
        return RepairTable.read("against-others.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"characters", "words", "spaces"})
    void theDefaultRulesMend(String damaged, String mended, String why) {
        assertThat(REPAIR.repair(damaged).text()).as(why).isEqualTo(mended);
        assertThat(REPAIR.repair(mended).text()).as(why).isEqualTo(mended);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("againstOthers")
    void theDefaultRulesHarmNothingThatOthersHarm(
            String normalizer, String text, String theirs, String ours, String why) {
        assertThat(REPAIR.repair(text).text()).as(why).isEqualTo(ours).isNotEqualTo(theirs);
    }

    @Test
    void ezafeIsWrittenAsTheStyleWantsIt() {
        assertThat(styled(Ezafe.YEH, "خانهٔ ما و نامۀ او")).isEqualTo("خانه‌ی ما و نامه‌ی او");
        assertThat(styled(Ezafe.HAMZA, "خانه‌ی ما")).isEqualTo("خانهٔ ما");
        assertThat(styled(Ezafe.KEEP, "خانه‌ی ما، نامهٔ او")).isEqualTo("خانه‌ی ما، نامهٔ او");
    }

    @Test
    void digitsAndQuotesAreWrittenAsTheStyleWantsThem() {
        var style = new RepairStyle(Ezafe.KEEP, Plural.JOINED, Digits.PERSIAN, Quotes.GUILLEMETS);
        assertThat(REPAIR.with(style).repair("در سال 1917 گفت \"بیا\" و MP3 و p. 12 را").text())
                .isEqualTo("در سال ۱۹۱۷ گفت «بیا» و MP3 و p. 12 را");
    }

    @Test
    void pluralsAreWrittenAsTheStyleWantsThem() {
        var style = new RepairStyle(Ezafe.KEEP, Plural.WITH_JOINER, Digits.KEEP, Quotes.KEEP);
        var apart = "کار‌ها و روز‌های ما، تنها و کتاب‌ها";
        assertThat(REPAIR.with(style).repair("کارها و روزهای ما، تنها و کتابها").text())
                .isEqualTo(apart);
        assertThat(REPAIR.with(style).repair(apart).text()).isEqualTo(apart);
        assertThat(REPAIR.repair(apart).text()).isEqualTo("کارها و روزهای ما، تنها و کتاب‌ها");
    }

    private static String styled(Ezafe ezafe, String text) {
        var style = new RepairStyle(ezafe, Plural.JOINED, Digits.KEEP, Quotes.KEEP);
        return REPAIR.with(style).repair(text).text();
    }
}
