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
    private static final int LEAST_PAIRS = 3;
    private static final String BOTH = OPENING + CLOSING;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        int mirrored = 0;
        int right = 0;
        for (var line : draft.lines()) {
            for (int kind = 0; kind < OPENING.length(); kind++) {
                int pairs = pairs(draft.text(), line, kind);
                mirrored += Math.max(0, -pairs);
                right += Math.max(0, pairs);
            }
        }
        return Evidence.share(
                mirrored < LEAST_PAIRS ? 0 : mirrored,
                mirrored + right,
                0.7,
                "pairs of brackets face outwards",
                "جفت پرانتزها پشت به متن دارند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (var line : draft.lines()) {
            int to =
                    closesAtEdge(text, line) ? lastBracket(text, line) + 1 : beforeEdge(text, line);
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

    /// Whether the bracket at the line's end closes one that was opened in the line.
    private static boolean closesAtEdge(String text, Line line) {
        int last = lastBracket(text, line);
        int kind = last < 0 ? -1 : OPENING.indexOf(text.charAt(last));
        if (kind < 0 || last < beforeEdge(text, line)) {
            return false;
        }
        // One that stands rightly at the beginning is open too.
        int first = line.start();
        while (Letters.isSpace(text.charAt(first))) {
            first++;
        }
        int open = first < last && text.charAt(first) == OPENING.charAt(kind) ? 1 : 0;
        for (int i = afterEdge(text, line); i < last; i++) {
            char c = text.charAt(i);
            if (c == CLOSING.charAt(kind)) {
                open = 1;
            } else if (c == OPENING.charAt(kind)) {
                open = 0;
            }
        }
        return open > 0;
    }

    private static int lastBracket(String text, Line line) {
        int at = line.end() - 1;
        while (at >= line.start() && Letters.isSpace(text.charAt(at))) {
            at--;
        }
        return at >= line.start() && BOTH.indexOf(text.charAt(at)) >= 0 ? at : -1;
    }

    /// How many pairs of one kind stand inside the line, negative where more face outwards; a
    /// bracket without a partner makes neighbours look like pairs, so that it may be undecided.
    private static int pairs(String text, Line line, int kind) {
        char opening = OPENING.charAt(kind);
        char closing = CLOSING.charAt(kind);
        int right = 0;
        int mirrored = 0;
        boolean opened = false;
        boolean closed = false;
        int to = beforeEdge(text, line);
        for (int i = afterEdge(text, line); i < to; i++) {
            char c = text.charAt(i);
            if (c == opening) {
                mirrored += closed ? 1 : 0;
                closed = false;
                opened = true;
            } else if (c == closing) {
                right += opened ? 1 : 0;
                opened = false;
                closed = true;
            }
        }
        return right == mirrored ? 0 : right > mirrored ? right : -mirrored;
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
