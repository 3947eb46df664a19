package org.bargardan.text;

import java.util.Locale;

/// How much two texts differ.
public enum ChangeClass {
    NONE,
    SPELLING,
    WORDING;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChangeClass of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
