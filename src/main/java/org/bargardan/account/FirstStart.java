package org.bargardan.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first administrator, on showing the one-time code that stands beside the printed
/// address; no default password ever exists.
@Service
public class FirstStart {

    /// Without signs that are easily taken for another.
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 3;
    private static final int GROUP_SIGNS = 4;
    private static final int TRIES = 50;

    private final Users users;
    private @Nullable String code;
    private int tries;

    FirstStart(Users users) {
        this.users = users;
    }

    /// The code of this run of the server; absent as soon as anybody has an account.
    public synchronized Optional<String> code() {
        if (!users.isEmpty()) {
            code = null;
            return Optional.empty();
        }
        if (code == null) {
            code = newCode();
        }
        return Optional.of(code);
    }

    /// After too many wrong codes none is right any more until the server starts again.
    @Transactional
    public synchronized RegistrationResult createAdministrator(String shown, NewPerson newcomer) {
        var right = code().orElse(null);
        if (right == null || ++tries > TRIES || !equal(right, shown)) {
            return new Rejected(Problem.CODE_WRONG);
        }
        var result = users.register(newcomer, SiteRole.ADMINISTRATOR);
        if (result instanceof Registered) {
            code = null;
        } else {
            tries--;
        }
        return result;
    }

    /// For the administrator whom the environment names: whoever sets it owns the machine.
    @Transactional
    synchronized RegistrationResult createAdministrator(NewPerson newcomer) {
        code = null;
        return users.register(newcomer, SiteRole.ADMINISTRATOR);
    }

    private static boolean equal(String right, String shown) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8),
                typed(shown).getBytes(StandardCharsets.UTF_8));
    }

    /// As printed, however the person wrote the gaps and the case.
    private static String typed(String shown) {
        return shown.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replaceAll("(.{" + GROUP_SIGNS + "})(?=.)", "$1-");
    }

    private static String newCode() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_SIGNS; i++) {
            if (i > 0 && i % GROUP_SIGNS == 0) {
                text.append('-');
            }
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
