package org.bargardan.text.repair;

import java.util.BitSet;

/// How the lines of a text make up its paragraphs, learned from the text itself.
///
/// - **Hard wraps**: nearly all lines of prose are about as wide as the widest, and most of those
///   end in mid-sentence. Paragraphs of one line each are of all widths, and end with a final mark.
/// - **Gaps**: empty lines mean something else in each file: nothing where a converter put one
///   after every line, a new page where there are three, a new paragraph where one of them holds a
///   space. So for each kind of gap it is counted how often a sentence runs on across it.
/// - **Short lines**: a line is broken on purpose if the next word had fitted in.
final class Layout {

    /// What stands between two lines.
    enum Break {
        /// A sentence runs on.
        NONE,
        /// Lines of a stanza.
        VERSE,
        PARAGRAPH
    }

    private static final int FEWEST_LINES = 5;
    private static final int NARROWEST = 48;
    private static final int WIDEST = 150;
    private static final int FULL = 70;

    private final TextLines lines;
    private final boolean hasCase;
    private final int width;
    private final BitSet verse;
    private final GapKinds gaps;
    private final boolean indented;
    private final int baseIndent;

    /// Of lines that end paragraphs, which justified text leaves as they are; -1 where there is no
    /// such sign.
    private final int closingIndent;

    /// Shares in percent.
    private final int full;

    private final int runOn;

    private Layout(TextLines lines, String language) {
        this.lines = lines;
        this.hasCase = language.equals("en");
        this.width = lines.widthOf(0.9);
        this.verse = Verse.of(lines);
        this.full = share(countFull(), lines.size() - verse.cardinality());
        this.runOn = countRunOn();
        this.gaps = new GapKinds(this, lines);
        this.baseIndent = commonIndent();
        this.indented = hasIndentedParagraphs();
        this.closingIndent = closingIndent();
    }

    static Layout of(String text, String language) {
        return new Layout(new TextLines(text), language);
    }

    TextLines lines() {
        return lines;
    }

    int width() {
        return width;
    }

    boolean isVerse(int line) {
        return verse.get(line);
    }

    /// Percent of the lines that are about as wide as the widest ones and end in mid-sentence.
    int runOnShare() {
        return share(runOn, lines.size() - 1 - verse.cardinality());
    }

    /// Whether paragraphs were broken into lines of one width.
    boolean isWrapped() {
        if (lines.size() - verse.cardinality() < FEWEST_LINES
                || width < NARROWEST
                || width > WIDEST
                || full < 50
                || runOnShare() < 40
                || share(countTight(), runOn) < 80) {
            return false;
        }
        return hasCase ? goesOnInLowerCase() : hasStopsInLines();
    }

