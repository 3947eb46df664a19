package org.bargardan.text.repair;

import java.util.BitSet;

/// Which lines are verse, and keep their ends.
///
/// Two forms are known: both hemistichs in one line, parted by a wide gap, a tab or a star; and
/// blocks of short lines that rhyme, or begin with capitals, among lines that are far longer.
/// Lengths are counted in letters, since repair changes spaces, joiners and marks, but not them.
final class Verse {

    private static final int WIDEST_HEMISTICH = 48;
    private static final int MOST_LETTERS = 40;
    private static final int WIDEST_LINE = 3 * WIDEST_HEMISTICH;
    private static final int FEWEST_LINES = 4;

    private final TextLines lines;
    private final BitSet verse = new BitSet();

    /// Of a line of prose, or more.
    private final int fullLine;

    private Verse(TextLines lines) {
        this.lines = lines;
        this.fullLine = lines.lettersOf(0.9);
    }

    static BitSet of(TextLines lines) {
        var verse = new Verse(lines);
        verse.findCouplets();
        verse.findBlocks();
        return verse.verse;
    }

    /// The characters of all lines of verse.
    static BitSet in(String text) {
        var covered = new BitSet();
        if (!mayHold(text)) {
            return covered;
        }
        var lines = new TextLines(text);
        var verse = of(lines);
        for (int i = verse.nextSetBit(0); i >= 0; i = verse.nextSetBit(i + 1)) {
            covered.set(lines.start(i), lines.end(i));
        }
        return covered;
    }

