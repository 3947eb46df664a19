package org.bargardan.text;

import com.ibm.icu.util.ULocale;

/// The direction in which a language is written.
public enum Direction {
    RTL,
    LTR;

    /// Of the script that the tag names or its language is usually written in; never guessed from
    /// letters, because a Persian paragraph may well begin with a Latin name.
    public static Direction of(String bcp47) {
        return ULocale.forLanguageTag(bcp47).isRightToLeft() ? RTL : LTR;
    }
}