    /// Whether at least one in eight paragraphs is wider than any line.
    boolean hasWideParagraphs() {
        int paragraphs = 0;
        int wide = 0;
        int joined = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean begins = i == 0 || before(i) != Break.NONE;
            paragraphs += begins ? 1 : 0;
            boolean wasWide = !begins && joined > WIDEST;
            joined = begins ? lines.width(i) : joined + 1 + lines.width(i);
            wide += joined > WIDEST && !wasWide ? 1 : 0;
        }
        return wide * 8 >= paragraphs;
    }

    /// Whether the line is wide enough to have been broken where it ended.
    boolean isFull(int line) {
        return lines.width(line) * 100 >= width * FULL;
    }

    /// Whether a sentence seems to go on after the line.
    boolean runsOn(int line) {
        return isFull(line) && !verse.get(line) && !lines.endsSentence(line);
    }

    /// What stands before a line; the line is not the first.
    Break before(int line) {
        return between(line - 1, line);
    }

    /// What stands between two lines, of which those in between are to go.
    Break between(int above, int below) {
        if (verse.get(above) || verse.get(below)) {
            boolean together = verse.get(above) && verse.get(below) && lines.gapBefore(below) <= 1;
            return together ? Break.VERSE : Break.PARAGRAPH;
        }
        if (ListMarks.isNote(lines, above) || ListMarks.isNote(lines, below)) {
            return Break.PARAGRAPH;
        }
        boolean ends = lines.endsSentence(above);
        if (ListMarks.isItem(lines, below) && (ends || !isFull(above) || isItemLine(above))) {
            return Break.PARAGRAPH;
        }
        if (ends && (ListMarks.isSpeech(lines, below) || isNextSpeaker(above, below))) {
            return Break.PARAGRAPH;
        }
        if (below > above + 1) {
            return overPage(above, below);
        }
        return switch (gaps.before(below)) {
            case FLOWING -> inFlow(above, below);
            case PARTING -> certainlyRunsOn(above, below) ? Break.NONE : Break.PARAGRAPH;
            case UNKNOWN -> overPage(above, below);
        };
    }

    /// How many empty lines there are between most lines inside paragraphs.
    int usualGap() {
        return gaps.usual();
    }

    boolean isBodyLike(int line) {
        return lines.width(line) * 2 >= width;
    }

    /// Whether a page may end before the line: its gap is not the one usual inside paragraphs, and
    /// sentences run on across it all the same.
    boolean isPageBreak(int line) {
        return lines.isAfterFormFeed(line)
                || gaps.before(line) == GapKinds.Kind.FLOWING && !gaps.isUsual(line);
    }

    // The full stop may stand outside.
    private boolean isNextSpeaker(int above, int below) {
        int end = lines.end(above) - 1;
        char last = lines.text().charAt(end);
        char quote = last == '.' && end > lines.start(above) ? lines.text().charAt(end - 1) : last;
        return (quote == '»' || quote == '”') && "«“".indexOf(lines.first(below)) >= 0;
    }

    private boolean isItemLine(int line) {
        return ListMarks.isItem(lines, line);
    }

    private Break inFlow(int above, int below) {
        int taken = lines.width(above) + 1 + lines.firstWord(below);
        if (lines.endsSentence(above)) {
            if (isHeading(below)) {
                return Break.PARAGRAPH;
            }
            if (indented && lines.indent(below) >= baseIndent + 2) {
                return Break.PARAGRAPH;
            }
            if (lines.indent(above) == closingIndent) {
                return Break.PARAGRAPH;
            }
            int fits = gaps.partParagraphs() || closingIndent > 0 ? 70 : 86;
            return taken * 100 <= width * fits ? Break.PARAGRAPH : Break.NONE;
        }
        boolean lower = hasCase && Character.isLowerCase(lines.first(below));
        if (HardWraps.joint(lines, above, below).isEmpty()) {
            return Break.NONE;
        }
        int fits = lower ? 30 : isOpenEnd(lines.last(above)) ? 40 : 60;
        return taken * 100 <= width * fits ? Break.PARAGRAPH : Break.NONE;
    }

    // The next line would have had room in it, and it ends without a mark.
    private boolean isHeading(int line) {
        return line + 1 < lines.size()
                && !lines.endsSentence(line)
                && !isOpenEnd(lines.last(line))
                && !(hasCase && Character.isLowerCase(lines.first(line)))
                && (lines.width(line) + 1 + lines.firstWord(line + 1)) * 100 <= width * 60;
    }

    private Break overPage(int above, int below) {
        if (lines.endsSentence(above)) {
            boolean nextPage = below > above + 1 || lines.isAfterFormFeed(below);
            return nextPage && isFull(above) ? Break.NONE : Break.PARAGRAPH;
        }
        if (hasCase && Character.isLowerCase(lines.first(below))) {
            return isFull(above) ? Break.NONE : Break.PARAGRAPH;
        }
        boolean likeBody =
                lines.width(below) * 2 >= width
                        || lines.endsSentence(below)
                        || ",;،؛".indexOf(lines.last(below)) >= 0
                        || below + 1 == lines.size();
        return isFull(above) && likeBody ? Break.NONE : Break.PARAGRAPH;
    }

    private boolean certainlyRunsOn(int above, int below) {
        if (!runsOn(above)) {
            return false;
        }
        char last = lines.last(above);
        return hasCase && Character.isLowerCase(lines.first(below))
                || isOpenEnd(last) && lines.width(below) * 2 >= width;
    }

    private static boolean isOpenEnd(char c) {
        return c == '،' || c == ',' || c == '-' || c == Letters.ZWNJ || c == '(' || c == '«';
    }

    private int countFull() {
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            count += !verse.get(i) && isFull(i) && lines.width(i) * 100 <= width * 115 ? 1 : 0;
        }
        return count;
    }

    private int countRunOn() {
        int count = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            // Entries of a list of books end with a year.
            count += runsOn(i) && !Letters.isDigit(lines.last(i)) ? 1 : 0;
        }
        return count;
    }

    /// Lines into which the first word of the next would not have gone: of lines that end of their
    /// own, such as titles of books in a list, few are.
    private int countTight() {
        int count = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            int taken = lines.width(i) + 1 + lines.firstWord(i + 1);
            boolean counted = runsOn(i) && !Letters.isDigit(lines.last(i));
            count += counted && taken * 100 >= width * 90 ? 1 : 0;
        }
        return count;
    }

    private boolean goesOnInLowerCase() {
        int lower = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            lower += runsOn(i) && Character.isLowerCase(lines.first(i + 1)) ? 1 : 0;
        }
        return lower * 2 >= runOn;
    }

    private boolean hasStopsInLines() {
        int stops = 0;
        for (int i = 0; i < lines.size(); i++) {
            stops += !verse.get(i) && lines.hasInnerStop(i) ? 1 : 0;
        }
        return stops * 12 >= lines.size() - verse.cardinality();
    }

    private int commonIndent() {
        var counts = new int[81];
        for (int i = 0; i < lines.size(); i++) {
            counts[Math.min(80, lines.indent(i))]++;
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    private boolean hasIndentedParagraphs() {
        int indents = 0;
        int afterEnd = 0;
        for (int i = 1; i < lines.size(); i++) {
            int more = lines.indent(i) - baseIndent;
            if (more >= 2 && more <= 12) {
                indents++;
                afterEnd += lines.endsSentence(i - 1) ? 1 : 0;
            }
        }
        return indents >= 3 && indents * 100 <= lines.size() * 40 && afterEnd * 100 >= indents * 70;
    }

    private int closingIndent() {
        var counts = new int[13];
        var ended = new int[13];
        int all = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean ends = lines.endsSentence(i) && !verse.get(i);
            all += ends ? 1 : 0;
            if (lines.indent(i) < counts.length) {
                counts[lines.indent(i)]++;
                ended[lines.indent(i)] += ends ? 1 : 0;
            }
        }
        if (all * 2 > lines.size()) {
            return -1;
        }
        for (int i = 1; i < counts.length; i++) {
            if (i != baseIndent && ended[i] >= 8 && ended[i] * 100 >= counts[i] * 65) {
                return i;
            }
        }
        return -1;
    }

    private static int share(int part, int whole) {
        return whole <= 0 ? 0 : part * 100 / whole;
    }
}
