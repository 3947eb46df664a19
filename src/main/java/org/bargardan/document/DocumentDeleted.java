package org.bargardan.document;

/// A document was deleted, and can be brought back; told inside the transaction.
public record DocumentDeleted(DocumentId document) {}
