package org.bargardan.document;

/// What became of an attempt to split or join.
public sealed interface ShapeResult {

    /// The cut is changed; this segment holds the first words, and the second part if there is one
    /// the rest.
    record Shaped(SegmentId first, long version) implements ShapeResult {}

    /// Somebody changed the source or its cut first; nothing is stored.
    record Stale() implements ShapeResult {}

    /// There is nothing to split off or to join with; nothing is stored.
    record Impossible() implements ShapeResult {}

    /// A rule of the project stands against it; nothing is stored.
    record Refused(Refusal refusal) implements ShapeResult {}
}
