package org.bargardan.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Gives Spring Security the people of the database.
@Configuration(proxyBeanMethods = false)
class SignIn {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService people(Users users) {
        return login ->
                users.row(login)
                        .map(row ->
                                User.withUsername(row.getLogin())
                                        .password(row.getPasswordHash())
                                        .roles(SiteRole.of(row.getSiteRole()).name())
                                        .disabled(!row.getState().equals("active"))
                                        .build())
                        .orElseThrow(() -> new UsernameNotFoundException("unknown login"));
    }
}
