package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RuleHelp.Example;

/// The joiner before ها after a letter that joins nothing, where the project's style wants it; that
/// it goes where the style does not is [NeedlessJoiners]' work.
final class PluralStyle implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "plural-style",
                    RuleHelp.FOR_PERSIAN,
                    "Puts a joiner before ها after letters that join nothing, if the project's style"
                            + " wants it.",
                    "پیش از «ها» پس از حرف‌های ناپیوسته نیم‌فاصله می‌گذارد، اگر شیوه‌نامه‌ی پروژه"
                            + " بخواهد.",
                    List.of(Example.untouched("کارها و روزهای ما")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        if (draft.style().plural() != Plural.WITH_JOINER) {
            return;
        }
        var words = draft.words();
        var stems = words.judged(word -> stemLength(word, draft.lexicon()));
        for (int i = 0; i < words.size(); i++) {
            int stem = stems.get(words.id(i));
            if (stem > 0 && !draft.isProtected(words.start(i))) {
                edits.insert(words.start(i) + stem, String.valueOf(ZWNJ));
            }
        }
    }

    /// Where the plural begins, 0 where there is none behind a letter that joins nothing.
    private static int stemLength(String word, PersianLexicon lexicon) {
        for (var plural : PersianEndings.PLURALS) {
            int stem = word.length() - plural.length();
            if (stem > 1
                    && word.endsWith(plural)
                    && Letters.joinsNothingAfter(word.charAt(stem - 1))
                    && !lexicon.lists(word)
                    && (lexicon.classes(word.substring(0, stem)) & PersianEndings.PLURAL) != 0) {
                return stem;
            }
        }
        return 0;
    }
}
