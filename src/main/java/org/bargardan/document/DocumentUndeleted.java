package org.bargardan.document;

/// A deleted document is back; told inside the transaction.
public record DocumentUndeleted(DocumentId document) {}
