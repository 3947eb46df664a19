package org.bargardan.base.ui;

import java.util.Locale;
import java.util.Optional;

/// The language that the person of the current request has chosen; brought by the module that knows
/// people.
public interface PreferredLanguage {

    /// Empty if nobody is signed in.
    Optional<Locale> find();

    /// Remembers a choice for the next time.
    void choose(Locale locale);
}
