package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Arabic yeh, kaf and their look-alikes in Persian words.
final class ArabicLetters implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "arabic-letters",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the Persian letters ی and ک where Arabic and other look-alikes stand.",
                    "به جای ي و ك عربی و حرف‌های همانند، ی و ک فارسی می‌گذارد.",
                    List.of(Example.of("كتابي", "کتابی")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case 'ي', 'ى' -> edits.replace(i, i + 1, "ی");
                case 'ك' -> edits.replace(i, i + 1, "ک");
                default -> {}
            }
        }
    }
}
