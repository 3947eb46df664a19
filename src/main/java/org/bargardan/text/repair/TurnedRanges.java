package org.bargardan.text.repair;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.RuleHelp.Example;

/// Ranges of pages and days whose larger number comes first, because they were typed so as to look
/// right on the screen. Years are left alone, since they may run backwards («پیش از میلاد»).
final class TurnedRanges implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "turned-ranges",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the smaller number first in ranges of pages and days.",
                    "در بازه‌ی صفحه‌ها و روزها عدد کوچک‌تر را پیش می‌آورد.",
                    List.of(
                            Example.of("صفحه ۲۹-۱", "صفحه ۱-۲۹"),
                            Example.of("شب ۱۳-۱۲ ژوئیه", "شب ۱۲-۱۳ ژوئیه"),
                            Example.untouched("با نتیجه ۳-۱ برد، ۱۹۱۷-۱۹۰۵")));

    private static final Set<String> BEFORE =
            Set.of("صفحه", "صفحات", "صفحه‌های", "ص", "صص", "شب", "روز", "روزهای", "شب‌های", "آیات");
    private static final Set<String> MONTHS =
            Set.of(
                    "ژانویه",
                    "فوریه",
                    "مارس",
                    "آوریل",
                    "مه",
                    "می",
                    "ژوئن",
                    "ژوئیه",
                    "جولای",
                    "اوت",
                    "آگوست",
                    "سپتامبر",
                    "اکتبر",
                    "نوامبر",
                    "دسامبر",
                    "فروردین",
                    "اردیبهشت",
                    "خرداد",
                    "تیر",
                    "مرداد",
                    "شهریور",
                    "مهر",
                    "آبان",
                    "آذر",
                    "دی",
                    "بهمن",
                    "اسفند");
    private static final int SMALL = 3;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '–'
                    || !Letters.isDigit(text.charAt(i - 1))
                    || !Letters.isDigit(text.charAt(i + 1))) {
                continue;
            }
            int start = i;
            while (start > 0 && Letters.isDigit(text.charAt(start - 1))) {
                start--;
            }
            int end = i + 1;
            while (end < text.length() && Letters.isDigit(text.charAt(end))) {
                end++;
            }
            if (isTurned(text, start, i, end) && !draft.isProtected(i)) {
                edits.rearrange(
                        start,
                        end,
                        List.of(new Kept(i + 1, end), new Kept(i, i + 1), new Kept(start, i)));
            }
            i = end - 1;
        }
    }

    private static boolean isTurned(String text, int start, int dash, int end) {
        return dash - start <= SMALL
                && end - dash - 1 <= SMALL
                && number(text, start, dash) > number(text, dash + 1, end)
                && isAlone(text, start - 1)
                && isAlone(text, end)
                && (BEFORE.contains(wordBefore(text, start))
                        || number(text, start, dash) <= 31
                                && MONTHS.contains(wordAfter(text, end)));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private static boolean isAlone(String text, int at) {
        return at < 0
                || at >= text.length()
                || "-–/.".indexOf(text.charAt(at)) < 0
                || at + 1 >= text.length()
                || !Letters.isDigit(text.charAt(at + 1));
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == ':')) {
            end--;
        }
        int start = end;
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static String wordAfter(String text, int at) {
        int start = at;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
