package org.bargardan.account.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/// The REST paths take a login and password with every request and no cookie. A browser is never
/// asked for them, so it holds none that another site could make it send: no CSRF token is needed.
@Configuration(proxyBeanMethods = false)
class ProgramAccess {

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) {
        var noChallenge = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(addresses -> addresses.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(noChallenge))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(noChallenge))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
