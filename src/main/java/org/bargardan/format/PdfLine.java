package org.bargardan.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Signs on one baseline that belong together, from left to right, and what raised signs stand
/// among them.
final class PdfLine {

    /// A gap in shares of the font's size: between words where the file writes no spaces.
    private static final double WORD_GAP = 0.15;

    /// The same in a line that has spaces, where a kashida or a justified letter is likelier.
    private static final double WORD_GAP_BESIDE_SPACES = 0.3;

    /// A space that takes no room is a joiner: fonts draw both as the same nothing.
    private static final double ROOM_OF_A_SPACE = 0.07;

    private static final double RAISED = 0.15;
    private static final double SMALL = 0.85;

    private final List<PdfGlyph> glyphs;
    private final double size;
    private final double baseline;
    private final boolean hasSpaces;

    /// @param signs from anywhere on the line, in any order
    PdfLine(List<PdfGlyph> signs) {
        size = median(signs.stream().filter(sign -> !sign.isSpace()).toList());
        var letters = signs.stream().filter(sign -> sign.size() > SMALL * size).toList();
        baseline = letters.isEmpty() ? signs.getFirst().baseline() : lowestOfMost(letters);
        glyphs = marksAttached(withoutEdgeSpaces(withoutDoubles(sorted(signs))));
        hasSpaces = glyphs.stream().anyMatch(PdfGlyph::isSpace);
    }

    private static double median(List<PdfGlyph> signs) {
        var sizes = signs.stream().mapToDouble(PdfGlyph::size).sorted().toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
    }

    private static double lowestOfMost(List<PdfGlyph> letters) {
        var heights = letters.stream().mapToDouble(PdfGlyph::baseline).sorted().toArray();
        return heights[heights.length / 2];
    }

    /// Letters by their middle; what has no width of its own by where it begins, as its drawn width
    /// reaches into the next letter.
    private static List<PdfGlyph> sorted(List<PdfGlyph> signs) {
        var sorted = new ArrayList<>(signs);
        sorted.sort(Comparator.comparingDouble(PdfLine::place));
        return sorted;
    }

    private static double place(PdfGlyph sign) {
        return sign.isSpace() || sign.text().equals("\u200C")
                ? sign.left() + 0.01 * sign.size()
                : sign.middle();
    }

    /// Bold type is sometimes the same sign drawn twice.
    private static List<PdfGlyph> withoutDoubles(List<PdfGlyph> signs) {
        var kept = new ArrayList<PdfGlyph>();
        for (var sign : signs) {
            boolean doubled =
                    !kept.isEmpty()
                            && !sign.text().isBlank()
                            && kept.getLast().text().equals(sign.text())
                            && sign.left() - kept.getLast().left() < 0.1 * sign.size()
                            && sign.right() - sign.left() > 0.2 * sign.size();
            if (!doubled) {
                kept.add(sign);
            }
        }
        return kept;
    }

    private static List<PdfGlyph> withoutEdgeSpaces(List<PdfGlyph> signs) {
        int from = 0;
        int to = signs.size();
        while (from < to && signs.get(from).isSpace()) {
            from++;
        }
        while (to > from && signs.get(to - 1).isSpace()) {
            to--;
        }
        return new ArrayList<>(signs.subList(from, to));
    }

    /// A vowel sign joins the letter it stands over; doubling (shadda) comes before a vowel.
    private static List<PdfGlyph> marksAttached(List<PdfGlyph> signs) {
        var bases = new ArrayList<>(signs.stream().filter(sign -> !sign.isMark()).toList());
        for (var mark : signs) {
            if (!mark.isMark()) {
                continue;
            }
            int nearest = -1;
            double distance = mark.size();
            for (int i = 0; i < bases.size(); i++) {
                var base = bases.get(i);
                double away =
                        Math.abs(base.middle() - mark.middle()) - (base.right() - base.left()) / 2;
                if (PdfOrder.isRight(base.text()) && away < distance) {
                    distance = away;
                    nearest = i;
                }
            }
            if (nearest >= 0) {
                var base = bases.get(nearest);
                boolean first = mark.text().startsWith("\u0651");
                var text = base.text();
                int at = first ? text.offsetByCodePoints(0, 1) : text.length();
                bases.set(
                        nearest,
                        new PdfGlyph(
                                text.substring(0, at) + mark.text() + text.substring(at),
                                base.left(),
                                base.right(),
                                base.baseline(),
                                base.size(),
                                base.bold(),
                                0));
            }
        }
        return bases;
    }

    List<PdfGlyph> glyphs() {
        return glyphs;
    }

    boolean isEmpty() {
        return glyphs.isEmpty();
    }

    double left() {
        return glyphs.getFirst().left();
    }

    double right() {
        return glyphs.stream().mapToDouble(PdfGlyph::right).max().orElseThrow();
    }

    double baseline() {
        return baseline;
    }

    double size() {
        return size;
    }

    double width() {
        return right() - left();
    }

    boolean isBold() {
        return glyphs.stream().filter(sign -> !sign.isSpace()).allMatch(PdfGlyph::bold);
    }

    /// Letters that run to the right and letters that run to the left.
    int letters(boolean rightToLeft) {
        return (int)
                glyphs.stream()
                        .filter(sign ->
                                rightToLeft
                                        ? PdfOrder.isRight(sign.text())
                                        : PdfOrder.isLeft(sign.text()))
                        .count();
    }

