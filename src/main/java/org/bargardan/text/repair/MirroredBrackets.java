package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.Draft.Line;
import org.bargardan.text.repair.RuleHelp.Example;

/// Brackets and guillemets that a PDF's text holds as they were drawn, mirrored.
///
/// Only inside a line: at its edges they are displaced and stand as they should ([DisplacedMarks]).
final class MirroredBrackets implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "mirrored-brackets",
                    RuleHelp.FOR_PERSIAN,
                    "Turns round brackets and guillemets that stand mirrored within lines.",
                    "پرانتز و گیومه‌ای را که میان خط وارونه آمده است برمی‌گرداند.",
                    List.of(
                            Example.of(
                                    "او گفت »بله« و )آهسته( رفت و ]باز[ آمد",
                                    "او گفت «بله» و (آهسته) رفت و [باز] آمد")));

    private static final String OPENING = "«([";
    private static final String CLOSING = "»)]";
    private static final String BOTH = OPENING + CLOSING;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var text = draft.text();
        int mirrored = 0;
        int all = 0;
        for (var line : draft.lines()) {
            int from = afterEdge(text, line);
            int to = beforeEdge(text, line);
            for (int i = from; i < to; i++) {
                if (BOTH.indexOf(text.charAt(i)) >= 0) {
                    int sign = facing(text, i, line);
                    all += sign == 0 ? 0 : 1;
                    mirrored += sign < 0 ? 1 : 0;
                }
            }
        }
        return mirrored < 3
                ? Evidence.share(0, 1, 0.7, "brackets face outwards", "پرانتزها پشت به متن دارند")
                : Evidence.share(
                        mirrored, all, 0.7, "brackets face outwards", "پرانتزها پشت به متن دارند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (var line : draft.lines()) {
            int to = beforeEdge(text, line);
            for (int i = afterEdge(text, line); i < to; i++) {
                int opening = OPENING.indexOf(text.charAt(i));
                int closing = CLOSING.indexOf(text.charAt(i));
                if (opening >= 0) {
                    edits.replace(i, i + 1, CLOSING.substring(opening, opening + 1));
                } else if (closing >= 0) {
                    edits.replace(i, i + 1, OPENING.substring(closing, closing + 1));
                }
            }
        }
    }

    /// 1 for one that faces the letters it touches, -1 for one that turns its back on them.
    private static int facing(String text, int at, Line line) {
        boolean letterBefore = at > line.start() && isText(text.charAt(at - 1));
        boolean letterAfter = at + 1 < line.end() && isText(text.charAt(at + 1));
        if (letterBefore == letterAfter) {
            return 0;
        }
        boolean opens = OPENING.indexOf(text.charAt(at)) >= 0;
        return opens == letterAfter ? 1 : -1;
    }

    private static boolean isText(char c) {
        return !Letters.isSpace(c) && ".،:؛!؟,;?".indexOf(c) < 0 && BOTH.indexOf(c) < 0
                || c == '!'
                || c == '؟';
    }

    static int afterEdge(String text, Line line) {
        int at = line.start();
        while (at < line.end() && isEdge(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int beforeEdge(String text, Line line) {
        int at = line.end();
        while (at > line.start() && isEdge(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isEdge(char c) {
        return Letters.isSpace(c) || BOTH.indexOf(c) >= 0 || ".،:؛!؟…-–—\"".indexOf(c) >= 0;
    }
}
