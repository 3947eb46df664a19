package org.bargardan.document;

import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;

/// One file being translated, in order, in one language pair.
///
/// @param changeNo number of the last change; rises by one with each, without gaps
public record Document(
        DocumentId id,
        ProjectId project,
        String projectName,
        String title,
        LanguagePair languages,
        long changeNo) {}
