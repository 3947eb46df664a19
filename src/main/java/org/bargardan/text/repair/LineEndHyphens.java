package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bargardan.text.repair.RuleHelp.Example;

/// Words that were broken with a hyphen at the end of a line.
///
/// Whether the hyphen belongs to the word is asked of the text: it has the word elsewhere, joined
/// or with its hyphen. Where it has neither, a first part that forms compounds (self, well, half),
/// or two parts that are words of the text, keep it.
final class LineEndHyphens implements RepairRule {

    private static final Set<String> COMPOUNDING =
            Set.of(
                    ("self well ill half ex all quasi vice cross great so two three four"
                                    + " five six seven eight nine ten twenty thirty forty fifty sixty"
                                    + " seventy eighty ninety long short high low old new first second"
                                    + " third one petty semi non pseudo neo anglo socio mid")
                            .split(" "));

    private static final Set<String> JOINING =
            Set.of(
                    ("under over fore with down after some every there here where inter"
                                    + " counter super hand house back rain week birth news high snow fire"
                                    + " foot wood water life line work book")
                            .split(" "));

    private static final Set<String> ENDINGS =
            Set.of(
                    ("ward wards self selves thing things where body time times less"
                                    + " ness ship able ever ally side land ways work works book light room"
                                    + " stand standing taken take come coming hand piece proof fall keeper"
                                    + " maker master")
                            .split(" "));

    private static final Set<String> SUSPENDING = Set.of("and", "or", "to", "nor", "but", "as");

    private static final RuleHelp HELP =
            new RuleHelp(
                    "line-end-hyphens",
                    RuleHelp.FOR_ENGLISH,
                    "Joins words broken with a hyphen at the end of a line; compounds keep theirs.",
                    "واژه‌هایی را که ته سطر با خط تیره شکسته‌اند به هم می‌پیوندد؛ واژه‌های مرکب خط خود را"
                            + " نگه می‌دارند.",
                    List.of(
                            Example.of(
                                    """
                                    The ferry left the old harbour a little after dawn and the passen-
                                    gers were asleep. The sailors coiled the ropes, the cook of a well-
                                    known inn lit his stove, and all the children counted gulls on the
                                    rail until the coast was nothing more than a thin and pale line in
                                    the morning. Nobody spoke.\
                                    """,
                                    """
                                    The ferry left the old harbour a little after dawn and the passengers
                                    were asleep. The sailors coiled the ropes, the cook of a well-known
                                    inn lit his stove, and all the children counted gulls on the
                                    rail until the coast was nothing more than a thin and pale line in
                                    the morning. Nobody spoke.\
                                    """),
                            Example.of(
                                    "The passen- gers slept. Other passengers did not.",
                                    "The passengers slept. Other passengers did not."),
                            Example.untouched("The pre- and the post-war years.")));

    /// @param hyphen where it is
    /// @param next where the rest of the word begins
    private record Broken(int hyphen, int next, String first, String rest, boolean atLineEnd) {

        String joined() {
            return first + rest;
        }

