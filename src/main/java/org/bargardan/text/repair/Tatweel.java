package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Strokes that stretch words to the width of a line (kashida, U+0640).
///
/// Some are typed on purpose, to dwell on a word or for the abbreviation «هـ»; so they go only
/// where the document is full of them.
final class Tatweel implements RepairRule {

    private static final int FEW = 5;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "tatweel",
                    RuleHelp.FOR_PERSIAN,
                    "Takes away the strokes that stretch words.",
                    "کشیده‌ها را از میان واژه‌ها برمی‌دارد.",
                    List.of(
                            Example.of("کتـــاب خوانـدن", "کتاب خواندن"),
                            Example.untouched("سال ۱۳۰۰ هـ. و برست ـ لیتوفسک")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var text = draft.text();
        int stretched = 0;
        for (int i = text.indexOf(Letters.TATWEEL); i >= 0; ) {
            int end = end(text, i);
            stretched += isStretch(text, i, end) ? 1 : 0;
            i = text.indexOf(Letters.TATWEEL, end);
        }
        if (stretched < FEW) {
            return Evidence.count(0, FEW, "stretched words", "واژه‌ی کشیده");
        }
        return Evidence.share(
                stretched, words(text), 0.005, "words are stretched", "واژه‌ها کشیده‌اند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf(Letters.TATWEEL); i >= 0; ) {
            int end = end(text, i);
            if (isStretch(text, i, end)) {
                edits.delete(i, end);
            }
            i = text.indexOf(Letters.TATWEEL, end);
        }
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == Letters.TATWEEL) {
            end++;
        }
        return end;
    }

    private static boolean isStretch(String text, int from, int to) {
        return from > 0
                && to < text.length()
                && (Letters.isArabic(text.charAt(from - 1))
                        || Letters.isMark(text.charAt(from - 1)))
                && (Letters.isArabic(text.charAt(to)) || Letters.isMark(text.charAt(to)));
    }

    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean part = Letters.isWordPart(text.charAt(i));
            words += part && !inWord ? 1 : 0;
            inWord = part;
        }
        return words;
    }
}
