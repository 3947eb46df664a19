package org.bargardan.account;

import java.util.Locale;

/// Whether a person may work here.
public enum PersonState {
    ACTIVE,
    /// Stopped by an administrator, who may let them in again.
    DEACTIVATED,
    /// Has left for good; their texts and their history stay.
    FORMER;

    /// The form the database holds.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PersonState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
