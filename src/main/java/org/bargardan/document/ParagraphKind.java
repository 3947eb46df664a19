package org.bargardan.document;

import java.util.Locale;

/// What a paragraph is in the make-up of its document.
public enum ParagraphKind {
    HEADING,
    BODY,
    /// A line of a poem.
    VERSE,
    QUOTE,
    LIST,
    FOOTNOTE,
    CAPTION,
    /// Page numbers, running heads and the like.
    FURNITURE;

    /// The form the database and clients hold.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ParagraphKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
