package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Spaces in a row, and spaces before marks that close up.
final class EnglishSpaces implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "english-spaces",
                    RuleHelp.FOR_ENGLISH,
                    "Leaves one space between words, and none before a comma or a full stop.",
                    "میان واژه‌ها یک فاصله می‌گذارد و پیش از ویرگول و نقطه هیچ.",
                    List.of(
                            Example.of(
                                    "He  came home ,  sat down , and slept .",
                                    "He came home, sat down, and slept."),
                            Example.untouched("And then . . . nothing. A .22 rifle; 5 : 3.")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        int lineEnd = -1;
        boolean couplet = false;
        for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i)) {
            int end = i + 1;
            while (end < text.length() && isBlank(text.charAt(end))) {
                end++;
            }
            if (i > 0 && end < text.length() && isInLine(text.charAt(i - 1), text.charAt(end))) {
                int from = closesUp(text, i, end) ? i : i + 1;
                if (from < end && i > lineEnd) {
                    lineEnd = text.indexOf('\n', i);
                    lineEnd = lineEnd < 0 ? text.length() : lineEnd;
                    couplet = Verse.isCouplet(text, text.lastIndexOf('\n', i) + 1, lineEnd);
                }
                if (from < end && !couplet) {
                    edits.delete(from, end);
                }
            }
            i = end;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0';
    }

    private static boolean isInLine(char before, char after) {
        return before != '\n' && before != '\t' && after != '\n' && after != '\r' && after != '\t';
    }

    private static boolean closesUp(String text, int from, int mark) {
        char before = text.charAt(from - 1);
        boolean word = Character.isLetter(before) || "”’\")]".indexOf(before) >= 0;
        if (!word || ",.;:!?".indexOf(text.charAt(mark)) < 0) {
            return false;
        }
        char after = mark + 1 < text.length() ? text.charAt(mark + 1) : ' ';
        char second = mark + 2 < text.length() ? text.charAt(mark + 2) : ' ';
        boolean ends = after == ' ' || after == '\n' || "”’".indexOf(after) >= 0;
        return ends && ",.;:!?-".indexOf(second) < 0;
    }
}
