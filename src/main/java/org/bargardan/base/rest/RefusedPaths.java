package org.bargardan.base.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// Answers paths that were written to lead elsewhere, with `..`, `;` or `//`: 400, without a word.
@Configuration(proxyBeanMethods = false)
class RefusedPaths {

    /// Not as an error, which would be sent on to the sign-in page as any page is.
    @Bean
    RequestRejectedHandler badRequest() {
        return (request, response, refusal) -> response.setStatus(HttpStatus.BAD_REQUEST.value());
    }
}
