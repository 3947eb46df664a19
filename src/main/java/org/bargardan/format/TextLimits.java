package org.bargardan.format;

/// The largest plain text that is read, so that one upload cannot exhaust the server.
///
/// @param maxParagraphCodePoints also the longest line, as every line is a paragraph or a part of
///   one
public record TextLimits(int maxBytes, int maxParagraphCodePoints, int maxParagraphs) {

    /// 20 MB are some sixty long novels; a paragraph of 100 000 code points is a short book without
    /// a line break.
    public static final TextLimits DEFAULT = new TextLimits(20 * 1024 * 1024, 100_000, 200_000);

    public TextLimits {
        if (maxBytes < 1 || maxParagraphCodePoints < 1 || maxParagraphs < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
