package org.bargardan.authorisation;

import java.util.Locale;

/// Who does something, and to whose words. Each is a column of the table.
enum Column {
    /// Nobody is signed in.
    ANONYMOUS,
    /// Manager, translator and reviewer of another project, with the ids of this one.
    OUTSIDER,
    /// The same, with their own project's id beside the ids of things in this one.
    MIXED,
    /// Runs the site, and is no member.
    ADMINISTRATOR,
    READER,
    TRANSLATOR,
    TRANSLATOR_OWN,
    REVIEWER,
    REVIEWER_OWN,
    MANAGER;

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Nothing of the project may reach them.
    boolean isStranger() {
        return this == OUTSIDER || this == MIXED || this == ADMINISTRATOR;
    }
}
