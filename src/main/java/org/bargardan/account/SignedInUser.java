package org.bargardan.account;

import java.security.Principal;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/// The person whose request this is; services never ask it, since the actor is a parameter there.
@Component
public class SignedInUser {

    private final Users users;
    private final SecurityContextHolderStrategy signIns;

    SignedInUser(Users users, SecurityContextHolderStrategy signIns) {
        this.users = users;
        this.signIns = signIns;
    }

    public Optional<Person> find() {
        var authentication = signIns.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return find(authentication);
    }

    /// The person a request names as its own.
    ///
    /// @throws IllegalStateException if there is no such person, or they may no longer work here
    public Person require(Principal principal) {
        return find(principal).orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /// A sign-in that was ended elsewhere names nobody.
    private Optional<Person> find(Principal principal) {
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedInAccount account) {
            return users.ofEpoch(account.person(), account.epoch());
        }
        return users.findByLogin(principal.getName()).filter(Person::active);
    }

    /// @throws IllegalStateException outside a signed-in request
    public Person require() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
