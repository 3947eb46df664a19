package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RepairStyle.Digits;
import org.bargardan.text.repair.RuleHelp.Example;

/// Digits of the Arabic block in Persian text, and numbers whose digits come from several blocks.
///
/// Whole numbers in ASCII digits are a choice of the project ([RepairStyle.Digits]); beside Latin
/// letters they stay whatever it is.
final class ArabicDigits implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "persian-digits",
                    RuleHelp.FOR_PERSIAN,
                    "Puts Persian digits where Arabic ones stand, and where a number mixes both.",
                    "به جای رقم‌های عربی و در عددهایی که رقم‌هایشان درهم است، رقم فارسی می‌گذارد.",
                    List.of(
                            Example.of("سال ١٩٢۴", "سال ۱۹۲۴"),
                            Example.of("۱۹1۷", "۱۹۱۷"),
                            Example.untouched("23 ژوئن")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        boolean all = draft.style().digits() == Digits.PERSIAN;
        for (int i = 0; i < text.length(); i++) {
            char first = text.charAt(i);
            if (!Letters.isDigit(first)) {
                continue;
            }
            int end = i;
            boolean mixed = false;
            boolean arabic = false;
            for (; end < text.length() && Letters.isDigit(text.charAt(end)); end++) {
                mixed |= text.charAt(end) > '9' != first > '9';
                arabic |= isArabicDigit(text.charAt(end));
            }
            if ((arabic || mixed || all && first <= '9' && isAmongPersian(text, i, end))
                    && !draft.isForeign(i)) {
                replace(text, i, end, edits);
            }
            i = end;
        }
    }

    private static void replace(String text, int from, int to, Edits edits) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '\u06F0') {
                int value = c <= '9' ? c - '0' : c - '\u0660';
                edits.replace(i, i + 1, String.valueOf((char) ('\u06F0' + value)));
            }
        }
    }

    private static boolean isArabicDigit(char c) {
        return c >= '\u0660' && c <= '\u0669';
    }

    private static boolean isAmongPersian(String text, int from, int to) {
        char before = ' ';
        for (int i = from - 1; i >= 0 && !isStrong(before); i--) {
            before = text.charAt(i);
        }
        char after = ' ';
        for (int i = to; i < text.length() && !isStrong(after); i++) {
            after = text.charAt(i);
        }
        return !Letters.isLatin(before)
                && !Letters.isLatin(after)
                && (Letters.isArabic(before) || Letters.isArabic(after));
    }

    private static boolean isStrong(char c) {
        return Letters.isArabic(c) || Letters.isLatin(c) || c == '\n';
    }
}
