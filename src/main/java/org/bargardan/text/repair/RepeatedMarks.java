package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// The same vowel sign twice on one letter, which shows as one.
final class RepeatedMarks implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "repeated-marks",
                    RuleHelp.FOR_PERSIAN,
                    "Leaves one of each vowel sign that stands on the same letter several times.",
                    "از هر نشانه‌ای که چند بار بر یک حرف نشسته است، یکی را نگه می‌دارد.",
                    List.of(
                            Example.of("قَََدَری", "قَدَری"),
                            Example.untouched("مکرّر، مثلاً، محمّدِ")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 1; i < text.length(); i++) {
            if (Letters.isMark(text.charAt(i)) && stoodBefore(text, i)) {
                edits.delete(i, i + 1);
            }
        }
    }

    // No letter has more than a few; what has more is noise and need not be searched whole.
    private static boolean stoodBefore(String text, int at) {
        int first = Math.max(0, at - 8);
        for (int i = at - 1; i >= first && Letters.isMark(text.charAt(i)); i--) {
            if (text.charAt(i) == text.charAt(at)) {
                return true;
            }
        }
        return false;
    }
}
