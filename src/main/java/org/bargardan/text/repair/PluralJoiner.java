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
    boolean mayFollow(String word, JoinedWords joined) {
        return word.charAt(0) == 'ه' && PersianEndings.PLURALS.contains(word);
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        if (word.length() < 2
                || NO_NOUNS.contains(word)
                || next.length() == 3 && !next.equals("های")) {
            return " ";
        }
        char last = word.charAt(word.length() - 1);
        return Letters.joinsNothingAfter(last) ? "" : String.valueOf(ZWNJ);
    }
}
