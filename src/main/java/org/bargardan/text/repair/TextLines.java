package org.bargardan.text.repair;

import java.util.Arrays;

/// The lines of a text that hold something, in arrays, and what stands between them.
///
/// Lines are counted from 0 without the empty ones. A form feed counts as space, and is remembered
/// as the end of a page.
final class TextLines {

    private static final String FINAL = ".!?؟…:۔";
    private static final String CLOSING = "»«\"”’')]}›)";

    private final String text;
    private int size;
    private int[] start = new int[64];
    private int[] end = new int[64];
    private int[] width = new int[64];
    private int[] letters = new int[64];
    private int[] indent = new int[64];

    /// Empty lines before a line, and those of them that hold spaces.
    private int[] gap = new int[64];

    private int[] spacedGap = new int[64];
    private boolean[] afterFormFeed = new boolean[64];
    private boolean[] hasInnerStop = new boolean[64];

    TextLines(String text) {
        this.text = text;
        int gaps = 0;
        int spaced = 0;
        boolean formFeed = false;
        for (int at = 0; at <= text.length(); ) {
            int lineEnd = text.indexOf('\n', at);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            int from = at;
            while (from < lineEnd && isSpace(text.charAt(from))) {
                formFeed |= text.charAt(from) == '\f';
                from++;
            }
            if (from == lineEnd) {
                gaps++;
                spaced += lineEnd > at && text.charAt(at) != '\r' ? 1 : 0;
            } else {
                int to = lineEnd;
                boolean feedAfter = false;
                while (isSpace(text.charAt(to - 1))) {
                    to--;
                    feedAfter |= text.charAt(to) == '\f';
                }
                add(from, to, from - at, gaps, spaced, formFeed);
                gaps = 0;
                spaced = 0;
                formFeed = feedAfter;
            }
            at = lineEnd + 1;
        }
    }

    private void add(int from, int to, int indented, int gaps, int spaced, boolean formFeed) {
        if (size == start.length) {
            grow();
        }
        start[size] = from;
        end[size] = to;
        indent[size] = indented;
        gap[size] = gaps;
        spacedGap[size] = spaced;
        afterFormFeed[size] = formFeed;
        int counted = 0;
        int lettersCounted = 0;
        boolean innerStop = false;
        char previous = ' ';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if (!space) {
                counted++;
                lettersCounted += isLetter(c) ? 1 : 0;
            } else if (!isSpace(previous)) {
                counted++;
                innerStop |= previous == '.' || previous == '؟' || previous == '?';
            }
            previous = c;
        }
        width[size] = counted;
        letters[size] = lettersCounted;
        hasInnerStop[size] = innerStop;
        size++;
    }

    private void grow() {
        int more = size * 2;
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        width = Arrays.copyOf(width, more);
        letters = Arrays.copyOf(letters, more);
        indent = Arrays.copyOf(indent, more);
        gap = Arrays.copyOf(gap, more);
        spacedGap = Arrays.copyOf(spacedGap, more);
        afterFormFeed = Arrays.copyOf(afterFormFeed, more);
        hasInnerStop = Arrays.copyOf(hasInnerStop, more);
    }

    static boolean isSpace(char c) {
        return Letters.isSpace(c) || c == '\f';
    }

    int size() {
        return size;
    }

    /// Of the first character that is no space.
    int start(int line) {
        return start[line];
    }

    /// After the last character that is no space.
    int end(int line) {
        return end[line];
    }

    /// In UTF-16 code units, spaces in a row counted once.
    int width(int line) {
        return width[line];
    }

    /// Letters and digits, without stretching strokes.
    int letters(int line) {
        return letters[line];
    }

    int indent(int line) {
        return indent[line];
    }

    int gapBefore(int line) {
        return gap[line];
    }

    int spacedGapBefore(int line) {
        return spacedGap[line];
    }

    boolean isAfterFormFeed(int line) {
        return afterFormFeed[line];
    }

    /// Whether a sentence ends before the line does.
    boolean hasInnerStop(int line) {
        return hasInnerStop[line];
    }

    String text() {
        return text;
    }

    String text(int line) {
        return text.substring(start[line], end[line]);
    }

    char first(int line) {
        return text.charAt(start[line]);
    }

    char last(int line) {
        return text.charAt(end[line] - 1);
    }

    /// Whether a sentence may end with the line: a final mark, perhaps with a quotation mark, a
    /// bracket or the number of a note after it.
    boolean endsSentence(int line) {
        int last = end[line] - 1;
        while (last > start[line] && isInvisible(text.charAt(last))) {
            last--;
        }
        int at = last;
        while (at > start[line] && isNoteMarkPart(text.charAt(at))) {
            at--;
        }
        while (at > start[line] && CLOSING.indexOf(text.charAt(at)) >= 0) {
            at--;
            while (at > start[line] && isSpace(text.charAt(at))) {
                at--;
            }
        }
        // A number alone is no mark of a note.
        char c = text.charAt(at);
        return FINAL.indexOf(c) >= 0 && (at < last || !Letters.isDigit(c));
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean isNoteMarkPart(char c) {
        return Letters.isDigit(c) || c == '[' || c == ']' || c == '^';
    }

    /// The width of its first word.
    int firstWord(int line) {
        int at = start[line];
        while (at < end[line] && !isSpace(text.charAt(at))) {
            at++;
        }
        return at - start[line];
    }

    /// The width that so large a share of the lines do not exceed.
    int widthOf(double share) {
        return quantile(width, share);
    }

    /// How many letters so large a share of the lines do not exceed.
    int lettersOf(double share) {
        return quantile(letters, share);
    }

    private int quantile(int[] values, double share) {
        if (size == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) (size * share))];
    }

    static int letters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    private static boolean isLetter(char c) {
        return Letters.isArabic(c)
                || Letters.isLatin(c)
                || Letters.isDigit(c)
                || c > '\u024F' && c != Letters.TATWEEL && Character.isLetterOrDigit(c);
    }
}
