package org.bargardan.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords: per account and address, per account, and per address.
///
/// Every attempt takes from all three before the password is looked at, so attempts side by side
/// are counted too; a right password gives back what its own attempt took. The limit of the account
/// alone is wide, so that a stranger cannot easily lock its owner out; somebody who is signed in
/// already stays so. Kept in memory: a restart forgets, and there is one node (ADR 0016).
@Component
class SignInThrottle {

    /// A person at their own machine mistypes a few times.
    static final int PER_PAIR = 6;

    static final int PER_ACCOUNT = 40;

    /// A house or an office behind one address.
    static final int PER_ADDRESS = 60;

    /// In which as many attempts come back, evenly.
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int KEYS_MOST = 200_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    SignInThrottle(Clock clock) {
        time =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                };
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(KEYS_MOST)
                        .ticker(time::currentTimeNanos)
                        .expireAfterAccess(WINDOW.multipliedBy(2))
                        .build();
    }

    /// Takes one attempt; false if there are none left.
    boolean admit(String login, String address) {
        var asked = buckets(login, address);
        for (int i = 0; i < asked.size(); i++) {
            if (!asked.get(i).tryConsume(1)) {
                asked.subList(0, i).forEach(bucket -> bucket.addTokens(1));
                return false;
            }
        }
        return true;
    }

    /// Gives the attempt back, and all others of this person at this address.
    void succeeded(String login, String address) {
        var asked = buckets(login, address);
        asked.getFirst().reset();
        asked.subList(1, asked.size()).forEach(bucket -> bucket.addTokens(1));
    }

    private List<Bucket> buckets(String login, String address) {
        var account = Users.key(login);
        return List.of(
                bucket("pair " + account + "\n" + address, PER_PAIR),
                bucket("account " + account, PER_ACCOUNT),
                bucket("address " + address, PER_ADDRESS));
    }

    private Bucket bucket(String key, int capacity) {
        return buckets.get(
                key,
                unknown ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(capacity)
                                                .refillGreedy(capacity, WINDOW)
                                                .build())
                                .withCustomTimePrecision(time)
                                .build());
    }
}
