package org.bargardan.account;

import java.time.Instant;

/// An invitation that may still be used.
public record Invitation(InvitationId id, UserId invitedBy, Instant expiresAt) {}
