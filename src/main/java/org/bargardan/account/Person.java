package org.bargardan.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A person as others may see them, with what the person alone may change.
///
/// @param creditName how the person wants to be named in an export made "with names"; null if the
///   pen name is all they give
/// @param locale the language of their screens
public record Person(
        UserId id,
        String penName,
        @Nullable String creditName,
        SiteRole siteRole,
        Locale locale,
        PersonState state,
        long version) {

    /// Whether the person may work here.
    public boolean active() {
        return state == PersonState.ACTIVE;
    }

    /// Which of the four colours of people this person has, 1 to 4; the same everywhere.
    public int colour() {
        return Math.floorMod(id.value().hashCode(), 4) + 1;
    }
}
