package org.bargardan.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bargardan.base.FileNames;
import org.bargardan.base.NetworkLine;
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

    /// How often the audit log is told of an address whose attempts are used up.
    static final int TOLD = 6;

    /// In which as many attempts come back, evenly.
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int KEYS_MOST = 200_000;

    /// More than any login has: what is longer is nobody's, and must not fill the memory.
    private static final int LOGIN_MOST = 100;

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

    /// Takes one attempt; false if there are none left. The address is asked first, so that whoever
    /// has used its attempts up brings no further logins into memory.
    boolean admit(String login, String address) {
        var taken = new ArrayList<Bucket>();
        for (var limit : limits(login, address)) {
            var bucket = bucket(limit);
            if (!bucket.tryConsume(1)) {
                taken.forEach(each -> each.addTokens(1));
                return false;
            }
            taken.add(bucket);
        }
        return true;
    }

    /// Whether a refused attempt is still worth an entry in the audit log, which is kept for ever:
    /// else anybody could fill the disk with it.
    boolean isNews(String address) {
        return bucket(new Limit("told " + address, TOLD)).tryConsume(1);
    }

    /// Gives the attempt back, and all others of this person at this address.
    void succeeded(String login, String address) {
        var limits = limits(login, address);
        limits.subList(0, limits.size() - 1).forEach(limit -> bucket(limit).addTokens(1));
        bucket(limits.getLast()).reset();
    }

    /// How many are known; for tests.
    long keys() {
        return buckets.estimatedSize();
    }

    /// So many attempts for whatever the key names.
    private record Limit(String key, int capacity) {}

    /// That of the person at this address comes last.
    private static List<Limit> limits(String login, String address) {
        var account = FileNames.shortened(Users.key(login), LOGIN_MOST);
        return List.of(
                new Limit("address " + NetworkLine.of(address), PER_ADDRESS),
                new Limit("account " + account, PER_ACCOUNT),
                new Limit("pair " + account + "\n" + NetworkLine.of(address), PER_PAIR));
    }

    private Bucket bucket(Limit limit) {
        return buckets.get(
                limit.key(),
                unknown ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(limit.capacity())
                                                .refillGreedy(limit.capacity(), WINDOW)
                                                .build())
                                .withCustomTimePrecision(time)
                                .build());
    }
}
