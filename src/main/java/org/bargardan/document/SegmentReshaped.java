package org.bargardan.document;

/// A segment was split, or joined with the next.
public record SegmentReshaped(SegmentId segment, DocumentId document, long changeNo) {}
