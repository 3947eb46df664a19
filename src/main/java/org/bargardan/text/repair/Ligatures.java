package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Printers' ligatures (U+FB00 to FB06) as the letters they stand for.
final class Ligatures implements RepairRule {

    private static final String[] LETTERS = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private static final RuleHelp HELP =
            new RuleHelp(
                    "ligatures",
                    RuleHelp.FOR_ENGLISH,
                    "Writes printers' ligatures as the letters they stand for.",
                    "حرف‌های به‌هم‌چسبیدهٔ چاپی را به همان حرف‌ها برمی‌گرداند.",
                    List.of(
                            Example.of(
                                    "The o\uFB03cer \uFB01nally lo\uFB06 his \uFB02at.",
                                    "The officer finally lost his flat."),
                            Example.untouched("An encyclopædia of the œuvre.")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFB00' && c <= '\uFB06') {
                edits.replace(i, i + 1, LETTERS[c - '\uFB00']);
            }
        }
    }
}
