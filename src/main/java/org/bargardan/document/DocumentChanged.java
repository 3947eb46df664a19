package org.bargardan.document;

/// Something in a document has this change number or a later one; told for every change, heard
/// after the commit, and never needed: whoever misses it asks for the changes since the last they
/// know.
public record DocumentChanged(DocumentId document, long changeNo) {}
