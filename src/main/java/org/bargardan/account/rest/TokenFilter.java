package org.bargardan.account.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bargardan.account.Tokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs a program in by the token it sends (RFC 6750, section 2.1).
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final SecurityContextHolderStrategy signIns;
    private final ProgramAccess.Refusal refusal;

    TokenFilter(
            Tokens tokens, SecurityContextHolderStrategy signIns, ProgramAccess.Refusal refusal) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            chain.doFilter(request, response);
            return;
        }
        var holder = tokens.holder(header.substring(SCHEME.length()).strip());
        if (holder.isEmpty()) {
            refusal.answer(response, new BadCredentialsException("unknown token"));
            return;
        }
        var context = signIns.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        holder.get().login(),
                        null,
                        List.of(
                                new SimpleGrantedAuthority(
                                        ProgramAccess.scope(holder.get().scope())))));
        signIns.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            signIns.clearContext();
        }
    }
}
