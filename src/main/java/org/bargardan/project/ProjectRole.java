package org.bargardan.project;

import java.util.Locale;

/// What a member does in a project; one person may hold several.
public enum ProjectRole {
    /// Brings documents and people in, and decides what the project allows.
    MANAGER,
    /// Writes renderings.
    TRANSLATOR,
    /// Approves renderings or returns them.
    REVIEWER,
    /// Reads, and writes nothing.
    READER;

    /// The form the database holds.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProjectRole of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
