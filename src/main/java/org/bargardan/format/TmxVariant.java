package org.bargardan.format;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/// A unit's text in one language.
///
/// @param lang a BCP 47 language tag; an underscore is made a hyphen
/// @param codes in the order of the text
public record TmxVariant(String lang, String text, List<TmxCode> codes) {

    public TmxVariant {
        lang = languageTag(lang);
        codes = List.copyOf(codes);
        int before = 0;
        for (TmxCode code : codes) {
            if (code.at() < before) {
                throw new IllegalArgumentException("codes out of order at " + code.at());
            }
            before = code.at();
        }
        if (before > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException("a code behind the text at " + before);
        }
    }

    static String languageTag(String lang) {
        String tag = lang.replace('_', '-');
        try {
            if (!tag.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .toLanguageTag()
                            .isEmpty()) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a language tag: " + lang, e);
        }
        throw new IllegalArgumentException("not a language tag: " + lang);
    }
}
