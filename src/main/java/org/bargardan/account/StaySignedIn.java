package org.bargardan.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.bargardan.base.SecretLink;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.stereotype.Component;

/// Signs in again by the cookie of a browser in which the person asked to stay signed in.
@Component
public final class StaySignedIn extends AbstractRememberMeServices {

    static final String COOKIE = "bargardan-remember-me";

    private final RememberedSignIns remembered;
    private final AuditLog audit;

    StaySignedIn(RememberedSignIns remembered, UserDetailsService people, AuditLog audit) {
        // The key tells this process's remember-me sign-ins from forged ones; no cookie holds it.
        super(UUID.randomUUID().toString(), people);
        this.remembered = remembered;
        this.audit = audit;
        setCookieName(COOKIE);
        setTokenValiditySeconds((int) RememberedSignIns.LIFE.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication granted) {
        if (granted.getPrincipal() instanceof SignedInAccount account) {
            var secret = remembered.remember(account.person());
            setCookie(new String[] {secret.text()}, getTokenValiditySeconds(), request, response);
        }
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        if (cookie.length != 1) {
            throw new InvalidCookieException("not one secret");
        }
        var login =
                remembered
                        .find(new SecretLink(cookie[0]))
                        .orElseThrow(() -> new InvalidCookieException("unknown secret"));
        var account = getUserDetailsService().loadUserByUsername(login);
        if (account instanceof SignedInAccount known && known.isEnabled()) {
            audit.add(AuditAction.SIGNED_IN, known.person(), request.getRemoteAddr());
        }
        return account;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        var cookie = extractRememberMeCookie(request);
        if (cookie != null && !cookie.isEmpty()) {
            try {
                for (var secret : decodeCookie(cookie)) {
                    remembered.forget(new SecretLink(secret));
                }
            } catch (InvalidCookieException e) {
                logger.debug("a remember-me cookie that is none");
            }
        }
        super.logout(request, response, authentication);
    }
}
