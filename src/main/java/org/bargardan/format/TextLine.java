package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;

/// One line of a text that holds more than white space: where its content begins and ends.
///
/// @param start offset in chars of the first character that is not white space
/// @param end offset in chars behind the last one
/// @param number counted from 1, blank lines included
/// @param opensBlock whether a blank line, a paragraph separator or the file's beginning stands
///   before it
record TextLine(int start, int end, int number, boolean opensBlock) {

    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    int length(String text) {
        return text.codePointCount(start, end);
    }

    String content(String text) {
        return text.substring(start, end);
    }

    /// The lines of a text, `max` at most.
    static List<TextLine> of(String text, int max) {
        var lines = new ArrayList<TextLine>();
        int number = 1;
        boolean opensBlock = true;
        for (int from = 0; from < text.length() && lines.size() < max; number++) {
            int to = from;
            while (to < text.length() && !isTerminator(text.charAt(to))) {
                to++;
            }
            int start = from;
            int end = to;
            while (start < end && isWhiteSpace(text.charAt(start))) {
                start++;
            }
            while (end > start && isWhiteSpace(text.charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                lines.add(new TextLine(start, end, number, opensBlock));
            }
            opensBlock =
                    start == end || (to < text.length() && text.charAt(to) == PARAGRAPH_SEPARATOR);
            from = to + (text.startsWith("\r\n", to) ? 2 : 1);
        }
        return lines;
    }

    /// Where the line begins that holds the character at an offset.
    static int lineStart(String text, int offset) {
        int start = offset;
        while (start > 0 && !isTerminator(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isTerminator(char c) {
        return switch (c) {
            case '\n', '\r', '\f', NEXT_LINE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /// White space in the sense of Java or of Unicode (which has the no-break spaces); no ZWNJ and
    /// no bidi mark.
    static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isTerminator(c);
    }
}
