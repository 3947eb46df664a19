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

    /// Whose words come first among equal ones: the lower, the more people stand behind them.
    int rank() {
        return switch (this) {
            case APPROVED -> 0;
            case WORKING -> 1;
            case ALIGNED -> 2;
            case IMPORTED -> 3;
        };
    }

    static MemoryKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
