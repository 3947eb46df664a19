package org.bargardan.format;

/// One paragraph as a filter found it, with the characters that part it from the one before.
///
/// @param separatorBefore never shown to a translator, written back as it is
/// @param text neither begins nor ends with white space, and is never empty; may hold line breaks
///   inside
/// @param level 1 for the highest heading; 0 for whatever is no heading
public record ExtractedParagraph(
        String separatorBefore, String text, ParagraphKind kind, int level) {

    public ExtractedParagraph {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a paragraph has text");
        }
        if (level < 0 || (level > 0) != (kind == ParagraphKind.HEADING)) {
            throw new IllegalArgumentException("level " + level + " of a " + kind);
        }
    }
}
