package org.bargardan.document;

import java.util.Locale;

/// How far a rendering is, from nothing to final; the order is that of becoming final.
public enum Status {
    /// Holds no words yet.
    UNTRANSLATED,
    /// Holds words that nobody has confirmed; with a reason if a reviewer returned it.
    DRAFT,
    /// Confirmed by whoever wrote it, and waiting for review.
    TRANSLATED,
    /// Passed the first of two reviews.
    REVIEWED,
    /// Final.
    APPROVED;

    public boolean isConfirmed() {
        return compareTo(TRANSLATED) >= 0;
    }

    /// The form the database and clients hold.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
