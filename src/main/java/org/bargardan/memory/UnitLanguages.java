package org.bargardan.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bargardan.format.TmxVariant;
import org.bargardan.project.LanguagePair;
import org.bargardan.text.Languages;

/// Finds the two variants of a foreign unit that are of use in a project, whichever was the source
/// where the unit came from.
///
/// Of a side's language the same tag is best, then the one without a region, then any region; of
/// equals the first.
final class UnitLanguages {

    private static final int NOT_OF_THE_LANGUAGE = 3;

    /// What older programs write; ISO 639-2/B and names are no tags of BCP 47.
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "per", "fa", "fas", "fa", "pes", "fa", "farsi", "fa", "persian", "fa", "prs",
                    "fa-AF", "eng", "en", "english", "en");

    private final String source;
    private final String target;

    UnitLanguages(LanguagePair pair) {
        source = canonical(pair.source());
        target = canonical(pair.target());
    }

    /// The two variants, and whether there were more of their languages that say otherwise.
    record Chosen(TmxVariant source, TmxVariant target, Optional<String> passedOver) {}

    Optional<Chosen> choose(List<TmxVariant> variants) {
        return best(variants, source)
                .flatMap(from ->
                        best(without(variants, from), target)
                                .map(to -> new Chosen(from, to, passedOver(variants, from, to))));
    }

    private static List<TmxVariant> without(List<TmxVariant> variants, TmxVariant one) {
        return variants.stream().filter(variant -> !variant.equals(one)).toList();
    }

    private static Optional<TmxVariant> best(List<TmxVariant> variants, String wanted) {
        return variants.stream()
                .filter(variant -> rank(variant.lang(), wanted) < NOT_OF_THE_LANGUAGE)
                .min(Comparator.comparingInt(variant -> rank(variant.lang(), wanted)));
    }

    private static int rank(String lang, String wanted) {
        var tag = canonical(lang);
        if (tag.equals(wanted)) {
            return 0;
        }
        if (!language(tag).equals(language(wanted))) {
            return NOT_OF_THE_LANGUAGE;
        }
        return tag.equals(language(tag)) ? 1 : 2;
    }

    private static Optional<String> passedOver(
            List<TmxVariant> variants, TmxVariant from, TmxVariant to) {
        return variants.stream()
                .filter(variant -> !variant.equals(from) && !variant.equals(to))
                .filter(variant -> says(variant, from) || says(variant, to))
                .map(TmxVariant::lang)
                .findFirst();
    }

    private static boolean says(TmxVariant variant, TmxVariant chosen) {
        return language(canonical(variant.lang())).equals(language(canonical(chosen.lang())))
                && !variant.text().equals(chosen.text());
    }

    static String canonical(String tag) {
        var known = OTHER_NAMES.get(tag.toLowerCase(Locale.ROOT));
        return known != null ? known : Languages.check(tag).orElse(tag);
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
