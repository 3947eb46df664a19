package org.bargardan.format;

/// What came of writing a file.
public sealed interface WriteResult {

    /// The whole file was written.
    record Written(long bytes) implements WriteResult {}

    /// Nothing was written, for this reason.
    record Failed(FormatProblem problem) implements WriteResult {}
}
