package org.bargardan.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A personal access token as its owner sees it; the secret itself is shown once and not kept.
///
/// @param lastUsedAt null if it never was; true to the minute
public record Token(
        TokenId id,
        String name,
        TokenScope scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
