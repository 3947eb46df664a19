package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finite verbs with می and نمی, and the personal endings of nouns.
final class PersianVerbs {

    /// Comparatives that are written in one.
    static final Set<String> GROWN_TOGETHER =
            Set.of("بهتر", "بیشتر", "کمتر", "مهتر", "کهتر", "کلانتر", "بیش‌تر");

    /// Longer ones first.
    static final List<String> CLITICS =
            List.of(
                    "گانشان", "گانی", "گان", "است", "ایم", "اید", "اند", "مان", "تان", "شان", "ام",
                    "ات", "اش", "ای", "گی");

    private static final Set<String> AFTER_MI_COLLOQUIAL =
            Set.of(
                    "خوام", "خوای", "خواد", "خوایم", "خواین", "خوان", "خواستم", "تونم", "تونی",
                    "تونه", "تونیم", "تونین", "تونن", "تونست", "تونستم", "دونم", "دونی", "دونه",
                    "دونیم", "دونین", "دونن", "دونست", "دونستم", "گم", "گی", "گه", "گیم", "گین",
                    "گن", "رم", "ری", "ره", "ریم", "رین", "رن", "شم", "شه", "شیم", "شین", "شن",
                    "دم", "دیم", "دین", "دن", "یام", "یای", "یاد", "یایم", "یاین", "یان", "ذارم",
                    "ذاری", "ذاره", "ذاریم", "ذارین", "ذارن", "مونم", "مونه", "مونن", "خونم",
                    "خونه", "خونن", "اومد", "اومدم", "اومدن");
    private static final List<String> OBJECTS = List.of("شان", "تان", "مان", "ش", "ت", "م");
    private static final List<String> PREFIXES =
            List.of("بر", "در", "باز", "فرا", "فرو", "وا", "ور");

    private final PersianLexicon lexicon;

    PersianVerbs(PersianLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Whether the form makes a verb behind می.
    boolean followsMi(String form) {
        return isListed("می" + ZWNJ + form)
                || AFTER_MI_COLLOQUIAL.contains(form)
                || isColloquial(form)
                || hasObject(form);
    }

    /// A verb that begins with می or نمی joined to it, spelt with a joiner.
    Optional<String> joined(String word) {
        int at = miEnd(word, 0);
        if (at > 0) {
            var form = word.substring(at);
            return form.length() > 1 && followsMi(form)
                    ? Optional.of(word.substring(0, at) + ZWNJ + form)
                    : Optional.empty();
        }
        for (var prefix : PREFIXES) {
            int end = word.startsWith(prefix) ? miEnd(word, prefix.length()) : 0;
            if (end > 0) {
                var form = word.substring(end);
                if (form.length() > 1 && isListed("می" + ZWNJ + form)) {
                    return Optional.of(word.substring(0, end) + ZWNJ + form);
                }
            }
        }
        return Optional.empty();
    }

    boolean isPastStem(String stem) {
        return stem.length() > 1 && lexicon.lists("می" + ZWNJ + stem);
    }

    static boolean followsYeh(String ending) {
        return switch (ending) {
            case "اش", "اند", "ایم", "اید", "شان", "مان", "تان", "ام" -> true;
            default -> false;
        };
    }

    /// The classes of words that the ending may follow.
    static int classes(String ending) {
        return switch (ending) {
            case "ام" -> PersianEndings.AFTER_SILENT_HEH;
            case "ات", "اش", "مان", "تان", "شان" ->
                    PersianEndings.POSSESSIVE_APART | PersianEndings.COPULA_APART;
            case "ای" -> PersianEndings.INDEFINITE_APART | PersianEndings.COPULA_APART;
            case "گان", "گانی", "گانشان", "گی" -> PersianEndings.EZAFE_APART;
            default -> PersianEndings.AFTER_SILENT_HEH;
        };
    }

    private static int miEnd(String word, int from) {
        if (word.startsWith("می", from)) {
            return from + 2;
        }
        if (word.startsWith("نمی", from) || word.startsWith("همی", from)) {
            return from + 3;
        }
        return 0;
    }

    private boolean isListed(String verb) {
        return lexicon.lists(verb);
    }

    // The speech of Tehran has ‌ه for ‌د and ‌ن for ‌ند.
    private boolean isColloquial(String form) {
        if (form.length() < 3) {
            return false;
        }
        var stem = form.substring(0, form.length() - 1);
        return form.endsWith("ه") && isListed("می" + ZWNJ + stem + "د") && !isPastStem(stem)
                || form.endsWith("ن") && isListed("می" + ZWNJ + stem + "ند");
    }

    private boolean hasObject(String form) {
        for (var object : OBJECTS) {
            if (form.endsWith(object) && form.length() > object.length() + 2) {
                var verb = form.substring(0, form.length() - object.length());
                if (isListed("می" + ZWNJ + verb)) {
                    return true;
                }
            }
        }
        return false;
    }
}
