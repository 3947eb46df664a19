package org.bargardan.account.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.bargardan.account.TokenScope;
import org.bargardan.account.Tokens;
import org.bargardan.account.TooManyAttempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/// How programs sign in: by a personal access token with every request. Only a request for such a
/// token shows login and password. Neither uses a cookie, and a browser is never asked for either,
/// so another site can make it send nothing: no CSRF token is needed.
@Configuration(proxyBeanMethods = false)
class ProgramAccess {

    static final String TOKENS = "/api/v1/tokens";

    private static final String READ = scope(TokenScope.READ);
    private static final String WRITE = scope(TokenScope.WRITE);

    private final JsonMapper json;

    ProgramAccess(JsonMapper json) {
        this.json = json;
    }

    @Bean
    @Order(0)
    SecurityFilterChain tokenRequests(HttpSecurity http, AuthenticationProvider passwords) {
        return cookieless(http)
                // Decoded, as whoever finds the controller reads it: else `/api/v1/%74okens` would
                // be another path here and the same one there.
                .securityMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, TOKENS))
                .authenticationManager(new ProviderManager(passwords))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic ->
                        basic.authenticationEntryPoint(
                                (request, response, failure) -> unauthorized(response, failure)))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, Tokens tokens, SecurityContextHolderStrategy signIns) {
        return cookieless(http)
                .securityMatcher("/api/**")
                .addFilterBefore(
                        new TokenFilter(tokens, signIns, this::unauthorized),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET)
                                .hasAnyAuthority(READ, WRITE)
                                .requestMatchers(HttpMethod.HEAD)
                                .hasAnyAuthority(READ, WRITE)
                                .anyRequest()
                                .hasAuthority(WRITE))
                .build();
    }

    private HttpSecurity cookieless(HttpSecurity http) {
        return http.exceptionHandling(failures ->
                        failures.authenticationEntryPoint((request, response, failure) ->
                                        unauthorized(response, failure))
                                .accessDeniedHandler((request, response, denied) ->
                                        answer(
                                                response,
                                                HttpStatus.FORBIDDEN,
                                                "this token may only read")))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; frame-ancestors 'none'"))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .csrf(AbstractHttpConfigurer::disable);
    }

    private void unauthorized(HttpServletResponse response, Exception failure) throws IOException {
        if (failure instanceof TooManyAttempts) {
            response.setHeader("Retry-After", "900");
            answer(response, HttpStatus.TOO_MANY_REQUESTS, "too many attempts; wait a while");
        } else {
            answer(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "a token is needed that works, as Authorization: Bearer …; only POST "
                            + TOKENS
                            + " takes login and password");
        }
    }

    private void answer(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }

    static String scope(TokenScope scope) {
        return "SCOPE_" + scope.name().toLowerCase(Locale.ROOT);
    }

    /// Answers a request whose token is of no use.
    @FunctionalInterface
    interface Refusal {
        void answer(HttpServletResponse response, Exception failure) throws IOException;
    }
}
