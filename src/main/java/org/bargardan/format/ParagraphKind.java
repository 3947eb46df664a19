package org.bargardan.format;

/// What a paragraph is in its document.
public enum ParagraphKind {
    HEADING,
    BODY,
    VERSE,
    QUOTE,
    LIST,
    FOOTNOTE,
    CAPTION,
    /// What a page or site brings along and the author did not write: ornaments, running titles,
    /// page numbers.
    FURNITURE
}
