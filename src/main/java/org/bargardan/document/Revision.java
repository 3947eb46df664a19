package org.bargardan.document;

import java.time.Instant;
import org.bargardan.account.UserId;
import org.bargardan.text.ChangeClass;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// One saved state of a rendering; never changed.
///
/// @param n 1, 2, 3 … without gaps
/// @param changeClass how it differs from the revision before
/// @param reason why it was returned, or is a draft again though nobody asked; null on all others
public record Revision(
        RenderingId rendering,
        long n,
        TaggedText text,
        Status status,
        boolean returned,
        ChangeClass changeClass,
        Origin origin,
        @Nullable Reason reason,
        UserId by,
        Instant at,
        long changeNo) {}
