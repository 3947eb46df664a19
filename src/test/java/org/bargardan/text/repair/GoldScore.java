package org.bargardan.text.repair;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The measures of the gold data's own script, in Java: where in a text a passage stands, and how
/// far it is from what it should be.
///
/// Characters are UTF-16 code units here and code points there, which is the same for all letters
/// of Persian and English.
final class GoldScore {

    private static final String VARIANTS = "يىكةۀأإؤ";
    private static final String PLAIN = "ییکههااو";

    private GoldScore() {}

    /// Letters and digits alone; variants of a letter, and digits of all kinds, are one.
    static String letters(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(GoldScore::isAlphanumeric)
                .forEach(c -> letters.appendCodePoint(folded(c)));
        return letters.toString();
    }

    private static int folded(int c) {
        int variant = VARIANTS.indexOf(c);
        if (variant >= 0) {
            return PLAIN.charAt(variant);
        }
        boolean persianDigit = c >= '٠' && c <= '٩' || c >= '۰' && c <= '۹';
        return persianDigit ? '0' + Character.digit(c, 10) : c;
    }

    private static boolean isAlphanumeric(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /// One space for any white space, none at the ends.
    static String squeezed(String text) {
        var squeezed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFEFF') {
                continue;
            }
            boolean after = squeezed.isEmpty() || squeezed.charAt(squeezed.length() - 1) == ' ';
            if (!isSpace(c)) {
                squeezed.append(c);
            } else if (!after) {
                squeezed.append(' ');
            }
        }
        return squeezed.toString().strip();
    }

    static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Math.max(a.length(), b.length());
        }
        var column = new Column(a, 1);
        for (int i = 0; i < b.length(); i++) {
            column.advance(b.charAt(i));
        }
        return column.score;
    }

    /// Words of the first text that the second one lacks, or has in another order.
    static int missingWords(List<String> wanted, List<String> got) {
        var previous = new int[got.size() + 1];
        for (var word : wanted) {
            var current = new int[previous.length];
            for (int i = 0; i < got.size(); i++) {
                current[i + 1] =
                        word.equals(got.get(i))
                                ? previous[i] + 1
                                : Math.max(previous[i + 1], current[i]);
            }
            previous = current;
        }
        return wanted.size() - previous[got.size()];
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : squeezed(text.replace("\u200C", "")).split(" ")) {
            var letters = letters(word);
            if (!letters.isEmpty()) {
                words.add(letters);
            }
        }
        return words;
    }

    /// A text in which passages are looked for by their letters.
    static final class Searched {

        private final String text;
        private final String letters;
        private final int[] places;

        Searched(String text) {
            this.text = text;
            var found = new StringBuilder();
            var from = new int[2 * text.length()];
            for (int i = 0; i < text.length(); i++) {
                int before = found.length();
                if (text.charAt(i) != ' ') {
                    found.append(letters(text.substring(i, i + 1)));
                }
                Arrays.fill(from, before, found.length(), i);
            }
            letters = found.toString();
            places = from;
        }

        /// The stretch of the text that is nearest to the passage, with the marks that touch it.
        String nearest(String passage) {
            var wanted = letters(passage);
            if (wanted.isEmpty() || letters.isEmpty()) {
                return "";
            }
            int end = bestEnd(wanted, letters);
            int start = end - bestEnd(reversed(wanted), reversed(letters.substring(0, end)));
            int from = start < letters.length() ? places[start] : 0;
            int to = end > 0 ? places[end - 1] + 1 : 0;
            while (to < text.length() && isMark(text.charAt(to))) {
                to++;
            }
            while (from > 0 && isMark(text.charAt(from - 1))) {
                from--;
            }
            return text.substring(from, to);
        }

        private static boolean isMark(char c) {
            return !isAlphanumeric(c) && !isSpace(c);
        }

        private static int bestEnd(String pattern, String text) {
            var column = new Column(pattern, 0);
            int best = pattern.length() + 1;
            int end = 0;
            for (int i = 0; i < text.length(); i++) {
                column.advance(text.charAt(i));
                if (column.score < best) {
                    best = column.score;
                    end = i + 1;
                }
            }
            return end;
        }

        private static String reversed(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    /// A column of the matrix of edit distances as two bit vectors (Myers 1999, Hyyrö 2003).
    private static final class Column {

        private final long[][] equal = new long[Character.MAX_VALUE + 1][];
        private final long[] none;
        private final long[] plus;
        private final long[] minus;
        private final int last;
        private final long top;

        /// What one more character before the pattern costs: 0 where it may begin anywhere.
        private final long growth;

        private int score;

        Column(String pattern, long growth) {
            int words = (pattern.length() + Long.SIZE - 1) / Long.SIZE;
            this.none = new long[words];
            this.plus = new long[words];
            this.minus = new long[words];
            this.last = words - 1;
            this.top = 1L << (pattern.length() - 1) % Long.SIZE;
            this.growth = growth;
            this.score = pattern.length();
            Arrays.fill(plus, -1);
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (equal[c] == null) {
                    equal[c] = new long[words];
                }
                equal[c][i / Long.SIZE] |= 1L << i % Long.SIZE;
            }
        }

        void advance(char c) {
            var same = equal[c] == null ? none : equal[c];
            long carry = 0;
            long plusIn = growth;
            long minusIn = 0;
            for (int i = 0; i <= last; i++) {
                long eq = same[i];
                long xv = eq | minus[i];
                long masked = eq & plus[i];
                long sum = masked + plus[i] + carry;
                carry = (masked & plus[i] | (masked | plus[i]) & ~sum) >>> Long.SIZE - 1;
                long xh = sum ^ plus[i] | eq;
                long up = minus[i] | ~(xh | plus[i]);
                long down = plus[i] & xh;
                if (i == last) {
                    score += (up & top) != 0 ? 1 : (down & top) != 0 ? -1 : 0;
                }
                long upShifted = up << 1 | plusIn;
                long downShifted = down << 1 | minusIn;
                plusIn = up >>> Long.SIZE - 1;
                minusIn = down >>> Long.SIZE - 1;
                plus[i] = downShifted | ~(xv | upShifted);
                minus[i] = upShifted & xv;
            }
        }
    }
}
