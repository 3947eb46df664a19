package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.bargardan.text.repair.RuleHelp.Example;

/// The sign of ezafe behind a silent heh in the one way that the project chose.
final class EzafeStyle implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "ezafe-style",
                    RuleHelp.FOR_PERSIAN,
                    "Writes ezafe behind a silent heh as the project's style wants it.",
                    "اضافه‌ی پس از «ه» ناملفوظ را آن‌گونه می‌نویسد که شیوه‌نامه‌ی پروژه می‌خواهد.",
                    List.of(Example.untouched("خانه‌ی ما و خانهٔ شما")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var style = draft.style().ezafe();
        var text = draft.text();
        for (int i = 1; style != Ezafe.KEEP && i < text.length(); i++) {
            char c = text.charAt(i);
            if (draft.isProtected(i) || !isLast(text, i)) {
                continue;
            }
            if (style == Ezafe.YEH && c == 'ۀ') {
                edits.replace(i, i + 1, "ه‌ی");
            } else if (style == Ezafe.YEH && c == '\u0654' && text.charAt(i - 1) == 'ه') {
                edits.replace(i, i + 1, "\u200Cی");
            } else if (style == Ezafe.HAMZA && c == 'ی' && isBehindHeh(text, i)) {
                edits.replace(i - 1, i + 1, "\u0654");
            }
        }
    }

    private static boolean isLast(String text, int at) {
        return at + 1 == text.length() || !Letters.isWordPart(text.charAt(at + 1));
    }

    private static boolean isBehindHeh(String text, int at) {
        return at > 1 && text.charAt(at - 1) == ZWNJ && text.charAt(at - 2) == 'ه';
    }
}
