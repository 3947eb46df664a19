package org.bargardan.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    UserDetailsService accounts(Users users) {
        return login ->
                users.row(login)
                        .map(SignedInAccount::new)
                        .orElseThrow(() -> new UsernameNotFoundException("unknown login"));
    }
}
