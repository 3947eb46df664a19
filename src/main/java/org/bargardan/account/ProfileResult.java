package org.bargardan.account;

/// What became of a change that a person made to their own account.
public enum ProfileResult {
    /// It is stored.
    CHANGED,
    /// Somebody, perhaps the person in another window, changed it first; nothing is stored.
    STALE,
    PEN_NAME_MALFORMED,
    PEN_NAME_TAKEN,
    CREDIT_NAME_MALFORMED,
    EMAIL_MALFORMED,
    /// The current password is not that.
    PASSWORD_WRONG,
    /// Too many wrong ones; wait a while.
    PASSWORD_THROTTLED,
    /// The new password has fewer than [Users#PASSWORD_LEAST] signs, or too many.
    PASSWORD_SHORT,
    /// The site would be left without an administrator.
    LAST_ADMINISTRATOR
}
