package org.bargardan.format;

import java.util.List;
import java.util.OptionalInt;

/// A PDF as it was read.
///
/// @param places of the document's paragraphs, in their order
/// @param leftOut what repeats on the pages and is no text of the author's
/// @param problems pages and letters that could not be read
public record PdfReading(
        ExtractedDocument document,
        int pages,
        List<Place> places,
        List<LeftOut> leftOut,
        List<FormatProblem> problems) {

    public PdfReading {
        places = List.copyOf(places);
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
        if (places.size() != document.paragraphs().size()) {
            throw new IllegalArgumentException(
                    places.size() + " places of " + document.paragraphs().size() + " paragraphs");
        }
    }

    /// Where a paragraph begins.
    ///
    /// @param page counted from 1
    /// @param markedIn of a footnote: the paragraph, counted from 0, that holds its mark
    public record Place(int page, OptionalInt markedIn) {}

    /// A running head or a page number.
    public record LeftOut(int page, String text) {}
}
