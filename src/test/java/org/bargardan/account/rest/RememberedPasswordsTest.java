package org.bargardan.account.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberedPasswordsTest {

    private int asked;
    private Instant now = Instant.EPOCH;

    private final PasswordEncoder slow =
            new PasswordEncoder() {
                @Override
                public String encode(CharSequence password) {
                    return "hash of " + password;
                }

                @Override
                public boolean matches(CharSequence password, String hash) {
                    asked++;
                    return hash.startsWith(encode(password));
                }
            };

    private final InstantSource time = () -> now;
    private final RememberedPasswords passwords =
            new RememberedPasswords(slow, time.withZone(ZoneOffset.UTC));

    @Test
    void aRightPasswordIsHashedSlowlyOnce() {
        assertThat(passwords.matches("right", "hash of right")).isTrue();
        assertThat(passwords.matches("right", "hash of right")).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsSlowEveryTime() {
        passwords.matches("right", "hash of right");
        assertThat(passwords.matches("wrong", "hash of right")).isFalse();
        assertThat(passwords.matches("wrong", "hash of right")).isFalse();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aChangedPasswordIsForgottenAtOnce() {
        passwords.matches("right", "hash of right");
        assertThat(passwords.matches("right", "hash of another")).isFalse();
        assertThat(passwords.matches("right", "hash of right, salted anew")).isTrue();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void nothingIsRememberedForLong() {
        passwords.matches("right", "hash of right");
        now = now.plus(RememberedPasswords.LIFE);
        passwords.matches("right", "hash of right");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
        for (int i = 0; i <= RememberedPasswords.MOST; i++) {
            passwords.matches("right", "hash of right, salt " + i);
        }
        asked = 0;
        passwords.matches("right", "hash of right, salt " + RememberedPasswords.MOST);
        passwords.matches("right", "hash of right, salt 0");
        assertThat(asked).isEqualTo(1);
    }
}
