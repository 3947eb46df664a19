package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;
import org.jspecify.annotations.Nullable;

/// Arabic yeh and kaf, and letters of other languages that look like Persian ones, in Persian
/// words.
///
/// Teh marbuta, heh with hamza, and hamzas on their seats are Persian spelling and stay. A madda or
/// hamza that stands apart from its seat is put on it, as long as a letter follows; nothing else is
/// composed, since that would turn «هٔ» into another letter.
final class ArabicLetters implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "arabic-letters",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the Persian letters ی, ک and ه where Arabic and other look-alikes stand.",
                    "به جای ي و ك عربی و حرف‌های همانند، ی و ک و ه فارسی می‌گذارد.",
                    List.of(
                            Example.of("كتابي", "کتابی"),
                            Example.of("ھمہ", "همه"),
                            Example.untouched("إن الله لا يحب المفسدين"),
                            Example.untouched("خانهٔ ما و حجة الاسلام")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = 0; i < text.length(); i++) {
            var persian = persian(text, i);
            if (persian != null && !draft.isForeign(i)) {
                int end = isOnSeat(text, i) ? i + 2 : i + 1;
                edits.replace(i, end, persian);
                i = end - 1;
            }
        }
    }

    private static @Nullable String persian(String text, int at) {
        char c = text.charAt(at);
        if (isOnSeat(text, at)) {
            return switch (c) {
                case 'و' -> "ؤ";
                case 'ا' -> text.charAt(at + 1) == '\u0653' ? "آ" : "أ";
                default -> "ئ";
            };
        }
        return switch (c) {
            case 'ي', 'ى', 'ے', 'ۍ', 'ې' -> "ی";
            case 'ك', 'ڪ' -> "ک";
            case 'ہ', 'ھ' -> "ه";
            // Unlike heh, it never joins what follows.
            case 'ە' ->
                    at + 1 < text.length() && Letters.isArabic(text.charAt(at + 1))
                            ? "ه\u200C"
                            : "ه";
            case 'ۂ' -> "ۀ";
            case 'ۃ' -> "ة";
            default -> null;
        };
    }

    private static boolean isOnSeat(String text, int at) {
        if (at + 2 >= text.length()) {
            return false;
        }
        char mark = text.charAt(at + 1);
        if (mark != '\u0653' && mark != '\u0654' || !Letters.isArabic(text.charAt(at + 2))) {
            return false;
        }
        char seat = text.charAt(at);
        return mark == '\u0653' ? seat == 'ا' : "ايىیو".indexOf(seat) >= 0;
    }
}
