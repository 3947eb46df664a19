package org.bargardan.account.rest;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/// The REST paths take a login and password with every request and no cookie. A browser is never
/// asked for them, so it holds none that another site could make it send: no CSRF token is needed.
@Configuration(proxyBeanMethods = false)
class ProgramAccess {

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            UserDetailsService people,
            PasswordEncoder passwords,
            AuthenticationEventPublisher events,
            Clock clock) {
        var noChallenge = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher("/api/**")
                .authenticationManager(manager(people, passwords, events, clock))
                .authorizeHttpRequests(addresses -> addresses.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(noChallenge))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(noChallenge))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthenticationManager manager(
            UserDetailsService people,
            PasswordEncoder passwords,
            AuthenticationEventPublisher events,
            Clock clock) {
        var provider = new DaoAuthenticationProvider(people);
        provider.setPasswordEncoder(new RememberedPasswords(passwords, clock));
        var manager = new ProviderManager(provider);
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }
}
