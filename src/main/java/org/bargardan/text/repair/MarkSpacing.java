package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.isArabic;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.RuleHelp.Example;

/// Spaces before and behind sentence marks, brackets and guillemets: none before a mark, one behind
/// it; none inside a pair, one outside it.
///
/// Initials («وی.وی.»), decimals, times, addresses and ellipses keep what they have.
final class MarkSpacing implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "mark-spacing",
                    RuleHelp.FOR_PERSIAN,
                    "Puts spaces behind marks and outside brackets, not before and inside them.",
                    "فاصله‌ها را به پس از نشانه‌ها و بیرون پرانتز و گیومه می‌برد.",
                    List.of(
                            Example.of("آمد ،رفت .", "آمد، رفت."),
                            Example.of("شهر( بزرگ )بود", "شهر (بزرگ) بود"),
                            Example.of("گفت:« بیا »او رفت", "گفت: «بیا» او رفت"),
                            Example.untouched("آقای وی.وی. کوسیر ساعت ۲:۱۰، ۱۰٫۵ ... کتاب(ها)")));

    private static final String BEFORE_NONE = ".،؛:!؟»)]";
    private static final String AFTER_ONE = ".،؛:!؟»)]";

    /// Letters of an initial at most («جی.پی.یو»).
    private static final int SHORT = 3;

    private static final Set<String> OPTIONAL_ENDINGS =
            Set.of(
                    "ها", "های", "ان", "ی", "ات", "هایی", "یان", "ین", "تر", "ترین", "ند", "نا",
                    "ن");

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (isNeedless(text, i) && !draft.isProtected(i)) {
                    edits.delete(i, i + 1);
                }
            } else if (isMark(c)) {
                if (i > 0 && isMissingBefore(text, i)) {
                    edits.insert(i, " ");
                }
                if (AFTER_ONE.indexOf(c) >= 0 && isMissingAfter(draft, i)) {
                    edits.insert(i + 1, " ");
                }
            }
        }
    }

    private static boolean isMark(char c) {
        return c < 0x100
                ? c == '.' || c == ':' || c == '!' || c == '(' || c == ')' || c == '[' || c == ']'
                        || c == '«' || c == '»'
                : c == '،' || c == '؛' || c == '؟';
    }

    private static boolean isNeedless(String text, int at) {
        if (at == 0 || at + 1 == text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        if (before == '\n' || after == '\n') {
            return false;
        }
        if (before == '(' || before == '[' || before == '«') {
            return after != ' ' && isSomething(after) && !(before == '«' && after == '»');
        }
        if (BEFORE_NONE.indexOf(after) < 0 || !endsWord(before)) {
            return false;
        }
        char next = at + 2 < text.length() ? text.charAt(at + 2) : '\n';
        return switch (after) {
            case '.' -> next != '.' && !Letters.isLatin(next) && !Letters.isDigit(next);
            case ':' -> next != ')' && next != '/' && next != '(';
            case '!' -> next != '=';
            case '»', ')', ']' -> true;
            default -> true;
        };
    }

    private static boolean isSomething(char c) {
        return isArabic(c) || Letters.isLatin(c) || Letters.isDigit(c);
    }

    private static boolean endsWord(char c) {
        return isArabic(c)
                || Letters.isMark(c)
                || Letters.isDigit(c)
                || Letters.isLatin(c)
                || c == ')'
                || c == ']'
                || c == '»'
                || c == '"'
                || c == '!'
                || c == '؟'
                || c == '.'
                || c == '…';
    }

    private static boolean isMissingBefore(String text, int at) {
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        if (c == '«') {
            return isArabic(before) || Letters.isMark(before) || "،:؛.)»".indexOf(before) >= 0;
        }
        if (c != '(' && c != '[') {
            return false;
        }
        if (!isArabic(before) && !Letters.isMark(before)) {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        boolean isWhole =
                end < text.length() && (text.charAt(end) == ')' || text.charAt(end) == ']');
        return !isWhole || end - at > 6 || !OPTIONAL_ENDINGS.contains(text.substring(at + 1, end));
    }

    private static boolean isMissingAfter(Draft draft, int at) {
        var text = draft.text();
        if (at + 1 >= text.length() || at == 0) {
            return false;
        }
        char c = text.charAt(at);
        char after = text.charAt(at + 1);
        if (!isArabic(after)) {
            return after == '(' && (c == '»' || c == '،')
                    || Letters.isLatin(after) && (c == '،' || c == '؛')
                    || Letters.isDigit(after)
                            && (c == '،' || c == '؛')
                            && isArabic(text.charAt(at - 1));
        }
        if ((c == '»' || c == ')') && GluedScripts.isEnding(text, at + 1)) {
            return false;
        }
        return switch (c) {
            case '.' -> isSentenceEnd(draft, at);
            case ':' -> isArabic(text.charAt(at - 1)) || text.charAt(at - 1) == ' ';
            case ')', ']' -> opensFarther(text, at);
            default -> true;
        };
    }

    // «(های)شان» and «[می]رود» are one word.
    private static boolean opensFarther(String text, int at) {
        char open = text.charAt(at) == ')' ? '(' : '[';
        int first = Math.max(0, at - 5);
        for (int i = at - 1; i >= first; i--) {
            if (text.charAt(i) == open) {
                return false;
            }
            if (text.charAt(i) == ' ') {
                return true;
            }
        }
        return true;
    }

    /// A stop between two words; initials are short, stand in rows, or are no words.
    private static boolean isSentenceEnd(Draft draft, int at) {
        var text = draft.text();
        int wordEnd = text.charAt(at - 1) == ' ' ? at - 1 : at;
        int start = wordEnd;
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        int before = wordEnd - start;
        int after = end - at - 1;
        if (before == 0) {
            char mark = wordEnd == 0 ? '\n' : text.charAt(wordEnd - 1);
            return (mark == ')' || mark == '»' || mark == '"' || mark == ']') && after > 1;
        }
        if (before == 1 || after == 1) {
            return false;
        }
        if (before > SHORT) {
            return true;
        }
        if (text.startsWith("می ", start - 3)) {
            return true;
        }
        boolean inRow =
                isShortBefore(text, start)
                        || end < text.length() && text.charAt(end) == '.' && after <= SHORT;
        if (inRow) {
            return false;
        }
        var word = text.substring(start, wordEnd);
        return PersianVerbs.CLITICS.contains(word) || draft.lexicon().lists(word);
    }

    private static boolean isShortBefore(String text, int start) {
        if (start == 0 || text.charAt(start - 1) != '.') {
            return false;
        }
        int at = start - 1;
        while (at > 0 && start - 1 - at <= SHORT && Letters.isWordPart(text.charAt(at - 1))) {
            at--;
        }
        return start - 1 - at <= SHORT;
    }
}
