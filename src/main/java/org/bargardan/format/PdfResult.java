package org.bargardan.format;

/// What came of reading a PDF.
public sealed interface PdfResult {

    /// The text in the order it is read.
    record Read(PdfReading reading) implements PdfResult {}

    /// Nothing was read, for this reason.
    record Failed(FormatProblem problem) implements PdfResult {}
}
