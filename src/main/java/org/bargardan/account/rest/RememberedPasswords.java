package org.bargardan.account.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Spares programs, which show their password with every request, the slow hash for some minutes
/// after it was right.
///
/// What is remembered names the stored hash too, so a changed password is forgotten at once; it is
/// itself a keyed hash, and the key never leaves this process. Wrong passwords stay slow.
final class RememberedPasswords implements PasswordEncoder {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final int MOST = 1_000;

    private static final String HASH = "HmacSHA256";

    private final PasswordEncoder slow;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, Instant> rightUntil =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
                    return size() > MOST;
                }
            };

    RememberedPasswords(PasswordEncoder slow, Clock clock) {
        this.slow = slow;
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HASH);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return slow.matches(password, hash);
        }
        var name = name(password, hash);
        synchronized (rightUntil) {
            var until = rightUntil.get(name);
            if (until != null && clock.instant().isBefore(until)) {
                return true;
            }
            rightUntil.remove(name);
        }
        if (!slow.matches(password, hash)) {
            return false;
        }
        synchronized (rightUntil) {
            rightUntil.put(name, clock.instant().plus(LIFE));
        }
        return true;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    private ByteBuffer name(CharSequence password, String hash) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(key);
            // The stored hash has no line break, so the two cannot be cut differently.
            mac.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(
                    mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HASH, e);
        }
    }
}
