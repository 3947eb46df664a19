package org.bargardan.document;

import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// One line of the editor: a rendering of the working set with the source it covers.
///
/// @param segment first of the covered segments
/// @param number its place in the document, 1 for the first
/// @param startsParagraph whether that segment is the first of its paragraph
/// @param source the covered sources with the spaces between them
/// @param sourceHash hash of the match key of `source`
/// @param beforeHash the same of the segment before, null at the document's start
/// @param afterHash the same of the segment after, null at its end
public record Entry(
        SegmentId segment,
        int number,
        ParagraphKind kind,
        boolean startsParagraph,
        TaggedText source,
        long sourceHash,
        @Nullable Long beforeHash,
        @Nullable Long afterHash,
        Rendering rendering) {}
