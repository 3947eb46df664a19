package org.bargardan.importing;

import org.bargardan.document.ReimportResult;

/// What became of a newer version of a document's file that somebody brought in.
public sealed interface ReplaceResult {

    /// The document has answered.
    record Answered(ReimportResult result) implements ReplaceResult {}

    /// Nothing was stored, because the project would hold more than the site lets it.
    ///
    /// @param held bytes of originals that the project holds
    /// @param most bytes that it may hold
    record QuotaReached(long held, long most) implements ReplaceResult {}
}
