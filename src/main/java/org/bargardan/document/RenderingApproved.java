package org.bargardan.document;

/// A rendering has become approved; its words are read from the rendering itself.
public record RenderingApproved(RenderingId rendering, DocumentId document, long changeNo) {}
