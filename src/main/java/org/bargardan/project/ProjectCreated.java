package org.bargardan.project;

/// A project exists now; told inside the transaction that made it, so that what every project has
/// is made with it.
public record ProjectCreated(ProjectId project) {}
