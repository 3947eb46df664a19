package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The footnotes that stand where they stood on the page: at its end, in the middle of the text.
///
/// A body begins with its number after more space than lines have between them, or in the middle of
/// a sentence; it goes on to the end of the page, or to the next note; and the same number is the
/// mark of a note in the text of that page. What lacks one of these is left alone.
final class PageNotes {

    /// A body.
    ///
    /// - **from**, **to**: its lines, without the last.
    /// - **textFrom**: after its number, in UTF-16 code units.
    /// - **paragraphEnd**: the last line of the paragraph that holds its mark.
    record Body(int number, int from, int to, int textFrom, int paragraphEnd) {}

    private static final int MOST_LINES = 25;
    private static final int LONGEST_PAGE = 90;

    private final Layout layout;
    private final TextLines lines;
    private final BitSet furniture;
    private final BitSet taken = new BitSet();
    private final List<Body> bodies = new ArrayList<>();

    private PageNotes(Layout layout) {
        this.layout = layout;
        this.lines = layout.lines();
        this.furniture = Furniture.of(layout);
    }

    static List<Body> of(Layout layout) {
        if (!layout.isWrapped()) {
            return List.of();
        }
        var notes = new PageNotes(layout);
        notes.find();
        return notes.bodies;
    }

    private void find() {
        int pageFrom = 0;
        var found = new ArrayList<int[]>();
        for (int i = 1; i < lines.size(); i++) {
            int number = ListMarks.noteNumber(lines, i);
            boolean mayBeNote = number > 0 && standsApart(i);
            int end = mayBeNote ? endOfPage(i) : -1;
            int mark = end < 0 ? -1 : lineOfMark(number, Math.max(pageFrom, i - LONGEST_PAGE), i);
            if (mark >= 0) {
                pageFrom = addAll(number, i, end, mark, found);
                i = pageFrom - 1;
            } else if (isPageEnd(i)) {
                pageFrom = i;
            }
        }
        // Where a paragraph ends is known when all bodies are.
        for (var body : found) {
            int textFrom = ListMarks.afterNoteNumber(lines, body[1]);
            bodies.add(new Body(body[0], body[1], body[2], textFrom, paragraphEnd(body[3])));
        }
    }

    /// All notes of the page from its first; returns where they end.
    private int addAll(int first, int from, int end, int firstMark, List<int[]> found) {
        int number = first;
        int start = from;
        int mark = firstMark;
        for (int i = from + 1; i < end; i++) {
            if (ListMarks.noteNumber(lines, i) == number + 1) {
                int next = lineOfMark(number + 1, firstMark, from);
                if (next >= 0) {
                    found.add(new int[] {number, start, i, mark});
                    number++;
                    start = i;
                    mark = next;
                }
            }
        }
        found.add(new int[] {number, start, end, mark});
        taken.set(from, end);
        return end;
    }

    private boolean standsApart(int line) {
        return lines.gapBefore(line) > layout.usualGap()
                || lines.spacedGapBefore(line) > 0
                || layout.runsOn(line - 1);
    }

    private boolean isPageEnd(int line) {
        return layout.isPageBreak(line) || furniture.get(line);
    }

    /// The line after the last one of the notes; -1 where no end is seen.
    private int endOfPage(int from) {
        for (int i = from + 1; i < lines.size() && i <= from + MOST_LINES; i++) {
            boolean note = ListMarks.noteNumber(lines, i) > 0;
            if (isPageEnd(i) || !note && lines.gapBefore(i) > layout.usualGap()) {
                return i;
            }
        }
        return -1;
    }

    private int lineOfMark(int number, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (NoteMarks.find(lines.text(), lines.start(i), lines.end(i), number) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private int paragraphEnd(int markLine) {
        int above = markLine;
        for (int below = above + 1; below < lines.size(); below++) {
            if (taken.get(below) || furniture.get(below)) {
                continue;
            }
            if (layout.between(above, below) == Layout.Break.PARAGRAPH) {
                return above;
            }
            above = below;
        }
        return above;
    }
}
