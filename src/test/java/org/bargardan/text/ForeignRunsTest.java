package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.GeneratedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignRunsTest {

    static List<Arguments> foreignRuns() {
        return Table.read("foreign-runs.tsv");
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("foreignRuns")
    void runsOfTheOtherDirectionAreFound(String language, String runLanguage, String marked) {
        var expected = new ArrayList<ForeignRuns.Run>();
        var text = new StringBuilder();
        int start = 0;
        for (char c : marked.toCharArray()) {
            switch (c) {
                case '⟨' -> start = text.length();
                case '⟩' -> expected.add(new ForeignRuns.Run(start, text.length(), runLanguage));
                default -> text.append(c);
            }
        }
        assertThat(ForeignRuns.of(text.toString(), language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void runsAreInOrderAndApart(GeneratedText sample) {
        for (var language : List.of("fa", "en")) {
            int last = 0;
            for (var run : ForeignRuns.of(sample.text(), language)) {
                assertThat(run.start()).isGreaterThanOrEqualTo(last);
                assertThat(run.end()).isGreaterThan(run.start());
                last = run.end();
            }
            assertThat(last).isLessThanOrEqualTo(sample.text().length());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fa, RTL",
        "fa-IR, RTL",
        "ar, RTL",
        "he, RTL",
        "az-Arab, RTL",
        "ckb, RTL",
        "en, LTR",
        "fa-Latn, LTR",
        "az, LTR",
        "tg, LTR"
    })
    void theDirectionIsThatOfTheLanguagesScript(String language, Direction direction) {
        assertThat(Direction.of(language)).isEqualTo(direction);
    }

    @ParameterizedTest
    @CsvSource({
        "fa, می‌روم به خانه., 3",
        "fa, کتاب‌هایشان, 1",
        "fa, «سلام!» - ۱۲, 2",
        "en, It’s 3.5 o’clock — now, 4",
        "en, '', 0",
        "fa, … ؟, 0"
    })
    void wordsAreCountedWithoutPunctuation(String language, String text, int words) {
        assertThat(WordCount.of(text, language)).isEqualTo(words);
    }
}
