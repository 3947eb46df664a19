package org.bargardan.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param actor null where the house itself acted, or nobody knows who
/// @param subject what it was done to, as `kind:id`; empty if there is nothing to name
/// @param detail in keys and numbers, never texts or secrets
/// @param address from where, for sign-ins only; null after 30 days
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UserId actor,
        AuditAction action,
        String subject,
        String detail,
        @Nullable String address) {}
