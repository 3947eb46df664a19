package org.bargardan.text.repair;

import java.text.Normalizer;
import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Letters that stand as shapes of a font: initial, medial, final and isolated forms, and lam-alef.
///
/// - **Folded**: U+FB50 to U+FBB1 and U+FE70 to U+FEFC, each to the letters of its compatibility
///   decomposition (Unicode 17, chapter 9.2), without the space or tatweel that carries a mark.
/// - **Flagged**: the ligatures of U+FBD3 to U+FDF1, whose letters fonts disagree on. Signs that
///   people type, such as ﷺ, ﷼ and ﴾﴿, are neither.
final class PresentationForms implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "presentation-forms",
                    RuleHelp.FOR_PERSIAN,
                    "Puts letters where shapes of letters stand, as some PDF files give them out.",
                    "به جای شکل‌های اول و میان و آخر حرف‌ها، که بعضی PDFها بیرون می‌دهند، خود حرف را"
                            + " می‌گذارد.",
                    List.of(
                            Example.of("ﮐﺘﺎﺏ ﻻﻟﻪ", "کتاب لاله"),
                            Example.of("ﺍﯾﻦ ﮐﺸﺘﯽ", "این کشتی"),
                            Example.untouched("پیامبر ﷺ گفت")));

    /// The forms of the Persian yeh, which stand apart from those of its letters' block.
    private static final char FIRST_YEH = '\uFBFC';

    private static final char LAST_YEH = '\uFBFF';

    private static final String[] LETTERS_A = table('\uFB50', '\uFBB1');
    private static final String[] LETTERS_B = table('\uFE70', '\uFEFC');

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        boolean hasOtherForms = holdsOtherForms(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\uFB50' || c > '\uFEFC') {
                continue;
            }
            if (c <= '\uFBB1') {
                edits.replace(i, i + 1, LETTERS_A[c - '\uFB50']);
            } else if (c >= FIRST_YEH && c <= LAST_YEH && hasOtherForms) {
                edits.replace(i, i + 1, "ی");
            } else if (c >= '\uFE70' && Character.isDefined(c)) {
                edits.replace(i, i + 1, LETTERS_B[c - '\uFE70']);
            } else if (isDisputed(c)) {
                int end = i + 1;
                while (end < text.length() && isDisputed(text.charAt(end))) {
                    end++;
                }
                edits.flag(i, end, Flag.Reason.UNKNOWN_LETTERS);
                i = end - 1;
            }
        }
    }

    // Fonts of the Quran use these numbers for other letters, and hold no other forms.
    private static boolean holdsOtherForms(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFB50' && c <= '\uFBB1' || c >= '\uFE70' && c <= '\uFEFC') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDisputed(char c) {
        return c >= '\uFBD3' && c <= '\uFDF1' && c != '﴾' && c != '﴿';
    }

    private static String[] table(char first, char last) {
        var table = new String[last - first + 1];
        for (char c = first; c <= last; c++) {
            table[c - first] =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                            .replace(" ", "")
                            .replace("\u0640", "");
        }
        return table;
    }
}
