package org.bargardan.project;

/// A project as its members see it.
public record Project(
        ProjectId id, String name, LanguagePair languages, Workflow workflow, long version) {}
