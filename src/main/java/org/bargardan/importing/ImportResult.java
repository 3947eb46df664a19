package org.bargardan.importing;

import org.bargardan.document.DocumentId;
import org.bargardan.format.FormatProblem;

/// What became of a file that somebody brought in.
public sealed interface ImportResult {

    /// The document exists now, whole.
    record Imported(DocumentId document, int paragraphs, int segments) implements ImportResult {}

    /// Nothing was stored, because of this.
    record Failed(FormatProblem problem) implements ImportResult {}
}
