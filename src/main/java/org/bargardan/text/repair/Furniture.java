package org.bargardan.text.repair;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;

/// Which lines belong to the page and not to the text: page numbers, running heads and feet.
///
/// A sentence that runs on from the line above them to the line below is the surest sign. Numbers
/// must grow besides, and heads must come again; a number that opens a section interrupts nothing.
final class Furniture {

    private static final int NO_NUMBER = -1;
    private static final String NO_HEAD = "";
    private static final int FEWEST_HEADS = 3;
    private static final int FEWEST_NUMBERS = 3;
    private static final int MOST_LINES = 4;

    private final Layout layout;
    private final TextLines lines;
    private final int[] number;
    private final String[] head;
    private final BitSet furniture = new BitSet();

    private Furniture(Layout layout) {
        this.layout = layout;
        this.lines = layout.lines();
        this.number = new int[lines.size()];
        this.head = new String[lines.size()];
        Arrays.fill(head, NO_HEAD);
    }

    /// No line at all in a text whose lines are paragraphs.
    static BitSet of(Layout layout) {
        var found = new Furniture(layout);
        if (layout.isWrapped()) {
            found.find();
        }
        return found.furniture;
    }

    private void find() {
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            number[i] = pageNumber(i);
            if (number[i] == NO_NUMBER && mayBeHead(i)) {
                head[i] = withoutDigits(i);
                counts.merge(head[i], 1, Integer::sum);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (counts.getOrDefault(head[i], 0) < FEWEST_HEADS) {
                head[i] = NO_HEAD;
            }
        }
        findLoneFeet();
        findNumbers();
        findHeads();
    }

    private boolean isCandidate(int line) {
        return number[line] != NO_NUMBER || !head[line].isEmpty();
    }

    /// Whether a sentence runs on around the candidates that a line stands among.
    private boolean interrupts(int line) {
        int from = line;
        while (from > 0 && isCandidate(from - 1)) {
            from--;
        }
        int to = line + 1;
        while (to < lines.size() && isCandidate(to)) {
            to++;
        }
        return to - from <= MOST_LINES && interrupts(from, to);
    }

    private boolean interrupts(int from, int to) {
        return from > 0
                && to < lines.size()
                && layout.runsOn(from - 1)
                && layout.between(from - 1, to) == Layout.Break.NONE;
    }

    // A number with the name of the publisher, the only one left of them.
    private void findLoneFeet() {
        for (int i = 1; i < lines.size(); i++) {
            if (number[i] == NO_NUMBER) {
                continue;
            }
            int from = i;
            while (from > 1 && i - from < 2 && isAside(from - 1)) {
                from--;
            }
            int to = i + 1;
            while (to < lines.size() && to - i < 3 && isAside(to)) {
                to++;
            }
            boolean apart =
                    lines.gapBefore(from) > layout.usualGap()
                            || to < lines.size() && lines.gapBefore(to) > layout.usualGap();
            if (apart && interrupts(from, to) && layout.isBodyLike(to)) {
                furniture.set(from, to);
            }
        }
    }

    private boolean isAside(int line) {
        return !layout.isBodyLike(line) && !lines.endsSentence(line) && !layout.isVerse(line);
    }

    private void findNumbers() {
        int previous = NO_NUMBER;
        boolean growing = interruptingNumbersGrow();
        for (int i = 0; i < lines.size(); i++) {
            if (number[i] != NO_NUMBER && interrupts(i) && (growing || isApart(i))) {
                furniture.set(i);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (number[i] == NO_NUMBER) {
                continue;
            }
            if (!furniture.get(i) && fits(previous, number[i], nextSure(i))) {
                furniture.set(i);
            }
            previous = furniture.get(i) ? number[i] : previous;
        }
    }

    private boolean interruptingNumbersGrow() {
        int count = 0;
        int grown = 0;
        int last = NO_NUMBER;
        for (int i = 0; i < lines.size(); i++) {
            if (number[i] != NO_NUMBER && interrupts(i)) {
                grown += number[i] > last ? 1 : 0;
                last = number[i];
                count++;
            }
        }
        return count >= FEWEST_NUMBERS && grown * 10 >= count * 8;
    }

    // A number that a converter tore out of its line has no more space around it than lines have.
    private boolean isApart(int line) {
        return lines.isAfterFormFeed(line)
                || lines.gapBefore(line) > layout.usualGap()
                || line + 1 < lines.size()
                        && (lines.isAfterFormFeed(line + 1)
                                || lines.gapBefore(line + 1) > layout.usualGap());
    }

    private int nextSure(int line) {
        for (int i = furniture.nextSetBit(line + 1); i >= 0; i = furniture.nextSetBit(i + 1)) {
            if (number[i] != NO_NUMBER) {
                return number[i];
            }
        }
        return NO_NUMBER;
    }

    // Between two that are sure, or next to one of them.
    private static boolean fits(int previous, int number, int next) {
        if (previous != NO_NUMBER && next != NO_NUMBER) {
            return previous < number && number < next;
        }
        return previous != NO_NUMBER && number > previous && number <= previous + 2
                || next != NO_NUMBER && number < next && number >= next - 2;
    }

    private void findHeads() {
        var sure = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (!head[i].isEmpty() && isSureHead(i)) {
                sure.merge(head[i], 1, Integer::sum);
            }
        }
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (head[i].isEmpty()) {
                continue;
            }
            boolean first = seen.merge(head[i], 1, Integer::sum) == 1;
            // The title itself may be the first, but has no page number beside it.
            boolean title = first && !isSureHead(i) && !hasNumber(i);
            if (sure.getOrDefault(head[i], 0) >= 2 && !title) {
                furniture.set(i);
            }
        }
    }

    private boolean isSureHead(int line) {
        return lines.isAfterFormFeed(line)
                || line > 0 && furniture.get(line - 1) && number[line - 1] != NO_NUMBER
                || line + 1 < lines.size()
                        && furniture.get(line + 1)
                        && number[line + 1] != NO_NUMBER
                || interrupts(line);
    }

    private boolean mayBeHead(int line) {
        return lines.width(line) >= 3
                && lines.width(line) * 100 <= layout.width() * 90
                && !lines.endsSentence(line);
    }

    private boolean hasNumber(int line) {
        return Letters.isDigit(lines.last(line)) || Letters.isDigit(lines.first(line));
    }

    private String withoutDigits(int line) {
        var key = new StringBuilder();
        for (int i = lines.start(line); i < lines.end(line); i++) {
            char c = lines.text().charAt(i);
            if (Character.isLetter(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /// The number that a line holds with nothing but dashes, brackets or the word page beside it.
    private int pageNumber(int line) {
        if (lines.width(line) > 12) {
            return NO_NUMBER;
        }
        var text = lines.text();
        int at = lines.start(line);
        int end = lines.end(line);
        for (var word : new String[] {"صفحه", "صفحهٔ", "ص", "Page", "page", "p."}) {
            if (text.startsWith(word, at) && at + word.length() < end) {
                at += word.length();
                break;
            }
        }
        int value = 0;
        int digits = 0;
        boolean closed = false;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (Letters.isDigit(c) && !closed) {
                value = value * 10 + Character.digit(c, 10);
                digits++;
            } else if ("-–—()[]|/ـ".indexOf(c) >= 0 || TextLines.isSpace(c)) {
                closed = digits > 0;
            } else {
                return NO_NUMBER;
            }
        }
        return digits >= 1 && digits <= 4 ? value : NO_NUMBER;
    }
}
