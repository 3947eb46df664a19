package org.bargardan.format;

/// A line of a page as it is read, and where it stands.
///
/// @param block counted through the whole document; lines of a block stand under each other
/// @param direction 0 for the direction in which most of the page runs
/// @param start where reading begins, growing in the direction of reading
/// @param end where it ends
/// @param firstWord width of the word it begins with
/// @param text with brackets as the file writes them; what may be the mark of a note stands between
///   [#MARK] and [#MARK_END]
/// @param mirrored the same with each bracket turned
record PdfTextLine(
        int page,
        int block,
        int direction,
        double start,
        double end,
        double baseline,
        double size,
        boolean bold,
        double firstWord,
        String text,
        String mirrored) {

    /// Of private use, and so never a letter that was read.
    static final char MARK = '\uE000';

    static final char MARK_END = '\uE001';

    static PdfTextLine of(PdfLine line, int page, int block, int direction, boolean rightToLeft) {
        boolean toLeft = line.isRightToLeft(rightToLeft);
        return new PdfTextLine(
                page,
                block,
                direction,
                rightToLeft ? -line.right() : line.left(),
                rightToLeft ? -line.left() : line.right(),
                line.baseline(),
                line.size(),
                line.isBold(),
                line.firstWord(rightToLeft),
                line.text(toLeft, false, PdfTextLine::marked),
                line.text(toLeft, true, PdfTextLine::marked));
    }

    private static String marked(String number) {
        return MARK + number + MARK_END;
    }

    PdfTextLine withText(String other) {
        return new PdfTextLine(
                page, block, direction, start, end, baseline, size, bold, firstWord, other, other);
    }
}
