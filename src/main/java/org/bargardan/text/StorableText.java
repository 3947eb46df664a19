package org.bargardan.text;

import java.util.Optional;

public final class StorableText {
    private StorableText() {}

    public record Problem(int codePoint, int at) {}

    public static Optional<Problem> check(String text) {
        int at = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == 0 || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c < 0xE000))
                return Optional.of(new Problem(c, at));
            i += Character.charCount(c);
            at++;
        }
        return Optional.empty();
    }
}
