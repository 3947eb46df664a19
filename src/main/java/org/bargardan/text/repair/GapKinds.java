package org.bargardan.text.repair;

/// What each kind of gap between lines means in one text.
///
/// A kind is how many empty lines there are, and how many of them hold spaces.
final class GapKinds {

    enum Kind {
        /// Sentences run on across it.
        FLOWING,
        /// They hardly ever do.
        PARTING,
        /// Too rare to say.
        UNKNOWN
    }

    private static final int MOST = 31;
    private static final int FEWEST = 3;
    private static final int FORM_FEED = (MOST + 1) * (MOST + 1);

    private final TextLines lines;
    private final int[] count = new int[2 * FORM_FEED];
    private final int[] runOn = new int[2 * FORM_FEED];
    private final int usual;
    private final boolean partParagraphs;

    GapKinds(Layout layout, TextLines lines) {
        this.lines = lines;
        for (int i = 1; i < lines.size(); i++) {
            if (!layout.isVerse(i) && !isAside(i) && !isAside(i - 1)) {
                count[key(i)]++;
                runOn[key(i)] += layout.runsOn(i - 1) ? 1 : 0;
            }
        }
        int most = 0;
        for (int key = 0; key < count.length; key++) {
            if (runOn[key] > runOn[most]) {
                most = key;
            }
        }
        this.usual = most;
        int parting = 0;
        for (int key = 0; key < count.length; key++) {
            parting += kind(key) == Kind.PARTING ? count[key] : 0;
        }
        this.partParagraphs = parting >= FEWEST && parting * 100 >= lines.size();
    }

    Kind before(int line) {
        return kind(key(line));
    }

    /// Whether it is the gap that most lines inside paragraphs have.
    boolean isUsual(int line) {
        return key(line) == usual;
    }

    int usual() {
        return gapOf(usual);
    }

    /// Whether gaps tell paragraphs in this text.
    boolean partParagraphs() {
        return partParagraphs;
    }

    private Kind kind(int key) {
        if (key == usual) {
            return Kind.FLOWING;
        }
        if (count[key] >= FEWEST) {
            return runOn[key] * 100 >= count[key] * 35 ? Kind.FLOWING : Kind.PARTING;
        }
        return gapOf(key) < gapOf(usual) ? Kind.FLOWING : Kind.UNKNOWN;
    }

    private static int gapOf(int key) {
        return key % FORM_FEED / (MOST + 1);
    }

    private int key(int line) {
        int gap = Math.min(MOST, lines.gapBefore(line));
        return gap * (MOST + 1)
                + Math.min(MOST, lines.spacedGapBefore(line))
                + (lines.isAfterFormFeed(line) ? FORM_FEED : 0);
    }

    // Numbers of pages and notes stand between lines that go on.
    private boolean isAside(int line) {
        return ListMarks.noteNumber(lines, line) > 0
                || lines.width(line) <= 12 && Letters.isDigit(lines.last(line));
    }
}
