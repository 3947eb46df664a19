package org.bargardan.text;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Language tags (BCP 47): which are well-formed, known, and served by rules of our own.
public final class Languages {

    private static final Set<String> WITH_RULES = Set.of("fa", "prs", "en");

    private Languages() {}

    /// The tag in its canonical form (`fa-IR` for `FA_ir`, `he` for `iw`), or nothing when it is
    /// not well-formed.
    public static Optional<String> check(String tag) {
        try {
            var locale =
                    new ULocale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build();
            var canonical = ULocale.createCanonical(locale).toLanguageTag();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(canonical);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /// Whether the language of a tag is one that ISO 639 names.
    public static boolean known(String tag) {
        return check(tag).map(Languages::language).filter(Iso639.CODES::contains).isPresent();
    }

    /// Whether the language of a tag has sentence rules of our own; others get Unicode's.
    public static boolean supported(String tag) {
        return check(tag).map(Languages::language).filter(WITH_RULES::contains).isPresent();
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /// The codes ISO 639 gives to languages, listed only when asked for.
    private static final class Iso639 {

        private static final Set<String> CODES = Set.copyOf(Set.of(ULocale.getISOLanguages()));
    }
}
