package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final InstantSource time = () -> now;
    private final SignInThrottle throttle = new SignInThrottle(time.withZone(ZoneOffset.UTC));

    @Test
    void somebodyWhoGuessesAtOneAccountIsStoppedAndTheOthersAreNot() {
        exhaust("sara", HERE, SignInThrottle.PER_PAIR);
        assertThat(throttle.admit("sara", HERE)).isFalse();
        assertThat(throttle.admit("omid", HERE)).isTrue();
        assertThat(throttle.admit("sara", ELSEWHERE)).isTrue();
    }

    @Test
    void theWaysToWriteOneLoginAreOneAccount() {
        exhaust("Sara", HERE, SignInThrottle.PER_PAIR);
        assertThat(throttle.admit(" sara", HERE)).isFalse();
        assertThat(throttle.admit("SA\u200cRA", HERE)).isFalse();
    }

    @Test
    void guessingFromManyAddressesAtOneAccountEnds() {
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
            assertThat(throttle.admit("sara", "192.0.2." + i)).isTrue();
        }
        assertThat(throttle.admit("sara", "198.51.100.1")).isFalse();
    }

    @Test
    void guessingAtManyAccountsFromOneAddressEnds() {
        for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
            assertThat(throttle.admit("somebody" + i, HERE)).isTrue();
        }
        assertThat(throttle.admit("sara", HERE)).isFalse();
    }

    @Test
    void aRefusedAttemptTakesNothingFromTheWiderLimits() {
        exhaust("sara", HERE, SignInThrottle.PER_PAIR);
        for (int i = 0; i < 10 * SignInThrottle.PER_ADDRESS; i++) {
            throttle.admit("sara", HERE);
        }
        assertThat(throttle.admit("omid", HERE)).isTrue();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBefore() {
        exhaust("sara", HERE, SignInThrottle.PER_PAIR - 1);
        assertThat(throttle.admit("sara", HERE)).isTrue();
        throttle.succeeded("sara", HERE);
        exhaust("sara", HERE, SignInThrottle.PER_PAIR);
    }

    @Test
    void signingInOftenIsNoGuessing() {
        for (int i = 0; i < 10 * SignInThrottle.PER_ADDRESS; i++) {
            assertThat(throttle.admit("sara", HERE)).isTrue();
            throttle.succeeded("sara", HERE);
        }
    }

    @Test
    void theAddressesOfOneLineAreOneAddress() {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            assertThat(throttle.admit("sara", "2001:db8:1:2::" + i)).isTrue();
        }
        assertThat(throttle.admit("sara", "2001:db8:1:2:ffff::1")).isFalse();
        assertThat(throttle.admit("sara", "2001:db8:1:3::1")).isTrue();
    }

    @Test
    void attemptsComeBackWithTime() {
        exhaust("sara", HERE, SignInThrottle.PER_PAIR);
        assertThat(throttle.admit("sara", HERE)).isFalse();
        now = now.plus(SignInThrottle.WINDOW.dividedBy(SignInThrottle.PER_PAIR));
        assertThat(throttle.admit("sara", HERE)).isTrue();
        assertThat(throttle.admit("sara", HERE)).isFalse();
        now = now.plus(SignInThrottle.WINDOW).plus(Duration.ofSeconds(1));
        exhaust("sara", HERE, SignInThrottle.PER_PAIR);
    }

    @Test
    void attemptsSideBySideAreCountedToo() {
        var admitted = new AtomicInteger();
        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> {
                    if (throttle.admit("sara", HERE)) {
                        admitted.incrementAndGet();
                    }
                });
        assertThat(admitted).hasValue(SignInThrottle.PER_PAIR);
    }

    @Test
    void whoeverHasNoAttemptsLeftFillsNoMemory() {
        for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
            assertThat(throttle.admit("somebody" + i, HERE)).isTrue();
        }
        long before = throttle.keys();
        for (int i = 0; i < 10 * SignInThrottle.PER_ADDRESS; i++) {
            assertThat(throttle.admit("anybody" + i, HERE)).isFalse();
        }
        assertThat(throttle.keys()).isEqualTo(before);
    }

    @Test
    void refusalsAreNewsAFewTimesForEachAddress() {
        for (int i = 0; i < SignInThrottle.TOLD; i++) {
            assertThat(throttle.isNews(HERE)).isTrue();
        }
        assertThat(throttle.isNews(HERE)).isFalse();
        assertThat(throttle.isNews(ELSEWHERE)).isTrue();
        now = now.plus(SignInThrottle.WINDOW);
        assertThat(throttle.isNews(HERE)).isTrue();
    }

    @Test
    void aLoginOfAnyLengthIsAShortKey() {
        exhaust("x".repeat(2_000_000), HERE, SignInThrottle.PER_PAIR);
        assertThat(throttle.admit("x".repeat(200), HERE)).isFalse();
        exhaust("\u200c".repeat(200) + "sara", HERE, SignInThrottle.PER_PAIR);
        assertThat(throttle.admit("sara", HERE)).isFalse();
    }

    private void exhaust(String login, String address, int attempts) {
        for (int i = 0; i < attempts; i++) {
            assertThat(throttle.admit(login, address)).as("attempt %d", i + 1).isTrue();
        }
    }
}
