package org.bargardan.review;

import java.time.Instant;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.jspecify.annotations.Nullable;

/// A comment with its place, as it is stored.
///
/// @param state of its thread: open or resolved
public record CommentRow(
        UUID id,
        UUID thread,
        @Nullable UUID segment,
        @Nullable UUID rendering,
        String state,
        String text,
        UserId by,
        Instant at) {}
