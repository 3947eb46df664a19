package org.bargardan.project.ui;

import java.util.Locale;
import org.bargardan.project.LanguagePair;

/// What languages are called in the language of the screen.
public final class LanguageNames {

    private LanguageNames() {}

    public static String name(String tag, Locale shownIn) {
        return Locale.forLanguageTag(tag).getDisplayName(shownIn);
    }

    /// As in "English → Persian"; the arrow follows the direction of the screen.
    public static String pair(LanguagePair languages, Locale shownIn) {
        var arrow = shownIn.getLanguage().equals("fa") ? " ← " : " → ";
        return name(languages.source(), shownIn) + arrow + name(languages.target(), shownIn);
    }
}
