package org.bargardan.account.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.Token;
import org.bargardan.account.TokenId;
import org.bargardan.account.TokenScope;
import org.bargardan.account.Tokens;
import org.bargardan.base.VisibleText;
import org.bargardan.base.rest.AlsoAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// A person's personal access tokens. Making one asks for login and password, so that a token in
/// wrong hands cannot make others that outlive it.
@RestController
@RequestMapping(ProgramAccess.TOKENS)
class TokensController {

    private final Tokens tokens;
    private final SignedInUser signedIn;

    TokensController(Tokens tokens, SignedInUser signedIn) {
        this.tokens = tokens;
        this.signedIn = signedIn;
    }

    /// What is sent for a token.
    ///
    /// @param scope `read` or `write`; absent for `read`
    /// @param days how long it works; absent for 90
    record Wanted(@Nullable String name, @Nullable String scope, @Nullable Integer days) {}

    /// A token as programs see it.
    ///
    /// @param token the secret; only in the answer that makes it
    record TokenAnswer(
            UUID id,
            String name,
            String scope,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String token) {

        static TokenAnswer of(Token token, @Nullable String secret) {
            return new TokenAnswer(
                    token.id().value(),
                    token.name(),
                    token.scope().key(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    secret);
        }

        /// Keeps the secret out of logs.
        @Override
        public String toString() {
            return "TokenAnswer[" + id + "]";
        }
    }

    /// Newest first.
    record TokenList(List<TokenAnswer> tokens) {}

    @GetMapping
    @Operation(summary = "Your tokens that still work, newest first; without their secrets")
    TokenList list(Principal principal) {
        return new TokenList(
                tokens.of(signedIn.require(principal).id()).stream()
                        .map(token -> TokenAnswer.of(token, null))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "A new token, for login and password (Basic); its secret is shown once")
    @AlsoAnswers({422, 429})
    ResponseEntity<TokenAnswer> create(@RequestBody Wanted wanted, Principal principal) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (!VisibleText.isOneLine(name, Tokens.NAME_MOST)) {
            throw refused("name is one line of 1 to " + Tokens.NAME_MOST + " characters");
        }
        var scope =
                TokenScope.find(wanted.scope() == null ? TokenScope.READ.key() : wanted.scope())
                        .orElseThrow(() -> refused("scope is read or write"));
        long days = wanted.days() == null ? Tokens.LIFE.toDays() : wanted.days();
        if (days < 1 || days > Tokens.LIFE_MOST.toDays()) {
            throw refused("days is 1 to " + Tokens.LIFE_MOST.toDays());
        }
        var actor = signedIn.require(principal).id();
        if (tokens.of(actor).size() >= Tokens.MOST) {
            throw refused("you have " + Tokens.MOST + " tokens already; revoke one");
        }
        var made = tokens.create(name, scope, Duration.ofDays(days), actor);
        return ResponseEntity.created(
                        URI.create(ProgramAccess.TOKENS + "/" + made.token().id().value()))
                .body(TokenAnswer.of(made.token(), made.secret()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token of yours")
    ResponseEntity<Void> revoke(@PathVariable UUID id, Principal principal) {
        tokens.revoke(new TokenId(id), signedIn.require(principal).id());
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
