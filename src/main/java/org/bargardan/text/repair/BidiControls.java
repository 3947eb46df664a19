package org.bargardan.text.repair;

import java.util.BitSet;
import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Marks of direction that change nothing: right-to-left among Persian letters, and pairs that
/// close before or without having opened.
///
/// A mark beside a number, a bracket or a Latin word may be what holds it in its place, and stays.
final class BidiControls implements RepairRule {

    /// A pair that reaches farther is layout of another kind.
    private static final int REACH = 2_000;

    private static final int EDGE = 0;
    private static final int PERSIAN = 1;
    private static final int LATIN = 2;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "bidi-controls",
                    RuleHelp.FOR_PERSIAN,
                    "Takes away invisible marks of direction that change nothing.",
                    "نشانه‌های ناپیدای جهت را که اثری ندارند برمی‌دارد.",
                    List.of(
                            Example.of("سلام \u200Fدنیا", "سلام دنیا"),
                            Example.of("\u202Bسلام دنیا\u202C", "سلام دنیا"),
                            Example.untouched("زبان C++\u200F را")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        var needless = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u061C' || c > '\u061C' && c < '\u200E' || c > '\u2069') {
                continue;
            }
            if (c == '\u200E' || c == '\u200F' || c == '\u061C') {
                needless.set(i, i + (isAmongPersian(text, i) ? 1 : 0));
            } else if (isOpening(c)) {
                int end = needlessPairEnd(text, i);
                if (end >= 0) {
                    needless.set(i);
                    needless.set(end);
                }
            }
        }
        for (int i = needless.nextSetBit(0); i >= 0; i = needless.nextSetBit(i + 1)) {
            edits.delete(i, i + 1);
        }
    }

    private static boolean isOpening(char c) {
        return c == '\u202B' || c == '\u202E' || c == '\u2067' || c == '\u2068';
    }

    /// Where a right-to-left pair closes that holds and adjoins nothing but Persian words; else -1.
    private static int needlessPairEnd(String text, int open) {
        if (strongBefore(text, open) == LATIN) {
            return -1;
        }
        int depth = 1;
        int last = Math.min(text.length(), open + REACH);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\u202C' || c == '\u2069') {
                depth--;
            } else if (c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2068') {
                depth++;
            }
            if (depth == 0) {
                return strongAfter(text, i) == LATIN ? -1 : i;
            }
            if (c == '\n' || Letters.isLatin(c) || Letters.isDigit(c)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isAmongPersian(String text, int at) {
        int before = strongBefore(text, at);
        int after = strongAfter(text, at);
        return before == PERSIAN && after != LATIN || after == PERSIAN && before != LATIN;
    }

    private static int strongBefore(String text, int at) {
        for (int i = at - 1; i >= 0; i--) {
            int kind = kind(text.charAt(i));
            if (kind >= 0) {
                return kind;
            }
        }
        return EDGE;
    }

    private static int strongAfter(String text, int at) {
        for (int i = at + 1; i < text.length(); i++) {
            int kind = kind(text.charAt(i));
            if (kind >= 0) {
                return kind;
            }
        }
        return EDGE;
    }

    // What is neither letter nor space may be where the mark is needed, like a Latin letter.
    private static int kind(char c) {
        if (c == '\n') {
            return EDGE;
        }
        if (Letters.isArabic(c) || Letters.isMark(c)) {
            return PERSIAN;
        }
        return Letters.isSpace(c) || isControl(c) || "،؛؟.:!«»".indexOf(c) >= 0 ? -1 : LATIN;
    }

    private static boolean isControl(char c) {
        return c >= '\u200C' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u061C';
    }
}