    // Most texts have no lines short enough, and need no more than this look.
    private static boolean mayHold(String text) {
        int shortLines = 0;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int length = end - at;
            if (length > 1 && length <= WIDEST_HEMISTICH + 12) {
                shortLines++;
            } else if (length > 1) {
                shortLines = 0;
            }
            if (shortLines == FEWEST_LINES || length <= WIDEST_LINE && isCouplet(text, at, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /// Whether the line holds two hemistichs of about the same length.
    static boolean isCouplet(String text, int from, int to) {
        int start = from;
        while (start < to && TextLines.isSpace(text.charAt(start))) {
            start++;
        }
        return gapOf(text, start, to) >= 0;
    }

    private void findCouplets() {
        for (int i = 0; i < lines.size(); i++) {
            int gap = gapOf(lines.text(), lines.start(i), lines.end(i));
            if (gap < 0) {
                continue;
            }
            boolean rhymes = rhyme(endOfWord(gap), lines.end(i));
            boolean again = i > 0 && verse.get(i - 1) && rhyme(lines.end(i - 1), lines.end(i));
            boolean next =
                    i + 1 < lines.size()
                            && gapOf(lines.text(), lines.start(i + 1), lines.end(i + 1)) >= 0
                            && rhyme(lines.end(i), lines.end(i + 1));
            if (rhymes || again || next) {
                verse.set(i);
            }
        }
    }

    private int endOfWord(int gap) {
        int at = gap;
        while (at > 0 && TextLines.isSpace(lines.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// Where the one wide gap of a line is, if it parts it in halves.
    private static int gapOf(String text, int from, int to) {
        if (to - from < 20 || to - from > WIDEST_LINE) {
            return -1;
        }
        int gapFrom = -1;
        int gapTo = -1;
        for (int i = from; i < to; ) {
            int run = gapLength(text, i, to);
            if (run > 0) {
                if (gapFrom >= 0) {
                    return -1;
                }
                gapFrom = i;
                gapTo = i + run;
            }
            i += Math.max(1, run);
        }
        if (gapFrom < 0) {
            return -1;
        }
        int left = TextLines.letters(text, from, gapFrom);
        int right = TextLines.letters(text, gapTo, to);
        boolean balanced = left * 10 >= right * 6 && right * 10 >= left * 6;
        boolean short0 = Math.max(left, right) <= MOST_LETTERS && Math.min(left, right) >= 7;
        char before = text.charAt(gapFrom - 1);
        return balanced && short0 && ".؟?:".indexOf(before) < 0 ? gapFrom : -1;
    }

    /// Four spaces or more, a tab, or a star or slash with spaces around it.
    private static int gapLength(String text, int at, int to) {
        int i = at;
        boolean tab = false;
        boolean sign = false;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '\t') {
                tab = true;
            } else if (i > at && (c == '*' || c == '/')) {
                sign = true;
            } else if (!TextLines.isSpace(c)) {
                break;
            }
            i++;
        }
        boolean closed = i > at && TextLines.isSpace(text.charAt(i - 1));
        return tab || i - at >= 4 || sign && closed ? i - at : 0;
    }

    private void findBlocks() {
        for (int i = 0; i < lines.size(); ) {
            int end = endOfBlock(i);
            if (end - i >= FEWEST_LINES && isSetApart(i, end) && isVerse(i, end)) {
                verse.set(i, end);
            }
            // The last line may be the first of closer ones.
            boolean closer =
                    end - i == 2
                            && end < lines.size()
                            && lines.gapBefore(end) < lines.gapBefore(end - 1);
            i = closer ? end - 1 : Math.max(i + 1, end);
        }
    }

    /// After the short lines that stand equally far from each other.
    private int endOfBlock(int from) {
        if (!isShort(from)) {
            return from;
        }
        int end = from + 1;
        while (end < lines.size()
                && isShort(end)
                && lines.gapBefore(end) == lines.gapBefore(from + 1)
                && lines.gapBefore(end) <= 1) {
            end++;
        }
        return end;
    }

    // Where there is a gap after every line, a wider one stands around a stanza.
    private boolean isSetApart(int from, int to) {
        int inside = lines.gapBefore(from + 1);
        return inside == 0
                || (from == 0 || lines.gapBefore(from) > inside)
                        && (to == lines.size() || lines.gapBefore(to) > inside);
    }

    private boolean isShort(int line) {
        int letters = lines.letters(line);
        char first = lines.first(line);
        return letters >= 7
                && letters <= MOST_LETTERS
                && letters * 16 <= fullLine * 10
                && !ListMarks.isItem(lines, line)
                && first != '«'
                && first != '[';
    }

    private boolean isVerse(int from, int to) {
        int stops = 0;
        int rhymes = 0;
        int capitals = 0;
        int most = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            stops += lines.last(i) == '.' || lines.last(i) == ':' ? 1 : 0;
            capitals += beginsWithCapital(i) ? 1 : 0;
            boolean rhymed =
                    i + 1 < to && rhyme(lines.end(i), lines.end(i + 1))
                            || i + 2 < to && rhyme(lines.end(i), lines.end(i + 2))
                            || i - 1 >= from && rhyme(lines.end(i), lines.end(i - 1))
                            || i - 2 >= from && rhyme(lines.end(i), lines.end(i - 2));
            rhymes += rhymed ? 1 : 0;
            most = Math.max(most, lines.letters(i));
            fewest = Math.min(fewest, lines.letters(i));
        }
        int count = to - from;
        boolean even = most <= 2 * fewest + 4;
        boolean capital = capitals == count && lines.gapBefore(from + 1) == 0;
        return even && stops * 3 <= count && (rhymes * 2 >= count || capital);
    }

    private boolean beginsWithCapital(int line) {
        int at = lines.start(line);
        while (at < lines.end(line) - 1 && "“\"‘'(".indexOf(lines.text().charAt(at)) >= 0) {
            at++;
        }
        return Character.isUpperCase(lines.text().charAt(at));
    }

    /// Whether the last two letters before both places are the same.
    private boolean rhyme(int end, int otherEnd) {
        int a = lastLetter(end);
        int b = lastLetter(otherEnd);
        if (a < 1 || b < 1) {
            return false;
        }
        var text = lines.text();
        return text.charAt(a) == text.charAt(b) && text.charAt(a - 1) == text.charAt(b - 1);
    }

    // Marks and digits may follow it, but not many.
    private int lastLetter(int end) {
        var text = lines.text();
        int at = end - 1;
        int passed = 0;
        while (at >= 0 && passed < 4 && !Character.isLetter(text.charAt(at))) {
            char c = text.charAt(at);
            passed += TextLines.isSpace(c) || c == Letters.ZWNJ ? 0 : 1;
            at--;
        }
        return at >= 1 && Character.isLetter(text.charAt(at)) ? at : -1;
    }
}
