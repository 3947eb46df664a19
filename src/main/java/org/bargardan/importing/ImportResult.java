package org.bargardan.importing;

import org.bargardan.document.DocumentId;
import org.bargardan.format.FormatProblem;

/// What became of a file that somebody brought in.
public sealed interface ImportResult {

    /// The document exists now, whole.
    record Imported(DocumentId document, int paragraphs, int segments) implements ImportResult {}

    /// Nothing was stored, because of this.
    record Failed(FormatProblem problem) implements ImportResult {}

    /// Nothing was stored, because the project would hold more than the site lets it.
    ///
    /// @param held bytes of originals that the project holds
    /// @param most bytes that it may hold
    record QuotaReached(long held, long most) implements ImportResult {}
}
