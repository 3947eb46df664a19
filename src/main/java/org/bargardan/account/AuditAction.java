package org.bargardan.account;

import java.util.Locale;

/// What the audit log tells of; each has words for people under its key.
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGN_IN_THROTTLED,
    SIGNED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    RESET_LINK_MADE,
    TOKEN_MADE,
    TOKEN_REVOKED,
    INVITED,
    INVITATION_WITHDRAWN,
    INVITATION_USED,
    PROJECT_ROLES_CHANGED,
    PROJECT_TAKEN_OVER,
    SITE_ROLE_CHANGED,
    DEACTIVATED,
    REACTIVATED,
    LEFT,
    IMPORTED,
    REIMPORTED,
    EXPORTED,
    DELETED,
    UNDELETED,
    PURGED,
    BACKED_UP,
    RESTORED,
    READ_ONLY_BEGUN,
    READ_ONLY_ENDED,
    QUOTA_SET;

    /// The form the database holds.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AuditAction of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
