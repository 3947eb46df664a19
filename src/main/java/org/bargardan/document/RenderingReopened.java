package org.bargardan.document;

/// A rendering that was confirmed or better is a draft again.
public record RenderingReopened(RenderingId rendering, DocumentId document, long changeNo) {}
