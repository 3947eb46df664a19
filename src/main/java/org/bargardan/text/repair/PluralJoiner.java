package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.RuleHelp.Example;

/// ها and its forms behind a noun: a joiner after a letter that joins, nothing after the others.
final class PluralJoiner extends JoinerRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "plural-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner before ها, های and their like; after a letter that joins"
                            + " nothing, closes them up.",
                    "پیش از «ها» و «های» و مانند آن نیم‌فاصله می‌گذارد و پس از حرف‌های جدا، آن را"
                            + " می‌چسباند.",
                    List.of(
                            Example.of("کتابهای ما و چیز ها", "کتاب‌های ما و چیزها"),
                            Example.of("خانه هایشان", "خانه‌هایشان"),
                            Example.untouched("تنها اشتهای آنها")));

    private static final Set<String> NO_NOUNS =
            Set.of(
                    "و", "که", "را", "از", "به", "در", "با", "تا", "بر", "هم", "نه", "یا", "اما",
                    "ولی", "اگر", "چون", "است", "بود", "شد", "برای", "پس", "ای", "های", "ها");

    PluralJoiner() {
        super(HELP, Kind.PLURAL);
    }

    @Override
    boolean mayHold(String word) {
        return word.contains("ها") || word.contains("هائی");
    }

    @Override
    String between(Words words, int word, JoinedWords joined) {
        int length = words.end(word + 1) - words.start(word + 1);
        if (length < 2 || length > 7 || words.end(word) - words.start(word) < 2) {
            return " ";
        }
        var ending = words.spelling(word + 1);
        if (ending.charAt(0) != 'ه' || !PersianEndings.PLURALS.contains(ending)) {
            return " ";
        }
        var noun = words.spelling(word);
        if (NO_NOUNS.contains(noun) || ending.length() == 3 && !ending.equals("های")) {
            return " ";
        }
        char last = noun.charAt(noun.length() - 1);
        return Letters.joinsNothingAfter(last) ? "" : String.valueOf(ZWNJ);
    }
}
