package org.bargardan.text;

import java.util.Optional;

/// What a person's text may not hold, because no database or XML file could: U+0000, half of a
/// surrogate pair, U+FFFE, U+FFFF. Everything else is kept exactly as it is.
public final class StorableText {

    private StorableText() {}

    /// The first code point that cannot be stored.
    public static Optional<Problem> problemIn(String text) {
        int at = 0;
        for (int i = 0; i < text.length(); at++) {
            int codePoint = text.codePointAt(i);
            if (!isStorable(codePoint)) {
                return Optional.of(new Problem(codePoint, at));
            }
            i += Character.charCount(codePoint);
        }
        return Optional.empty();
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0
                && codePoint != 0xFFFE
                && codePoint != 0xFFFF
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /// A code point that cannot be stored, and how many code points stand before it.
    public record Problem(int codePoint, int at) {

        /// As in `U+0000 at 3`.
        @Override
        public String toString() {
            return "U+%04X at %d".formatted(codePoint, at);
        }
    }
}