        String compound() {
            return first + "-" + rest;
        }
    }

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return Evidence.count(
                find(draft).size(),
                1,
                "words are broken with a hyphen",
                "واژه با خط تیره شکسته است");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var broken = find(draft);
        if (broken.isEmpty()) {
            return;
        }
        var counts = counts(draft.text(), broken);
        for (var word : broken) {
            if (word.atLineEnd()) {
                int from = keepsHyphen(word, counts) ? word.hyphen() + 1 : word.hyphen();
                pullUp(word, from, draft.text(), edits);
            } else if (count(counts, word.joined()) > 0 && !SUSPENDING.contains(word.rest())) {
                edits.delete(word.hyphen(), word.next());
            }
        }
    }

    // The line break stays, after the word.
    private static void pullUp(Broken word, int from, String text, Edits edits) {
        edits.delete(from, word.next());
        int end = word.next();
        while (end < text.length() && !isGap(text.charAt(end))) {
            end++;
        }
        int space = end;
        while (space < text.length() && TextLines.isSpace(text.charAt(space))) {
            space++;
        }
        boolean onlyWord = space == text.length() || text.charAt(space) == '\n';
        if (!onlyWord) {
            edits.replace(end, space, text.substring(word.hyphen() + 1, word.next()));
        }
    }

    private static boolean keepsHyphen(Broken word, Map<String, Integer> counts) {
        int joined = count(counts, word.joined());
        int compound = count(counts, word.compound());
        if (joined != compound) {
            return compound > joined;
        }
        if (COMPOUNDING.contains(word.first())) {
            return word.first().length() > 3 || count(counts, word.rest()) > 0;
        }
        return word.first().length() >= 4
                && word.rest().length() >= 4
                && !JOINING.contains(word.first())
                && !ENDINGS.contains(word.rest())
                && count(counts, word.first()) > 0
                && count(counts, word.rest()) > 0;
    }

    private static int count(Map<String, Integer> counts, String word) {
        return counts.getOrDefault(word, 0);
    }

    private static List<Broken> find(Draft draft) {
        var text = draft.text();
        var found = new ArrayList<Broken>();
        boolean wrapped =
                text.indexOf("-\n") >= 0 || text.indexOf("\u00AD\n") >= 0
                        ? draft.layout().isWrapped()
                        : text.indexOf('\n') >= 0 && draft.layout().isWrapped();
        for (int i = 2; i < text.length() - 2; i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '\u2010' && c != '\u00AD' || !isLower(text.charAt(i - 1))) {
                continue;
            }
            int next = i + 1;
            boolean lineEnd = false;
            while (next < text.length() && isGap(text.charAt(next))) {
                lineEnd |= text.charAt(next) == '\n';
                next++;
            }
            if (next == i + 1
                    || next == text.length()
                    || !isLower(text.charAt(next))
                    || lineEnd && !wrapped) {
                continue;
            }
            var first = wordBefore(text, i);
            var rest = wordAfter(text, next);
            if (lineEnd || first.length() >= 2 && rest.length() >= 2 && next == i + 2) {
                found.add(new Broken(i, next, first, rest, lineEnd));
            }
        }
        return found;
    }

    private static boolean isGap(char c) {
        return TextLines.isSpace(c) || c == '\n';
    }

    private static boolean isLower(char c) {
        return Letters.isLatin(c) && Character.isLowerCase(c);
    }

    private static String wordBefore(String text, int end) {
        int from = end;
        while (from > 0 && Letters.isLatin(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static String wordAfter(String text, int from) {
        int end = from;
        while (end < text.length() && Letters.isLatin(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /// How often the words that are asked for stand in the text elsewhere.
    private static Map<String, Integer> counts(String text, List<Broken> broken) {
        var counts = new HashMap<String, Integer>();
        for (var word : broken) {
            counts.put(word.joined(), 0);
            counts.put(word.compound(), 0);
            counts.put(word.first(), 0);
            counts.put(word.rest(), 0);
        }
        int compoundFrom = -1;
        for (int i = 0; i < text.length(); ) {
            if (!Letters.isLatin(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < text.length() && Letters.isLatin(text.charAt(i))) {
                i++;
            }
            boolean afterHyphen = from > 0 && isHyphen(text.charAt(from - 1));
            boolean beforeHyphen = i < text.length() && isHyphen(text.charAt(i));
            if (afterHyphen && compoundFrom >= 0) {
                add(counts, text.substring(compoundFrom, i));
            } else if (!afterHyphen && !beforeHyphen && !isRest(text, from)) {
                add(counts, text.substring(from, i));
            }
            compoundFrom = beforeHyphen ? from : -1;
        }
        return counts;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AD';
    }

    // The second half of a broken word is no word.
    private static boolean isRest(String text, int from) {
        int at = from - 1;
        while (at > 0 && isGap(text.charAt(at))) {
            at--;
        }
        return at >= 0 && at < from - 1 && isHyphen(text.charAt(at));
    }

    private static void add(Map<String, Integer> counts, String word) {
        counts.computeIfPresent(word.toLowerCase(Locale.ROOT), (key, count) -> count + 1);
    }
}
