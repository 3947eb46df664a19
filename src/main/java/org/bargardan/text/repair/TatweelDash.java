package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// A stroke for stretching words (U+0640) that stands by itself where a dash belongs.
final class TatweelDash implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "tatweel-dash",
                    RuleHelp.FOR_PERSIAN,
                    "Puts a dash where the stroke for stretching words stands by itself.",
                    "به جای کشیده‌ای که تنها ایستاده است خط تیره می‌گذارد.",
                    List.of(
                            Example.of("سیاسی ـ اجتماعی", "سیاسی – اجتماعی"),
                            Example.untouched("هـ. ق.")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf(Letters.TATWEEL); i >= 0; ) {
            int end = i + 1;
            while (end < text.length() && text.charAt(end) == Letters.TATWEEL) {
                end++;
            }
            // Three and more are a rule across the page.
            if (end - i < 3 && standsApart(text, i, end)) {
                edits.replace(i, end, "–");
            }
            i = text.indexOf(Letters.TATWEEL, end);
        }
    }

    private static boolean standsApart(String text, int from, int to) {
        return (from == 0 || isEdge(text.charAt(from - 1)))
                && (to == text.length() || isEdge(text.charAt(to)));
    }

    private static boolean isEdge(char c) {
        return c == '\n' || Letters.isSpace(c);
    }

    // Some print it so on purpose.
    @Override
    public boolean onByDefault() {
        return false;
    }
}
