package org.bargardan.account;

import java.util.UUID;

/// Names one invitation.
public record InvitationId(UUID value) {}
