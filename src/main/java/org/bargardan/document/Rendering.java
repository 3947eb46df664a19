package org.bargardan.document;

import org.bargardan.account.UserId;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// A target text that covers one or more neighbouring segments, in the state that `version` counts.
///
/// @param author who last changed the wording; null while it is untranslated
public record Rendering(
        RenderingId id,
        DocumentId document,
        TaggedText text,
        Status status,
        boolean returned,
        @Nullable UserId author,
        long revisionN,
        long version,
        long changedNo) {}
