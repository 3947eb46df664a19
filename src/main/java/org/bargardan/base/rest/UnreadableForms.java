package org.bargardan.base.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers forms that are too long, malformed or never sent to their end with a status and nothing
/// else. Tomcat would write two stack traces into the log for each, and so anybody could fill the
/// disk.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableForms extends OncePerRequestFilter {

    /// Where the sender went away, Tomcat asks for a page about it, and whoever looks for a
    /// parameter on the way there hears of the same failure again.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            if (!response.isCommitted()) {
                response.reset();
                response.setStatus(e.getErrorCode());
            }
        }
    }
}
