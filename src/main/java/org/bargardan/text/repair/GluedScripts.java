package org.bargardan.text.repair;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.RuleHelp.Example;

/// Persian words that touch Latin words or numbers.
///
/// A number that touches a word may be the mark of a footnote, or part of a name; years and what
/// stands behind words that count something are neither.
final class GluedScripts implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "glued-scripts",
                    RuleHelp.FOR_PERSIAN,
                    "Puts a space between a Persian word and the Latin word or number it touches.",
                    "میان واژه‌ی فارسی و واژه‌ی لاتین یا عددی که به آن چسبیده است فاصله می‌گذارد.",
                    List.of(
                            Example.of("آقایFord در می۱۹۱۸", "آقای Ford در می ۱۹۱۸"),
                            Example.of("سال ۱۹۱۷میلادی", "سال ۱۹۱۷ میلادی"),
                            Example.untouched("روز ۱۰ام، اف۱۶، گفت۱")));

    private static final Set<String> COUNTING =
            Set.of(
                    "صفحه", "ص", "صص", "جلد", "ماده", "فصل", "سال", "شماره", "روز", "ساعت", "بند",
                    "قرن", "ژانویه", "فوریه", "مارس", "آوریل", "مه", "می", "ژوئن", "ژوئیه", "اوت",
                    "سپتامبر", "اکتبر", "نوامبر", "دسامبر", "حدود", "در", "از", "تا");
    private static final int YEAR = 4;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char c = text.charAt(i);
            boolean isPersian = c >= '\u0620' && Letters.isArabic(c);
            boolean wasPersian = before >= '\u0620' && isOfWord(before);
            if (isPersian == wasPersian) {
                continue;
            }
            char other = isPersian ? before : c;
            boolean glued =
                    Letters.isLatin(other) && !(isPersian && isEnding(text, i))
                            || Letters.isDigit(other)
                                    && (isPersian
                                            ? isWordAfterNumber(draft, i)
                                            : isNumberAfterWord(draft, i));
            if (glued && !draft.isProtected(isPersian ? i : i - 1)) {
                edits.insert(i, " ");
            }
        }
    }

    private static boolean isOfWord(char c) {
        return Letters.isArabic(c) || Letters.isMark(c);
    }

    // What follows a number as an ending («ام»، «مین»، «ها») is shorter or no word.
    private static boolean isWordAfterNumber(Draft draft, int at) {
        var text = draft.text();
        int end = at;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        int start = at;
        while (start > 0 && Letters.isDigit(text.charAt(start - 1))) {
            start--;
        }
        var word = text.substring(at, end);
        return end - at >= 2
                && !isBesideLatin(text, start - 1)
                && !ORDINAL.contains(word)
                && (end - at >= 3 || COUNTING.contains(word))
                && isWord(draft.lexicon().joined(), word);
    }

    private static final Set<String> ORDINAL =
            Set.of("ام", "مین", "امین", "ین", "های", "ها", "هایی", "تایی", "تا", "اُم");

    private static boolean isWord(JoinedWords joined, String word) {
        return joined.isRight(word) || joined.spelling(word).isPresent();
    }

    // «DVDها» is one word.
    static boolean isEnding(String text, int at) {
        int end = at;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        return PersianEndings.isEnding(text.substring(at, end));
    }

    private static boolean isNumberAfterWord(Draft draft, int at) {
        var text = draft.text();
        int end = at;
        while (end < text.length() && Letters.isDigit(text.charAt(end))) {
            end++;
        }
        int start = at;
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        if (isBesideLatin(text, end)) {
            return false;
        }
        return COUNTING.contains(text.substring(start, at)) || end - at == YEAR && at - start > 1;
    }

    private static boolean isBesideLatin(String text, int at) {
        return at >= 0 && at < text.length() && Letters.isLatin(text.charAt(at));
    }
}
