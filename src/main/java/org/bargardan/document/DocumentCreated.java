package org.bargardan.document;

/// A document exists now, whole.
public record DocumentCreated(DocumentId document) {}
