package org.bargardan.account.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bargardan.account.SignedInUser;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/// Treats a request as nobody's once the sign-in behind its session has been ended elsewhere: by a
/// new password, by signing out everywhere, by an administrator.
final class EndedSignIns extends OncePerRequestFilter {

    private final SignedInUser signedIn;
    private final SecurityContextHolderStrategy signIns;

    EndedSignIns(SignedInUser signedIn, SecurityContextHolderStrategy signIns) {
        this.signedIn = signedIn;
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            var authentication = signIns.getContext().getAuthentication();
            if (authentication != null
                    && !(authentication instanceof AnonymousAuthenticationToken)
                    && signedIn.find().isEmpty()) {
                session.invalidate();
                var nobody = signIns.createEmptyContext();
                nobody.setAuthentication(
                        new AnonymousAuthenticationToken(
                                "ended",
                                "anonymousUser",
                                AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
                signIns.setContext(nobody);
            }
        }
        chain.doFilter(request, response);
    }
}
