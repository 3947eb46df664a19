package org.bargardan.format;

import java.util.List;

/// What came of reading a file.
public sealed interface ReadResult {

    /// The file's paragraphs, with all that is needed to write it back exactly.
    ///
    /// @param pages of the file; 0 in formats without pages
    /// @param leftOut what repeats on the pages and is no text of the author's
    /// @param problems parts that could not be read
    record Read(
            ExtractedDocument document,
            int pages,
            List<LeftOut> leftOut,
            List<FormatProblem> problems)
            implements ReadResult {

        public Read {
            leftOut = List.copyOf(leftOut);
            problems = List.copyOf(problems);
        }

        /// Of a format without pages, read without a problem.
        public Read(ExtractedDocument document) {
            this(document, 0, List.of(), List.of());
        }
    }

    /// Nothing was read, for this reason.
    record Failed(FormatProblem problem) implements ReadResult {}

    /// A running head or a page number.
    record LeftOut(int page, String text) {}
}
