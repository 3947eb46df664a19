package org.bargardan.document;

/// A rendering has become translated; its words are read from the rendering itself.
public record RenderingConfirmed(RenderingId rendering, DocumentId document, long changeNo) {}
