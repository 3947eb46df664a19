package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Signs that stand between two Persian letters for the zero-width non-joiner.
///
/// - **¬** and U+001F: Word's optional hyphen. **U+00AD**, **U+200B**: what web pages make of it.
///   **U+009D**: the joiner of Windows-1256, read as Latin-1. **U+200D**, **U+200F**: the keys
///   beside it.
/// - Those that cannot be seen are taken away where the letters are one word without them.
final class JoinerStandIns implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "joiner-stand-ins",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the zero-width non-joiner where ¬ or an invisible sign stands for it.",
                    "به جای ¬ و نشانه‌های ناپیدایی که در میان واژه نشسته‌اند، نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("هم¬کلاسی می\u00ADرود", "هم\u200Cکلاسی می\u200Cرود"),
                            Example.of("کتا\u200Bب", "کتاب"),
                            Example.untouched("p ¬ q")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isStandIn(c)) {
                continue;
            }
            int end = i + 1;
            while (end < text.length()
                    && (isStandIn(text.charAt(end)) || text.charAt(end) == Letters.ZWNJ)) {
                end++;
            }
            if (isInWord(text, i, end)) {
                edits.replace(i, end, c != '¬' && isOneWord(draft, i) ? "" : "\u200C");
            } else {
                takeAway(text, i, end, edits);
            }
            i = end - 1;
        }
    }

    static boolean isStandIn(char c) {
        return c == '¬'
                || c == '\u00AD'
                || c == '\u200B'
                || c == '\u200D'
                || c == '\u200F'
                || c == '\u009D'
                || c == '\u001F'
                || c == '\uFEFF';
    }

    private static boolean isInWord(String text, int from, int to) {
        return from > 0
                && to < text.length()
                && isOfWord(text.charAt(from - 1))
                && Letters.isArabic(text.charAt(to));
    }

    private static boolean isOfWord(char c) {
        return Letters.isArabic(c) || Letters.isMark(c);
    }

    private static boolean isOneWord(Draft draft, int at) {
        var text = draft.text();
        int start = at;
        while (start > 0 && isOfWordOrStandIn(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && isOfWordOrStandIn(text.charAt(end))) {
            end++;
        }
        var joined = new StringBuilder();
        var spelt = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Letters.isArabic(c)) {
                joined.append(c);
                spelt.append(c);
            } else if (!Letters.isMark(c)) {
                spelt.append(Letters.ZWNJ);
            }
        }
        return draft.lexicon().lists(joined.toString()) && !draft.lexicon().knows(spelt.toString());
    }

    private static boolean isOfWordOrStandIn(char c) {
        return isOfWord(c) || c == Letters.ZWNJ || isStandIn(c);
    }

    // A zero-width joiner before a mark shapes the letter before it, as in «ه‍.»; marks of
    // direction are another rule's business; ¬ by itself is the sign of logic.
    private static void takeAway(String text, int from, int to, Edits edits) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean persian =
                    from > 0 && isOfWord(text.charAt(from - 1))
                            || to < text.length() && Letters.isArabic(text.charAt(to));
            if (c == '\uFEFF' || persian && (c == '\u00AD' || c == '\u200B')) {
                edits.delete(i, i + 1);
            }
        }
    }
}
