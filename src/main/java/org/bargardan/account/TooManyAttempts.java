package org.bargardan.account;

import org.springframework.security.core.AuthenticationException;

/// Somebody has tried to sign in too often; the password was not even looked at.
public final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1;

    TooManyAttempts() {
        super("too many attempts");
    }
}
