package org.bargardan.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bargardan.text.repair.RepairStyle;
import org.bargardan.text.repair.RepairStyle.Digits;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RepairStyle.Quotes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredStyleTest {

    private static final RepairStyle OF_A_PRESS =
            new RepairStyle(Ezafe.YEH, Plural.WITH_JOINER, Digits.PERSIAN, Quotes.GUILLEMETS);

    static Stream<RepairStyle> styles() {
        return Stream.of(Ezafe.values())
                .flatMap(ezafe ->
                        Stream.of(Plural.values())
                                .flatMap(plural ->
                                        Stream.of(Digits.values())
                                                .flatMap(digits ->
                                                        Stream.of(Quotes.values())
                                                                .map(quotes ->
                                                                        new RepairStyle(
                                                                                ezafe, plural,
                                                                                digits, quotes)))));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void whatIsWrittenIsReadAgain(RepairStyle style) {
        assertThat(StoredStyle.read(StoredStyle.write(style))).isEqualTo(style);
    }

    @Test
    void theNotationStaysAsItIs() {
        assertThat(StoredStyle.write(OF_A_PRESS))
                .isEqualTo("ezafe=yeh;plural=with-joiner;digits=persian;quotes=guillemets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "ezafe=;plural=perhaps", ";;=;digits"})
    void whatIsNotKnownIsTheDefault(String stored) {
        assertThat(StoredStyle.read(stored)).isEqualTo(RepairStyle.DEFAULT);
    }

    @Test
    void whatIsKnownStandsBesideWhatIsNot() {
        assertThat(StoredStyle.read("dashes=long;quotes=guillemets; ezafe=hamza").quotes())
                .isEqualTo(Quotes.GUILLEMETS);
        assertThat(StoredStyle.read("dashes=long;quotes=guillemets; ezafe=hamza").ezafe())
                .isEqualTo(Ezafe.HAMZA);
    }
}
