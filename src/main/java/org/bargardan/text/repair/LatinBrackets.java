package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.RuleHelp.Example;

/// Two opening brackets before a Latin run that none closes: the second was typed where it looked
/// right, at what shows as the run's far end.
final class LatinBrackets implements RepairRule {

    private static final int LONGEST = 200;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "latin-brackets",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the closing bracket behind a Latin run that has both brackets before it.",
                    "پرانتز بسته را به پایان عبارت لاتینی می‌برد که هر دو پرانتزش پیش از آن آمده"
                            + " است.",
                    List.of(
                            Example.of("«نپ» ((New Policy که", "«نپ» (New Policy) که"),
                            Example.untouched("((New) Policy)")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf("(("); i >= 0; i = text.indexOf("((", i + 1)) {
            int from = i + 2;
            if (from >= text.length() || !Letters.isLatin(text.charAt(from))) {
                continue;
            }
            int end = from;
            int last = Math.min(text.length(), from + LONGEST);
            for (int at = from; at < last && isOfRun(text.charAt(at)); at++) {
                end =
                        Letters.isLatin(text.charAt(at)) || Letters.isDigit(text.charAt(at))
                                ? at + 1
                                : end;
            }
            int next = end;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            if (next == text.length() || text.charAt(next) != ')') {
                edits.rearrange(i + 1, end, List.of(new Kept(from, end), new Edits.Added(")")));
                i = end;
            }
        }
    }

    private static boolean isOfRun(char c) {
        return Letters.isLatin(c) || c >= '0' && c <= '9' || " .,-'’&".indexOf(c) >= 0;
    }
}
