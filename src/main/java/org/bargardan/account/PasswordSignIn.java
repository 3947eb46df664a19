package org.bargardan.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Signs people in by login and password, on the form and for token requests alike: throttled, and
/// told to the audit log.
@Component
class PasswordSignIn extends DaoAuthenticationProvider {

    private final SignInThrottle throttle;
    private final Users users;
    private final AuditLog audit;

    PasswordSignIn(
            UserDetailsService people,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            Users users,
            AuditLog audit) {
        super(people);
        setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.users = users;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        var login = asked.getName();
        var address = address(asked);
        if (!throttle.admit(login, address)) {
            if (throttle.isNews(address)) {
                audit.add(AuditAction.SIGN_IN_THROTTLED, person(login), address);
            }
            throw new TooManyAttempts();
        }
        Authentication granted;
        try {
            granted = super.authenticate(asked);
        } catch (AuthenticationException e) {
            // An unknown login is not told: people type passwords into the wrong field.
            audit.add(AuditAction.SIGN_IN_FAILED, person(login), address);
            throw e;
        }
        throttle.succeeded(login, address);
        audit.add(AuditAction.SIGNED_IN, person(login), address);
        return granted;
    }

    private @Nullable UserId person(String login) {
        return users.findByLogin(login).map(Person::id).orElse(null);
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details
                        && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "";
    }
}
