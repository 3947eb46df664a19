package org.bargardan.text.repair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bargardan.text.repair.LineUnits.Kind;
import org.bargardan.text.repair.LineUnits.Unit;

/// Words that are runs of their own throughout a document, mostly because its author once replaced
/// them everywhere: where no gap shows it, the line may be cut beside them all the same.
final class ReplacedPhrases {

    private static final int LONGEST = 3;
    private static final int LEAST_SEEN = 3;

    /// Standard deviations above what chance would put beside gaps.
    private static final double LEAST_SURPRISE = 3;

    private final Set<String> phrases = new HashSet<>();

    /// @param lines the units of each line of the document
    ReplacedPhrases(String text, List<List<Unit>> lines) {
        var seen = new HashMap<String, int[]>();
        for (var units : lines) {
            for (int from = 0; from < units.size(); from++) {
                var phrase = new StringBuilder();
                for (int to = from; to < Math.min(units.size(), from + LONGEST); to++) {
                    var unit = units.get(to);
                    if (unit.kind() != Kind.WORD || to > from && unit.gapBefore() != 1) {
                        break;
                    }
                    phrase.append(to > from ? " " : "").append(text, unit.from(), unit.to());
                    count(phrase.toString(), units, from, to, seen);
                }
            }
        }
        double share = shareOfGaps(lines);
        seen.forEach((phrase, counts) -> {
            double expected = counts[0] * share;
            double surprise = (counts[1] - expected) / Math.sqrt(expected * (1 - share));
            if (counts[0] >= LEAST_SEEN && surprise >= LEAST_SURPRISE) {
                phrases.add(phrase);
            }
        });
    }

    /// How often a place beside two words is a gap: what chance would give any word.
    private static double shareOfGaps(List<List<Unit>> lines) {
        int places = 2;
        int gaps = 1;
        for (var units : lines) {
            for (int i = 1; i + 1 < units.size(); i++) {
                if (units.get(i).kind() == Kind.WORD) {
                    places++;
                    gaps +=
                            units.get(i).gapBefore() > 1 || units.get(i + 1).gapBefore() > 1
                                    ? 1
                                    : 0;
                }
            }
        }
        return (double) gaps / places;
    }

    /// Whether such a word stands in the letters from here on, or ends here.
    boolean beginsOrEnds(String word, int at) {
        for (var phrase : phrases) {
            if (phrase.length() > 2
                    && (word.startsWith(phrase, at)
                            || word.startsWith(phrase, at - phrase.length()))) {
                return true;
            }
        }
        return false;
    }

    /// Marks the places before and after such words.
    ///
    /// @return for each unit whether the line may be cut before it
    boolean[] edges(String text, List<Unit> units) {
        var edges = new boolean[units.size() + 1];
        for (int from = 0; from < units.size(); from++) {
            var phrase = new StringBuilder();
            for (int to = from; to < Math.min(units.size(), from + LONGEST); to++) {
                var unit = units.get(to);
                if (unit.kind() != Kind.WORD) {
                    break;
                }
                phrase.append(to > from ? " " : "").append(text, unit.from(), unit.to());
                if (phrases.contains(phrase.toString())) {
                    edges[from] = true;
                    edges[to + 1] = true;
                }
            }
        }
        return edges;
    }

    /// Whether such a word stands inside the line with no gap on either side.
    boolean standHidden(String text, List<Unit> units) {
        for (int from = 1; from < units.size() - 1; from++) {
            var phrase = new StringBuilder();
            for (int to = from; to < Math.min(units.size() - 1, from + LONGEST); to++) {
                var unit = units.get(to);
                if (unit.kind() != Kind.WORD || unit.gapBefore() != 1) {
                    break;
                }
                phrase.append(to > from ? " " : "").append(text, unit.from(), unit.to());
                var next = units.get(to + 1);
                if (next.kind() == Kind.WORD
                        && next.gapBefore() == 1
                        && units.get(from - 1).kind() == Kind.WORD
                        && phrases.contains(phrase.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    // At both edges of a line nothing is seen.
    private static void count(
            String phrase, List<Unit> units, int from, int to, Map<String, int[]> seen) {
        boolean atStart = from == 0;
        boolean atEnd = to == units.size() - 1;
        if (atStart && atEnd) {
            return;
        }
        boolean gap =
                !atStart && units.get(from).gapBefore() > 1
                        || !atEnd && units.get(to + 1).gapBefore() > 1;
        int[] counts = seen.computeIfAbsent(phrase, _ -> new int[2]);
        counts[0]++;
        counts[1] += gap ? 1 : 0;
    }
}
