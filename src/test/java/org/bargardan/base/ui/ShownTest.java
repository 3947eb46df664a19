package org.bargardan.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,             0 kB",
        "512,           0.5 kB",
        "2048,          2 kB",
        "1572864,       1.5 MB",
        "2147483648,    2 GB",
        "1099511627776, 1 TB"
    })
    void aSizeHasTheUnitThatSuitsIt(long bytes, String shown) {
        assertThat(Shown.bytes(bytes, Locale.ENGLISH)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "PT9S, now",
        "PT30M, 30 minutes ago",
        "PT1H, 1 hour ago",
        "PT71H, 71 hours ago",
        "P3D, 3 days ago"
    })
    void anAgeIsToldInMinutesHoursOrDays(Duration age, String shown) {
        assertThat(Shown.ago(NOW.minus(age), NOW, Locale.ENGLISH)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"2147483648, ۲ گیگابایت"})
    void aSizeInPersianHasPersianFigures(long bytes, String shown) {
        assertThat(Shown.bytes(bytes, Locale.of("fa"))).isEqualTo(shown);
    }
}
