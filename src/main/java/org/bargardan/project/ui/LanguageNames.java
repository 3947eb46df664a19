package org.bargardan.project.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bargardan.project.LanguagePair;

/// What languages are called in the language of the screen.
public final class LanguageNames {

    private LanguageNames() {}

    public static String name(String tag, Locale shownIn) {
        return Locale.forLanguageTag(tag).getDisplayName(shownIn);
    }

    /// The tag of a language that somebody called by its name, in English, Persian or itself.
    public static Optional<String> tag(String name) {
        var wanted = name.strip();
        return Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> {
                    var locale = Locale.of(tag);
                    return Stream.of(Locale.ENGLISH, Locale.of("fa"), locale)
                            .map(locale::getDisplayLanguage)
                            .anyMatch(wanted::equalsIgnoreCase);
                })
                .findFirst();
    }

    /// As in "English → Persian"; the arrow follows the direction of the screen.
    public static String pair(LanguagePair languages, Locale shownIn) {
        var arrow = shownIn.getLanguage().equals("fa") ? " ← " : " → ";
        return name(languages.source(), shownIn) + arrow + name(languages.target(), shownIn);
    }
}
