package org.bargardan.document;

/// What became of an attempt to put a newer version of its file in a document's place.
public sealed interface ReimportResult {

    /// The newer version is the document's text now.
    record Reimported(long changeNo) implements ReimportResult {}

    /// The document was that version already; nothing is stored.
    record Unchanged() implements ReimportResult {}

    /// Somebody has since changed what the newer version changes; nothing is stored, and both want
    /// to be compared again.
    record Stale() implements ReimportResult {}

    /// A rule of the project stands against it; nothing is stored.
    record Refused(Refusal refusal) implements ReimportResult {}
}
