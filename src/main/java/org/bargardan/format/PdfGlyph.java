package org.bargardan.format;

/// Letters that a page shows as one sign, and where.
///
/// @param text in the order it is read; empty where the file does not say which letters the sign
///   stands for
/// @param left where the sign begins, seen with the text upright, in points
/// @param right where the next sign would begin
/// @param baseline height over an arbitrary zero, growing upwards
/// @param size of the font, in points
/// @param unknown 0, or which sign of which font it is when its text is empty
record PdfGlyph(
        String text,
        double left,
        double right,
        double baseline,
        double size,
        boolean bold,
        int unknown) {

    double middle() {
        return (left + right) / 2;
    }

    boolean isSpace() {
        return !text.isEmpty() && text.isBlank();
    }

    /// A vowel sign or its like, which stands over or under a letter.
    boolean isMark() {
        return !text.isEmpty()
                && text.codePoints()
                        .allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
    }

    PdfGlyph as(String known) {
        return new PdfGlyph(known, left, right, baseline, size, bold, 0);
    }
}
