package org.bargardan.document;

import java.util.Locale;

/// Why a rule refuses a change; each has words for people under its key.
public enum Refusal {
    /// None of the person's roles may do this.
    ROLE,
    /// People do not approve their own text in this project.
    OWN_TEXT,
    /// It is reviewed already; its author or a reviewer may change it.
    REVIEWED,
    /// There are no words to confirm or approve.
    EMPTY,
    /// More words than a rendering may hold.
    TOO_LONG,
    /// Only what has been confirmed can be approved or returned.
    NOT_CONFIRMED,
    /// No rule says who may do this, so nobody may.
    NO_POLICY;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
