package org.bargardan.base;

import java.util.regex.Pattern;

/// Tells names that people can read and trust from those that hide something.
public final class VisibleText {

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    /// What hides in a name or turns the line around it; joiners belong to Persian and to emoji.
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{FFFE}\\x{FFFF}[\\p{Cf}&&[^\\u200c\\u200d]]]");

    private VisibleText() {}

    /// Whether the text is one line with something to see in it and nothing hidden.
    ///
    /// @param most longest length, in code points
    public static boolean isOneLine(String text, int most) {
        return VISIBLE.matcher(text).find()
                && !HIDDEN.matcher(text).find()
                && text.codePointCount(0, text.length()) <= most;
    }
}
