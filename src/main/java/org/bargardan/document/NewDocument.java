package org.bargardan.document;

import java.util.List;
import org.bargardan.text.StorableText;
import org.bargardan.text.TaggedText;

/// A document as a reader of its format hands it over. Separators, sources and spaces one after
/// another, then `textAfter`, are the text exactly.
///
/// @param filter name of the format's reader, with its parameters and version: export reads the
///   original again with the same ones
/// @param extractionSha256 hash of the text, by which export proves that it read the same
public record NewDocument(
        String title,
        String lang,
        Original original,
        List<NewParagraph> paragraphs,
        String textAfter) {

    public NewDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /// @param textUnit the place in the original that this paragraph is written back to
    /// @param segments at least one
    public record NewParagraph(
            ParagraphKind kind,
            int level,
            String textUnit,
            String separatorBefore,
            boolean translatable,
            List<NewSegment> segments) {

        public NewParagraph {
            segments = List.copyOf(segments);
            if (segments.isEmpty()) {
                throw new IllegalArgumentException("a paragraph without a segment: " + textUnit);
            }
        }
    }

    /// A piece of source with the white space that follows it inside its paragraph.
    public record NewSegment(TaggedText source, String spaceAfter) {

        public NewSegment {
            StorableText.problemIn(source.text())
                    .ifPresent(problem -> {
                        throw new IllegalArgumentException("a source that holds " + problem);
                    });
        }
    }
}
