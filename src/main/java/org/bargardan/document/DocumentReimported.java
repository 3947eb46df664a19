package org.bargardan.document;

/// A newer version of its file took the place of a document's text. Told once for all the
/// renderings that it reopened and all the segments that came, moved or left.
public record DocumentReimported(DocumentId document, long changeNo) {}
