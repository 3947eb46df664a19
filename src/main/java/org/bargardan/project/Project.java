package org.bargardan.project;

import org.bargardan.text.repair.RepairStyle;

/// A project as its members see it.
///
/// @param style how it writes Persian
public record Project(
        ProjectId id,
        String name,
        LanguagePair languages,
        RepairStyle style,
        Workflow workflow,
        long version) {}
