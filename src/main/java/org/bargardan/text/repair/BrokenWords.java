package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// A word that a stray space broke in two: neither half is a word, the whole is a common one.
final class BrokenWords implements RepairRule {

    private static final int COMMON = 3;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "broken-words",
                    RuleHelp.FOR_PERSIAN,
                    "Closes up a word that a stray space broke in two.",
                    "دو تکه‌ی واژه‌ای را که با فاصله‌ای بی‌جا شکسته است به هم می‌چسباند.",
                    List.of(
                            Example.of("آ ن کتاب", "آن کتاب"),
                            Example.untouched("ا. ن. از راه آمد")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var words = draft.words();
        var joined = draft.lexicon().joined();
        var areWords =
                words.judged(word ->
                        joined.isRight(word)
                                || PersianEndings.isEnding(word)
                                || joined.spelling(word).isPresent());
        for (int i = 0; i + 1 < words.size(); i++) {
            if (areWords.get(words.id(i))
                    || areWords.get(words.id(i + 1))
                    || !words.isNext(i)
                    || draft.isProtected(words.start(i))
                    || isInitial(draft.text(), words.end(i + 1))) {
                continue;
            }
            var whole = words.spelling(i) + words.spelling(i + 1);
            if (draft.lexicon().lists(whole)
                    && (draft.lexicon().count(whole) >= COMMON || words.count(whole) >= COMMON)) {
                edits.delete(words.end(i), words.start(i + 1));
                i++;
            }
        }
    }

    private static boolean isInitial(String text, int end) {
        return end < text.length() && text.charAt(end) == '.' && text.charAt(end - 2) == ' ';
    }
}
