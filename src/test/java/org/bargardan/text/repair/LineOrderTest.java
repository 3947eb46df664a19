package org.bargardan.text.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each line stands at the end of a document damaged in the same way, since lines are judged by
/// their neighbours.
class LineOrderTest {

    private static final List<String> LINE_RULES =
            List.of("visual-order", "mirrored-brackets", "displaced-marks", "stray-stops");

    private static final String REVERSED_LINES =
            """
            پدرم در بازار کار می کرد   . در شهر ما سه مدرسه بود
            مادر او معلم بود   . خواهرم به دانشگاه رفت
             در همان خانه ماند   ۱۳۲۰ خانواده ما تا سال
            آن روزها زندگی ساده بود   . مردم با هم مهربان بودند
            "روزنامه صبح  "همه اهل محل   . را می خواندند
            """;

    private static final String LINES_IN_ORDER =
            """
            در شهر ما ۳ مدرسه بود و پدرم در بازار کار
            .می کرد. خواهرم به دانشگاه رفت و مادر معلم بود
            ،خانواده ما تا سال ۱۳۲۰ در همان خانه ماند
            زندگی: آن روزها زندگی ساده بود. مردم با هم مهربان
            بودند. در هر خانه ۲ یا ۳ خانواده زندگی می کرد
            و همه با هم دوست بودند. من در سال ۱۳۳۰ به
            .تهران رفتم. پدرم گفت: باید درس بخوانی
            """;

    static List<Arguments> reversed() {
        return RepairTable.read("line-order-reversed.tsv");
    }

    static List<Arguments> displaced() {
        return RepairTable.read("line-order.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reversed")
    void linesOfADocumentInVisualOrderAreTurnedRound(String damaged, String mended, String why) {
        assertThat(lastLine(turned(REVERSED_LINES + damaged))).as(why).isEqualTo(mended);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("displaced")
    void whatIsDisplacedInALineComesBack(String damaged, String mended, String why) {
        assertThat(lastLine(mended(LINES_IN_ORDER + damaged))).as(why).isEqualTo(mended);
    }

    @Test
    void aWordThatIsOftenARunOfItsOwnMayBeOneWhereNoGapShowsIt() {
        var often = "هیچ نداشت  دموکراسی  برای فهم\nرا دوست داشت  دموکراسی  پدر هم\n".repeat(3);
        var hidden = " در کشور ما دموکراسی تاریخ کوتاه ";
        var repaired = turned(REVERSED_LINES.repeat(3) + often + hidden);
        assertThat(lastLine(repaired)).isEqualTo(hidden.strip());
        assertThat(repaired.flags())
                .singleElement()
                .returns(Flag.Reason.UNCERTAIN_ORDER, Flag::reason)
                .returns("تاریخ کوتاه دموکراسی در کشور ما", Flag::offer);
    }

    @Test
    void whatIsOfferedStandsForTheWholeLineWithTheWorkOfLaterRulesDone() {
        var often = "هیچ نداشت  دموکراسی  برای فهم\nرا دوست داشت  دموکراسی  پدر هم\n".repeat(3);
        var hidden = "در کشور ما دموکراسی می خوانند، ١٢";
        var text = REVERSED_LINES.repeat(3) + often + hidden;
        var rules = List.of("visual-order", "persian-digits", "verb-joiner");
        var flag = only(rules).repair(text).flags().getLast();
        assertThat(text.substring(flag.at(), flag.end())).isEqualTo(hidden);
        assertThat(flag.offer()).isEqualTo("۱۲ می‌خوانند، دموکراسی در کشور ما");
    }

    @Test
    void aLineThatIsOfferedInOrderStaysWhenRepairedAgain() {
        var often = "هیچ نداشت  دموکراسی  برای فهم\nرا دوست داشت  دموکراسی  پدر هم\n".repeat(3);
        var text = REVERSED_LINES.repeat(3) + often + "در کشور ما دموکراسی تاریخ کوتاه";
        var repaired = mended(text).text();
        assertThat(mended(repaired).text()).isEqualTo(repaired);
    }

    @Test
    void aLineWithLettersLeftOverIsFlagged() {
        var repaired = turned(REVERSED_LINES + "گغژپ را به من داد   . کتاب تازه ژ");
        assertThat(repaired.flags()).isNotEmpty();
        assertThat(lastLine(repaired)).isEqualTo("گغژپ را به من داد   . کتاب تازه ژ");
    }

    @Test
    void linesInOrderAreNotFlagged() {
        assertThat(mended(LINES_IN_ORDER).flags()).isEmpty();
    }

    private static Repaired turned(String text) {
        return only(List.of("visual-order")).repair(text);
    }

    private static Repaired mended(String text) {
        return only(LINE_RULES).repair(text);
    }

    private static TextRepair only(List<String> rules) {
        return TextRepair.forLanguage("fa").only(rules).withoutEvidence();
    }

    private static String lastLine(Repaired repaired) {
        var text = repaired.text().stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1).strip();
    }
}
