package org.bargardan.text;

import java.util.Arrays;

/// A text as the sentence rules see it, with the way back to the text itself.
///
/// Line breaks count as spaces, Arabic yeh and kaf as Persian ones, and what only steers the
/// display (direction marks, soft hyphen, byte order mark, a joiner at the edge of a word) is left
/// out, so that no rule needs to think of it. Of more than two blanks two are seen, for the gaps
/// that some programs leave would make rules slow.
final class SentenceView {

    private static final char ZWNJ = '\u200C';

    private final String original;
    private final StringBuilder seen = new StringBuilder();
    private final int[] origin;

    SentenceView(String original) {
        this.original = original;
        var origins = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (!isLeftOut(i) && !(isSpace(c) && endsWithTwoSpaces())) {
                origins[seen.length()] = i;
                seen.append(isLineBreak(c) ? ' ' : letter(c));
            }
        }
        origins[seen.length()] = original.length();
        origin = Arrays.copyOf(origins, seen.length() + 1);
    }

    String text() {
        return seen.toString();
    }

    /// Where in the text itself a place of the view is: what is invisible goes to the sentence
    /// before.
    int origin(int place) {
        return origin[place];
    }

    /// The end of the white space that begins at an offset of the text itself. Invisible characters
    /// within it belong to it; at the text's end also those after it.
    int spaceEnd(int from) {
        int end = from;
        int i = from;
        while (i < original.length() && (isSpace(original.charAt(i)) || isLeftOut(i))) {
            i++;
            if (isSpace(original.charAt(i - 1))) {
                end = i;
            }
        }
        return i == original.length() ? i : end;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /// A string with Arabic yeh and kaf as Persian ones; as long as before.
    static String letters(String text) {
        return text.replace('ي', 'ی').replace('ك', 'ک');
    }

    private boolean endsWithTwoSpaces() {
        int length = seen.length();
        return length >= 2 && isSpace(seen.charAt(length - 1)) && isSpace(seen.charAt(length - 2));
    }

    private boolean isLeftOut(int i) {
        char c = original.charAt(i);
        return isInvisible(c) || (c == ZWNJ && isLoose(i));
    }

    // A joiner at a word's edge joins nothing; it is left from typing or from another program.
    private boolean isLoose(int zwnj) {
        return zwnj == 0
                || zwnj == original.length() - 1
                || !isPartOfWord(original.charAt(zwnj - 1))
                || !isPartOfWord(original.charAt(zwnj + 1));
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char letter(char c) {
        return c == 'ي' ? 'ی' : c == 'ك' ? 'ک' : c;
    }

    private static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isInvisible(char c) {
        return (c >= '\u200E' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\u061C'
                || c == '\u00AD'
                || c == '\uFEFF';
    }
}
