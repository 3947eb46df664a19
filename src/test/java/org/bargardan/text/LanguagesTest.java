package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "fa, fa",
        "FA-ir, fa-IR",
        "en_GB, en-GB",
        "az-arab-ir, az-Arab-IR",
        "iw, he",
        "zh-Hant, zh-Hant"
    })
    void aWellFormedTagBecomesCanonical(String tag, String canonical) {
        assertThat(Languages.check(tag)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "f", "fa-", "-fa", "farsi language", "fa-IR-", "und", "123", "فا"})
    void aTagThatIsNotWellFormedIsNone(String tag) {
        assertThat(Languages.check(tag)).isEmpty();
    }

    @Test
    void onlyPersianAndEnglishHaveRulesOfTheirOwn() {
        assertThat(Languages.supported("fa-AF")).isTrue();
        assertThat(Languages.supported("en")).isTrue();
        assertThat(Languages.supported("de")).isFalse();
        assertThat(Languages.known("de")).isTrue();
        assertThat(Languages.known("xx")).isFalse();
    }
}
