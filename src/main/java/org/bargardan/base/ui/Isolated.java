package org.bargardan.base.ui;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// What people say to each other is in either language, whatever the screen's: its direction is
/// that of most of its letters, not of the first, which may well be a quoted word.
public final class Isolated {

    private static final Set<UnicodeScript> RIGHT_TO_LEFT =
            EnumSet.of(
                    UnicodeScript.ARABIC,
                    UnicodeScript.HEBREW,
                    UnicodeScript.SYRIAC,
                    UnicodeScript.THAANA,
                    UnicodeScript.NKO);

    private Isolated() {}

    /// `rtl` or `ltr`.
    public static String direction(String words) {
        return isRightToLeft(words) ? "rtl" : "ltr";
    }

    /// The words between U+2067 or U+2066 and U+2069, for a line of the other direction; for
    /// showing only, never for storing.
    public static String words(String words) {
        return (isRightToLeft(words) ? '\u2067' : '\u2066') + words + '\u2069';
    }

    private static boolean isRightToLeft(String words) {
        long right =
                words.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter -> RIGHT_TO_LEFT.contains(UnicodeScript.of(letter)))
                        .count();
        return 2 * right > words.codePoints().filter(Character::isLetter).count();
    }
}
