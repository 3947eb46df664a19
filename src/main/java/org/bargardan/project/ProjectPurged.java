package org.bargardan.project;

/// A project goes for good; told inside the transaction, so that whatever belongs to it elsewhere
/// goes first.
public record ProjectPurged(ProjectId project) {}
