package org.bargardan.format;

import java.util.List;

/// What a filter took out of a file: its paragraphs in order and how to put them back.
///
/// All separators and texts in order, then `textAfter`, are the decoded file exactly.
///
/// @param filter name of the filter that read the file
/// @param filterParameters what that filter must know to write the file again, in its own stable
///   notation
/// @param filterVersion rises when the filter would cut the same file otherwise
public record ExtractedDocument(
        List<ExtractedParagraph> paragraphs,
        String textAfter,
        String filter,
        String filterParameters,
        int filterVersion) {

    public ExtractedDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /// The decoded file.
    public String text() {
        var text = new StringBuilder();
        for (ExtractedParagraph paragraph : paragraphs) {
            text.append(paragraph.separatorBefore()).append(paragraph.text());
        }
        return text.append(textAfter).toString();
    }
}
