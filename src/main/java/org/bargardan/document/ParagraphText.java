package org.bargardan.document;

import java.util.List;
import org.bargardan.text.TaggedText;

/// A paragraph with the sources and renderings it holds, for writing a document out.
///
/// @param segments at least one; a rendering that covers several stands at the first of them
public record ParagraphText(
        ParagraphKind kind,
        int level,
        String textUnit,
        String separatorBefore,
        List<SegmentText> segments) {

    public ParagraphText {
        segments = List.copyOf(segments);
    }

    /// The paragraph's source, exactly.
    public String source() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.source().text()).append(segment.space()));
        return text.toString();
    }

    /// @param space the white space after the segment inside its paragraph
    /// @param rendering empty where the segment's words stand in the rendering of one before
    /// @param coveredBefore whether an earlier segment's rendering covers this one too
    public record SegmentText(
            TaggedText source,
            String space,
            TaggedText rendering,
            Status status,
            boolean coveredBefore) {}
}
