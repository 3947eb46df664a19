package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Several spaces in a row, and spaces at the edges of lines.
final class DoubleSpaces implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "double-spaces",
                    RuleHelp.FOR_PERSIAN,
                    "Leaves one space where several stand.",
                    "به جای چند فاصله‌ی پشت سر هم یکی می‌گذارد.",
                    List.of(Example.of("  کتاب   من ", "کتاب من")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i)) {
            int end = i + 1;
            while (end < text.length() && text.charAt(end) == ' ') {
                end++;
            }
            if (isEdge(text, i - 1) || isEdge(text, end)) {
                edits.delete(i, end);
            } else if (end > i + 1 && !draft.isProtected(i)) {
                edits.delete(i + 1, end);
            }
            i = end;
        }
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
