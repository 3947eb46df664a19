package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.RuleHelp.Example;

/// Raised numbers of notes that a converter left against the word.
///
/// They are known by their order: 1, 2, 3 and so on through the text, or through a chapter. What is
/// out of order (a decimal, a year, a name such as MP3) is none. Notes at the end of the text that
/// begin with the same numbers are marked as their bodies.
final class GluedNoteMarks implements RepairRule {

    private static final int FEWEST = 3;
    private static final String BEFORE = ".,;:!?…”’\"')]»";

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    ("p pp page no nos No Nos vol vols Vol ch chap Ch Chap fig figs Fig art Art sec Sec"
                                    + " para v n col cf ca c s l ll pt Pt bk Bk ver Ver"
                                    + " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
                            .split(" "));

    private static final RuleHelp HELP =
            new RuleHelp(
                    "glued-note-marks",
                    RuleHelp.FOR_ENGLISH,
                    "Marks the numbers of notes that are glued to words: [^1].",
                    "شمارهٔ پانوشت‌هایی را که به واژه چسبیده‌اند نشان‌دار می‌کند: [^1].",
                    List.of(
                            Example.of(
                                    "The bridge1 fell in spring,2 and nobody came.3 It cost 2.4 million.",
                                    "The bridge[^1] fell in spring,[^2] and nobody came.[^3] It cost 2.4"
                                            + " million."),
                            Example.of(
                                    "A bridge1 and a mill2 and a road.3\n\n1. Of stone.\n\n2. Burnt"
                                            + " down.\n\n3. Since closed.",
                                    "A bridge[^1] and a mill[^2] and a road.[^3]\n\n[^1]: Of stone.\n\n[^2]:"
                                            + " Burnt down.\n\n[^3]: Since closed."),
                            Example.untouched("Take the A4 to the B2 and play an MP3.")));

    /// A number that may be a mark.
    private record Mark(int from, int to, int value) {}

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return Evidence.count(
                inOrder(draft).size(),
                1,
                "numbers of notes are glued to words",
                "شمارهٔ پانوشت به واژه چسبیده است");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var marks = inOrder(draft);
        if (marks.isEmpty()) {
            return;
        }
        for (var mark : marks) {
            edits.replace(mark.from(), mark.to(), "[^" + mark.value() + "]");
        }
        markBodies(draft, marks, edits);
    }

    private static void markBodies(Draft draft, List<Mark> marks, Edits edits) {
        var lines = draft.layout().lines();
        int last = marks.getLast().value();
        int number = 1;
        var found = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.start(i) > marks.getLast().to() && ListMarks.noteNumber(lines, i) == number) {
                found.add(i);
                number++;
            }
        }
        if (number != last + 1) {
            return;
        }
        for (int line : found) {
            int number0 = ListMarks.noteNumber(lines, line);
            edits.replace(
                    lines.start(line),
                    ListMarks.afterNoteNumber(lines, line),
                    "[^" + number0 + "]: ");
        }
    }

    private static List<Mark> inOrder(Draft draft) {
        var marks = new ArrayList<Mark>();
        var chain = new ArrayList<Mark>();
        int last = 0;
        var candidates = candidates(draft.text());
        for (var mark : candidates) {
            boolean next = mark.value() == last + 1 || last > 0 && mark.value() == last + 2;
            boolean again = mark.value() == 1 && last >= FEWEST;
            if (again) {
                marks.addAll(chain);
                chain.clear();
            }
            if (next || again) {
                chain.add(mark);
                last = mark.value();
            }
        }
        if (chain.size() >= FEWEST || hasBodies(draft.text(), chain)) {
            marks.addAll(chain);
        }
        // In a text of many such numbers some are in order by chance.
        return marks.size() * 10 >= candidates.size() * 6 ? marks : List.of();
    }

    private static boolean hasBodies(String text, List<Mark> marks) {
        return !marks.isEmpty()
                && marks.stream().allMatch(mark -> text.contains("[^" + mark.value() + "]: "));
    }

    private static List<Mark> candidates(String text) {
        var found = new ArrayList<Mark>();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                continue;
            }
            int end = NoteMarks.endOfNumber(text, i, text.length());
            if (end - i <= 3 && c != '0' && isGlued(text, i) && endsThere(text, end)) {
                found.add(new Mark(i, end, NoteMarks.value(text, i, end)));
            }
            i = end;
        }
        return found;
    }

    private static boolean isGlued(String text, int from) {
        int at = from - 1;
        while (at >= 0 && BEFORE.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        if (at < 1 || !Letters.isLatin(text.charAt(at))) {
            return false;
        }
        int wordFrom = at;
        boolean lower = false;
        boolean mixed = false;
        while (wordFrom >= 0 && Letters.isLatin(text.charAt(wordFrom))) {
            boolean isLower = Character.isLowerCase(text.charAt(wordFrom));
            mixed |= isLower && Character.isUpperCase(text.charAt(wordFrom + 1));
            lower |= isLower;
            wordFrom--;
        }
        if (mixed || wordFrom >= 0 && "/@_~=.".indexOf(text.charAt(wordFrom)) >= 0) {
            return false;
        }
        int length = at - wordFrom;
        boolean marked = at < from - 1;
        // Names such as MP3 and T34; abbreviations such as p.3 and No.3, pp.3.
        return marked
                ? length > 4
                        || lower && !ABBREVIATIONS.contains(text.substring(wordFrom + 1, at + 1))
                : length > 2 && lower;
    }

    private static boolean endsThere(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char c = text.charAt(end);
        boolean digitNext = end + 1 < text.length() && Letters.isDigit(text.charAt(end + 1));
        return !Character.isLetterOrDigit(c)
                && "%°-/$€£_@=~+*".indexOf(c) < 0
                && !(".,:".indexOf(c) >= 0 && digitNext);
    }
}
