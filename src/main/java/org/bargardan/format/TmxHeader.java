package org.bargardan.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the head of a TMX file says about the memory.
///
/// @param toolVersion the version of Bargardan that writes, or of the program that wrote
/// @param adminLang the language of notes and properties
/// @param sourceLang a language tag, or [#ALL_LANGUAGES]
/// @param created null when nobody knows
public record TmxHeader(
        String toolVersion, String adminLang, String sourceLang, @Nullable Instant created) {

    /// For memories whose units may be read from any of their languages.
    public static final String ALL_LANGUAGES = "*all*";

    public TmxHeader {
        adminLang = TmxVariant.languageTag(adminLang);
        sourceLang =
                sourceLang.equals(ALL_LANGUAGES)
                        ? ALL_LANGUAGES
                        : TmxVariant.languageTag(sourceLang);
    }
}
