package org.bargardan.format;

import java.util.List;
import org.bargardan.format.FormatProblem.Kind;

/// The largest web page or Markdown file that is read, so that one upload cannot exhaust the
/// server.
///
/// @param maxDepth elements, quotations and lists inside each other
/// @param maxSteps how often a parser may look at a character again; those in use look through the
///   rest of a page for an end that is not there, at every beginning
public record MarkupLimits(
        int maxBytes, int maxParagraphs, int maxParagraphCodePoints, int maxDepth, long maxSteps) {

    /// A novel is half a megabyte of either; 200 million steps are some two seconds.
    public static final MarkupLimits DEFAULT =
            new MarkupLimits(20 * 1024 * 1024, 200_000, 100_000, 500, 200_000_000L);

    public MarkupLimits {
        if (maxBytes < 1
                || maxParagraphs < 1
                || maxParagraphCodePoints < 1
                || maxDepth < 1
                || maxSteps < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /// The same paragraphs, if they are not too many nor one of them too long.
    List<ExtractedParagraph> checked(List<ExtractedParagraph> paragraphs) throws RefusedFile {
        if (paragraphs.isEmpty()) {
            throw new RefusedFile(Kind.NO_TEXT);
        }
        if (paragraphs.size() > maxParagraphs) {
            throw new RefusedFile(Kind.TOO_MANY_PARAGRAPHS, maxParagraphs);
        }
        for (ExtractedParagraph paragraph : paragraphs) {
            if (paragraph.content().length() > maxParagraphCodePoints) {
                throw new RefusedFile(
                        Kind.PARAGRAPH_TOO_LONG,
                        paragraph.content().length(),
                        maxParagraphCodePoints);
            }
        }
        return paragraphs;
    }
}
