package org.bargardan.administration;

import java.io.IOException;
import java.util.Locale;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;

/// What became of a test mail. What the server itself said is not told: it may hold an address or
/// more.
public enum MailTest {
    SENT,
    /// No server, no sender, or no address of this site is set.
    NOT_SET_UP,
    ADDRESS_MALFORMED,
    /// The server does not know the user or the password that are set.
    SIGN_IN_REFUSED,
    /// No server answers, or not as safely as is asked of it.
    UNREACHABLE,
    /// The server answers and does not take the mail: sender or recipient do not please it.
    REFUSED;

    /// The key of its words.
    public String key() {
        return "administration.mail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static MailTest of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return SIGN_IN_REFUSED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return UNREACHABLE;
            }
        }
        return REFUSED;
    }
}
