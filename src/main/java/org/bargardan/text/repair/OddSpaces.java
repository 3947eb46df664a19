package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Spaces of layout, such as the no-break space, among Persian words.
final class OddSpaces implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "odd-spaces",
                    RuleHelp.FOR_PERSIAN,
                    "Puts an ordinary space where a no-break space or another space of layout"
                            + " stands.",
                    "به جای فاصله‌ی نشکن و فاصله‌های دیگرِ صفحه‌آرایی، فاصله‌ی ساده می‌گذارد.",
                    List.of(
                            Example.of("سلام،\u00A0دوست\u2009من", "سلام، دوست من"),
                            Example.untouched("۱۲\u202F۳۰۰ و pp.\u00A0Bd")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u00A0' && c != '\u200C' && isOdd(c) && !isWanted(text, i)) {
                edits.replace(i, i + 1, " ");
            }
        }
    }

    private static boolean isOdd(char c) {
        return c == '\u205F' || Letters.isSpace(c);
    }

    private static boolean isWanted(String text, int at) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
        return isOfLatinRun(before) && Letters.isLatin(after)
                || Letters.isLatin(before) && isOfLatinRun(after)
                || Letters.isDigit(before) && Letters.isDigit(after);
    }

    private static boolean isOfLatinRun(char c) {
        return Letters.isLatin(c) || c > ' ' && c < '\u007F';
    }
}
