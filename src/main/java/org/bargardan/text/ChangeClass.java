package org.bargardan.text;

import java.util.Locale;

/// What a change of a text amounts to.
public enum ChangeClass {
    /// The texts are equal.
    NONE,
    /// ZWNJ, yeh and kaf, spaces, digits, marks, punctuation or case; no other word.
    SPELLING,
    /// Other words.
    WORDING;

    /// The form the database holds.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChangeClass of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
