package org.bargardan.account;

import java.util.Locale;

/// What a person may do on the whole site.
public enum SiteRole {
    /// Invites people, creates projects and keeps the house running.
    ADMINISTRATOR,
    /// Works in the projects that invited them, and may begin their own.
    MEMBER;

    /// The form the database holds.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SiteRole of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
