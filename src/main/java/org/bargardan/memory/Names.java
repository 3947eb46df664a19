package org.bargardan.memory;

import java.util.Locale;
import org.bargardan.account.Person;
import org.jspecify.annotations.Nullable;

/// How people are named in an export.
public enum Names {
    /// Not at all; the default, since a file travels further than its sender thinks.
    WITHOUT,
    /// By pen name.
    PEN_NAMES,
    /// As they want to be credited; by pen name where they have not said.
    CREDIT_NAMES;

    /// The form that addresses and the audit log hold.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What an export calls a person; null if nothing.
    public @Nullable String of(Person person) {
        var credit = person.creditName();
        return switch (this) {
            case WITHOUT -> null;
            case PEN_NAMES -> person.penName();
            case CREDIT_NAMES -> credit == null ? person.penName() : credit;
        };
    }
}
