package org.bargardan.account;

import java.util.Locale;

/// What somebody gives to become a person of this site.
///
/// @param password in the clear, held no longer than the call
public record NewPerson(String login, String penName, String password, Locale locale) {

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "NewPerson[…]";
    }
}
