package org.bargardan.exporting;

import org.bargardan.format.FormatProblem;

/// What became of an attempt to write a document out.
public sealed interface ExportResult {

    /// The whole file was written.
    record Exported(long bytes) implements ExportResult {}

    /// The whole file was written, in the plain form: the original is no longer read as it was at
    /// the import, so its own form is lost.
    record ExportedPlain(long bytes) implements ExportResult {}

    /// Nothing was written, because of this.
    record Failed(FormatProblem problem) implements ExportResult {}
}
