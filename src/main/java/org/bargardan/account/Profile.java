package org.bargardan.account;

import org.jspecify.annotations.Nullable;

/// What a person keeps about themselves; shown to nobody else, but for the pen name.
///
/// @param creditName how they want to be named in an export made "with names"; null if by pen name
/// @param email where a reset link may be sent; null if they gave none
public record Profile(
        String login,
        String penName,
        @Nullable String creditName,
        @Nullable String email,
        long version) {

    /// Keeps login and address out of logs.
    @Override
    public String toString() {
        return "Profile[…]";
    }
}
