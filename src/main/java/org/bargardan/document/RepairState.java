package org.bargardan.document;

import java.util.Locale;

/// What became of a repair of a document's original.
public enum RepairState {
    /// It is in the text.
    APPLIED,
    /// Somebody did not want it at the import.
    REFUSED,
    /// Somebody took it back later.
    UNDONE;

    /// The form the database holds.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RepairState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
