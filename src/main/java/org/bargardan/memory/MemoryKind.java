package org.bargardan.memory;

import java.util.Locale;

/// What a memory holds. Every project has one working and one approved memory from the start.
public enum MemoryKind {
    /// What somebody confirmed and nobody has reviewed yet, or has.
    WORKING,
    /// What a reviewer approved.
    APPROVED,
    /// What came in as a file.
    IMPORTED,
    /// What came of aligning two texts.
    ALIGNED;

    /// The form the database holds.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MemoryKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
