package org.bargardan.format;

/// What came of reading a file.
public sealed interface ReadResult {

    /// The file's paragraphs, with all that is needed to write it back exactly.
    record Read(ExtractedDocument document) implements ReadResult {}

    /// Nothing was read, for this reason.
    record Failed(FormatProblem problem) implements ReadResult {}
}
