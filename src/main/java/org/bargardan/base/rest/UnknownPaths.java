package org.bargardan.base.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.bargardan.base.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/// Tells programs of a path that leads nowhere; without it the screens would answer with a page.
/// Asked after all controllers and before the screens.
@Component
@Order(0x4000_0000)
class UnknownPaths implements HandlerMapping {

    private static final String PROGRAMS = "/api/";

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith(PROGRAMS)) {
            throw new NotFoundException("path");
        }
        return null;
    }
}
