package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.isDigit;
import static org.bargardan.text.repair.Letters.isLatin;
import static org.bargardan.text.repair.Letters.isSpace;
import static org.bargardan.text.repair.Letters.isWordPart;

import java.util.ArrayList;
import java.util.List;

/// A line cut into what its order is made of: words, numbers, Latin runs and clusters of marks.
///
/// Latin of several words is one unit, since it kept its own order, and so are the digits attached
/// to it (UAX #9, rule W7); so are marks with nothing but spaces between them, and a number with
/// its separators. Marks of the Arabic block (، ؛ ؟) stand with letters: fonts that reverse the
/// order of runs draw them in one run with the words beside.
final class LineUnits {

    enum Kind {
        WORD,
        NUMBER,
        LATIN,
        ARABIC_MARK,
        MARKS
    }

    /// @param gapBefore spaces between the unit before and this one
    record Unit(Kind kind, int from, int to, int gapBefore) {}

    private final String text;
    private final int end;
    private final List<Unit> units = new ArrayList<>();
    private int at;

    private LineUnits(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /// The units of a range, in the order they stand.
    static List<Unit> of(String text, int from, int to) {
        var reading = new LineUnits(text, from, to);
        reading.read();
        return reading.units;
    }

    private void read() {
        int lastEnd = at;
        while (true) {
            skipSpaces();
            if (at >= end) {
                return;
            }
            int from = at;
            var kind = readOne();
            units.add(new Unit(kind, from, at, units.isEmpty() ? 0 : from - lastEnd));
            lastEnd = at;
        }
    }

    private Kind readOne() {
        char c = text.charAt(at);
        if (isWordPart(c)) {
            skipWord();
            return Kind.WORD;
        }
        if (isDigit(c)) {
            skipNumber();
            if (at < end && isLatin(text.charAt(at))) {
                skipLatin();
                return Kind.LATIN;
            }
            return Kind.NUMBER;
        }
        if (isLatin(c)) {
            skipLatin();
            return Kind.LATIN;
        }
        if (isArabicMark(c)) {
            at++;
            return Kind.ARABIC_MARK;
        }
        skipMarks();
        return Kind.MARKS;
    }

    private void skipSpaces() {
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private void skipWord() {
        while (at < end && isWordPart(text.charAt(at))) {
            at++;
        }
    }

    private void skipNumber() {
        while (at < end
                && (isDigit(text.charAt(at))
                        || at + 1 < end
                                && ".,:/٫٬".indexOf(text.charAt(at)) >= 0
                                && isDigit(text.charAt(at + 1)))) {
            at++;
        }
    }

    private void skipLatin() {
        int lastLetter = at;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (isLatin(c) || isDigit(c) && isAttached(i, lastLetter)) {
                lastLetter = i;
            } else if (!(isSpace(c) || ".,-'’&".indexOf(c) >= 0)) {
                break;
            }
        }
        at = lastLetter + 1;
    }

    /// Whether a digit belongs to the letters before it, as in H1, F-16 and B1.1.
    private boolean isAttached(int digit, int lastLetter) {
        return digit == lastLetter + 1
                || digit == lastLetter + 2 && "-.".indexOf(text.charAt(digit - 1)) >= 0;
    }

    private void skipMarks() {
        int last = at;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                continue;
            }
            if (isWordPart(c) || isDigit(c) || isLatin(c) || isArabicMark(c)) {
                break;
            }
            last = i;
        }
        at = last + 1;
    }

    private static boolean isArabicMark(char c) {
        return c == '،' || c == '؛' || c == '؟';
    }
}
