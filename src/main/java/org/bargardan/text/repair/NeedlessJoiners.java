package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RuleHelp.Example;

/// Joiners that part nothing: at the edge of a word, doubled, after a letter that stands apart
/// anyway, or inside a word that the list has without them.
final class NeedlessJoiners implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "needless-joiners",
                    RuleHelp.FOR_PERSIAN,
                    "Takes away joiners that part nothing.",
                    "نیم‌فاصله‌هایی را که چیزی را از هم جدا نمی‌کنند برمی‌دارد.",
                    List.of(
                            Example.of("می‌\u200Cروم‌ و کار‌ها", "می‌روم و کارها"),
                            Example.of("کار‌خانه", "کارخانه"),
                            Example.untouched("خانه‌ها و ضد‌انقلابی‌ها")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf(ZWNJ); i >= 0; i = text.indexOf(ZWNJ, i + 1)) {
            if (!draft.isProtected(i) && isNeedless(draft, i)) {
                edits.delete(i, i + 1);
            }
        }
    }

    private static boolean isNeedless(Draft draft, int at) {
        var text = draft.text();
        if (at > 0
                && at + 1 < text.length()
                && Letters.isDigit(text.charAt(at - 1))
                && Letters.isDigit(text.charAt(at + 1))) {
            return false;
        }
        if (at + 1 == text.length() || at == 0 || !Letters.isArabic(text.charAt(at + 1))) {
            return !(at + 1 < text.length() && Letters.isLatin(text.charAt(at + 1)) && at > 0);
        }
        int back = at - 1;
        while (back > 0 && (Letters.isMark(text.charAt(back)) || text.charAt(back) == ZWNJ)) {
            back--;
        }
        char before = text.charAt(back);
        if (!Letters.isArabic(before)) {
            return !Letters.isLatin(before)
                    && !Letters.isDigit(before)
                    && ")»\"".indexOf(before) < 0;
        }
        return Letters.joinsNothingAfter(before) && partsNothing(draft, at);
    }

    private static boolean partsNothing(Draft draft, int at) {
        var text = draft.text();
        int start = at;
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        var behind = text.substring(at + 1, end);
        if (PersianEndings.PLURALS.contains(behind)
                || PersianEndings.COMPARATIVES.contains(behind)) {
            return draft.style().plural() == Plural.JOINED;
        }
        var without = text.substring(start, at) + behind;
        return draft.lexicon().joined().isRight(without)
                && !draft.lexicon().lists(text.substring(start, end));
    }
}
