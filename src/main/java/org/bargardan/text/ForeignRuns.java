package org.bargardan.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/// The stretches of a text that run in the other direction than its language, so that a screen can
/// isolate each of them: Latin words in Persian, Persian words in English.
///
/// A run begins and ends with letters of the other direction and holds the spaces, digits and marks
/// between them. Digits and signs glued to it, an ASCII number after it and the closing bracket of
/// one that it opens belong to it too: `3D`, `C++`, `Windows 10`, `CPSU(b)`.
///
/// - **Output**: ranges in UTF-16 offsets, in order, apart from each other.
/// - **Source**: UAX #9, whose paragraph direction and neutral characters this foresees. Stateless,
///   thread-safe.
public final class ForeignRuns {

    private static final String GLUED_BEFORE = "0123456789@#$_";
    private static final String GLUED_AFTER = "%+#/_=~°";
    private static final String NEUTRAL = "\u00A0\u200C‘’“”–—…·•§°×";
    private static final String PERSIAN_MARKS = "،؛؟«»٪٫٬ـ";

    private ForeignRuns() {}

    public static List<Run> of(String text, String bcp47) {
        var home = Direction.of(bcp47);
        var runs = new ArrayList<Run>();
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (isForeign(codePoint, home)) {
                int start = startOfGlued(text, i, runs.isEmpty() ? 0 : runs.getLast().end());
                int end = endOfRun(text, i, home);
                runs.add(new Run(start, end, language(codePoint)));
                i = end;
            } else {
                i += Character.charCount(codePoint);
            }
        }
        return List.copyOf(runs);
    }

    private static int endOfRun(String text, int start, Direction home) {
        int end = start;
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (!isForeign(codePoint, home) && !isNeutral(codePoint, home)) {
                break;
            }
            i += Character.charCount(codePoint);
            if (isForeign(codePoint, home)) {
                end = endOfMarks(text, i);
                i = end;
            }
        }
        return endOfGlued(text, start, end, home);
    }

    private static int endOfMarks(String text, int from) {
        int end = from;
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int endOfGlued(String text, int start, int from, Direction home) {
        int end = from;
        int afterSpace = end + 1;
        if (text.startsWith(" ", end)
                && afterSpace < text.length()
                && isDigit(text.charAt(afterSpace), home)) {
            end = afterSpace;
        }
        while (end < text.length()
                && (GLUED_AFTER.indexOf(text.charAt(end)) >= 0
                        || isDigit(text.charAt(end), home)
                        || closesOwn(text, start, end))) {
            end++;
        }
        return end;
    }

    private static boolean closesOwn(String text, int start, int at) {
        int bracket = ")]}".indexOf(text.charAt(at));
        if (bracket < 0) {
            return false;
        }
        char opening = "([{".charAt(bracket);
        char closing = text.charAt(at);
        int open = 0;
        for (char c : text.substring(start, at).toCharArray()) {
            open += c == opening ? 1 : c == closing ? -1 : 0;
        }
        return open > 0;
    }

    private static int startOfGlued(String text, int from, int limit) {
        int start = from;
        while (start > limit && GLUED_BEFORE.indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    private static boolean isForeign(int codePoint, Direction home) {
        if (!Character.isLetter(codePoint)) {
            return false;
        }
        int direction = UCharacter.getDirection(codePoint);
        boolean rightToLeft =
                direction == UCharacterDirection.RIGHT_TO_LEFT
                        || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
        return rightToLeft == (home == Direction.LTR);
    }

    // A line break ends a run, and so does what only the language around it uses.
    private static boolean isNeutral(int codePoint, Direction home) {
        return (codePoint >= ' ' && codePoint < 0x7F)
                || isMark(codePoint)
                || NEUTRAL.indexOf(codePoint) >= 0
                || (home == Direction.LTR
                        && (PERSIAN_MARKS.indexOf(codePoint) >= 0 || Character.isDigit(codePoint)));
    }

    private static boolean isDigit(char c, Direction home) {
        return (c >= '0' && c <= '9') || (home == Direction.LTR && Character.isDigit(c));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    // The workbench's own two languages are the best guess; of other scripts only the script is
    // sure.
    private static String language(int letter) {
        int script = UScript.getScript(letter);
        return switch (script) {
            case UScript.ARABIC -> "fa";
            case UScript.LATIN -> "en";
            default -> "und-" + UScript.getShortName(script);
        };
    }

    /// A range [start, end) in UTF-16 offsets and the language tag to show it in.
    public record Run(int start, int end, String language) {}
}
