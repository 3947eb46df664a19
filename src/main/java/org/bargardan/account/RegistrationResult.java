package org.bargardan.account;

/// What became of an attempt to become a person of this site.
public sealed interface RegistrationResult {

    /// The person exists now and may sign in.
    record Registered(UserId id) implements RegistrationResult {}

    /// Nothing was stored, because of this.
    record Rejected(Problem problem) implements RegistrationResult {}

    /// Why a registration was rejected.
    enum Problem {
        /// The login has no letters, or signs that no login may have.
        LOGIN_MALFORMED,
        /// Somebody else signs in with that login.
        LOGIN_TAKEN,
        /// The pen name is blank, too long, or holds signs that nobody sees.
        PEN_NAME_MALFORMED,
        /// Somebody else writes under that pen name.
        PEN_NAME_TAKEN,
        /// The password has fewer than [Users#PASSWORD_LEAST] signs.
        PASSWORD_SHORT,
        /// The one-time code is not the one printed at the start, or was used before.
        CODE_WRONG,
        /// The invitation is unknown, used, withdrawn or too old.
        INVITATION_INVALID
    }
}
