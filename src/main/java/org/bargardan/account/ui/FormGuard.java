package org.bargardan.account.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes a sign-in only from our own form. Vaadin exempts that form from Spring Security's CSRF
/// protection, and another site could then sign a browser in as somebody else, who reads along what
/// is typed. Same token and comparison as everywhere else.
final class FormGuard extends OncePerRequestFilter {

    /// Decoded, as by the filter that signs in: `/%6cogin` is the same form to it.
    private static final RequestMatcher FORM =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

    private final XorCsrfTokenRequestAttributeHandler handler =
            new XorCsrfTokenRequestAttributeHandler();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORM.matches(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOurs(request)) {
            // Most often the server was started anew while the form stood open.
            response.sendRedirect(request.getContextPath() + "/login?stale");
            return;
        }
        chain.doFilter(request, response);
    }

    /// Spring Security's own filter has put the token there before.
    private boolean isOurs(HttpServletRequest request) {
        if (!(request.getAttribute(DeferredCsrfToken.class.getName())
                instanceof DeferredCsrfToken deferred)) {
            return false;
        }
        var right = deferred.get();
        var sent = handler.resolveCsrfTokenValue(request, right);
        return sent != null && equal(right.getToken(), sent);
    }

    private static boolean equal(String right, String sent) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