    /// Whether the line runs to the left; one without letters runs as its document does.
    boolean isRightToLeft(boolean inDocument) {
        int right = letters(true);
        int left = letters(false);
        if (right == 0 && left > 0) {
            // A full stop before the first word shows where the paragraph's end is.
            return inDocument && ".،؛:".contains(glyphs.getFirst().text());
        }
        return inDocument ? right * 5 >= left || left == 0 : right > 2 * left;
    }

    int turnedBrackets() {
        return PdfOrder.turnedBrackets(pieces(sign -> sign.text()));
    }

    /// The text in the order it is read.
    ///
    /// @param mirrored whether the file writes brackets as they are seen
    /// @param marks gives the text for a raised small number, which may be the mark of a note
    String text(
            boolean rightToLeft, boolean mirrored, java.util.function.UnaryOperator<String> marks) {
        var joined = withMarks(marks);
        return PdfOrder.read(joined, rightToLeft, mirrored).strip().replaceAll(" {2,}", " ");
    }

    private List<String> withMarks(java.util.function.UnaryOperator<String> marks) {
        var pieces = new ArrayList<String>();
        for (int i = 0; i < glyphs.size(); ) {
            int end = i;
            while (end < glyphs.size() && isRaisedMark(glyphs.get(end))) {
                end++;
            }
            if (end > i) {
                addGap(pieces, i);
                var number =
                        glyphs.subList(i, end).stream()
                                .map(PdfGlyph::text)
                                .collect(Collectors.joining());
                pieces.add(marks.apply(number));
                i = end;
            } else {
                addPiece(pieces, i, PdfGlyph::text);
                i++;
            }
        }
        return pieces;
    }

    private List<String> pieces(java.util.function.Function<PdfGlyph, String> text) {
        var pieces = new ArrayList<String>();
        for (int i = 0; i < glyphs.size(); i++) {
            addPiece(pieces, i, text);
        }
        return pieces;
    }

    private void addPiece(
            List<String> pieces, int i, java.util.function.Function<PdfGlyph, String> text) {
        var sign = glyphs.get(i);
        if (sign.isSpace()) {
            addSpace(pieces, i);
            return;
        }
        addGap(pieces, i);
        if (sign.unknown() != 0) {
            pieces.add("\uFFFD");
        } else if (!isStroke(i)) {
            pieces.add(text.apply(sign));
        }
    }

    /// A kashida in a word is the printer's; one that stands free is a dash.
    private boolean isStroke(int i) {
        var text = glyphs.get(i).text();
        return text.chars().allMatch(c -> c == '\u0640')
                && (touches(i - 1, i) || touches(i, i + 1));
    }

    private boolean touches(int a, int b) {
        if (a < 0 || b >= glyphs.size()) {
            return false;
        }
        var left = glyphs.get(a);
        var right = glyphs.get(b);
        return PdfOrder.isRight(left.text())
                && PdfOrder.isRight(right.text())
                && right.left() - left.right() < WORD_GAP * size;
    }

    private void addSpace(List<String> pieces, int i) {
        int before = i - 1;
        int after = i + 1;
        while (before >= 0 && glyphs.get(before).isSpace()) {
            before--;
        }
        while (after < glyphs.size() && glyphs.get(after).isSpace()) {
            after++;
        }
        if (before < 0 || after >= glyphs.size() || before < i - 1) {
            return;
        }
        var left = glyphs.get(before);
        var right = glyphs.get(after);
        if (right.left() - left.right() > ROOM_OF_A_SPACE * size) {
            pieces.add(" ");
        } else if (PdfOrder.isRight(left.text()) && PdfOrder.isRight(right.text())) {
            pieces.add("\u200C");
        }
    }

    private void addGap(List<String> pieces, int i) {
        if (i == 0 || glyphs.get(i - 1).isSpace()) {
            return;
        }
        var before = glyphs.get(i - 1);
        double gap = glyphs.get(i).left() - before.right();
        if (gap > (hasSpaces ? WORD_GAP_BESIDE_SPACES : WORD_GAP) * size) {
            pieces.add(" ");
        }
    }

    /// A small number above the line, or a number that Unicode raises itself.
    private boolean isRaisedMark(PdfGlyph sign) {
        if (sign.text().isEmpty()) {
            return false;
        }
        boolean superscript = sign.text().codePoints().allMatch(c -> "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) >= 0);
        boolean raised = sign.size() < SMALL * size && sign.baseline() > baseline + RAISED * size;
        boolean mark = PdfOrder.isDigit(sign.text()) || "*†‡".contains(sign.text());
        return superscript || (raised && mark);
    }

    /// The width of the word the line begins with, as it is read.
    double firstWord(boolean rightToLeft) {
        var order = rightToLeft ? glyphs.reversed() : glyphs;
        double from = rightToLeft ? right() : left();
        double to = from;
        for (int i = 0; i < order.size(); i++) {
            var sign = order.get(i);
            double gap = rightToLeft ? to - sign.right() : sign.left() - to;
            if (i > 0 && (sign.isSpace() || gap > WORD_GAP_BESIDE_SPACES * size)) {
                break;
            }
            to = rightToLeft ? Math.min(to, sign.left()) : Math.max(to, sign.right());
        }
        return Math.abs(to - from);
    }
}
