package org.bargardan.text.repair;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bargardan.text.repair.LineUnits.Kind;
import org.bargardan.text.repair.LineUnits.Unit;

/// Words that are runs of their own throughout a document, mostly because its author once replaced
/// them everywhere: where no gap shows it, the line may be cut beside them all the same.
///
/// Such a word stands beside gaps more often than chance would have it, or is glued to letters that
/// make no word with it.
final class ReplacedPhrases {

    /// How sure it is that a line may be cut at a place.
    enum Edge {
        NONE,
        LIKELY,
        /// The word is hardly ever anything but a run of its own.
        SURE
    }

    static final ReplacedPhrases NONE =
            new ReplacedPhrases("", List.of(), new WordModel(PersianLexicon.standard(), false));

    private static final int LONGEST = 3;
    private static final int LEAST_SEEN = 3;
    private static final int SHORTEST_GLUED = 3;

    /// Standard deviations above what chance would put beside gaps.
    private static final double LEAST_SURPRISE = 4;

    private static final double SURE_SURPRISE = 5;

    private final WordModel model;
    private final Set<String> phrases = new HashSet<>();
    private final Set<String> sure = new HashSet<>();

    /// @param lines the units of each line of the document
    ReplacedPhrases(String text, List<List<Unit>> lines, WordModel model) {
        this.model = model;
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
        countGlued(text, lines, seen);
        double share = shareOfGaps(lines);
        seen.forEach((phrase, counts) -> {
            double expected = counts[0] * share;
            double surprise = (counts[1] - expected) / Math.sqrt(expected * (1 - share));
            if (counts[0] >= LEAST_SEEN && surprise >= LEAST_SURPRISE) {
                phrases.add(phrase);
                if (surprise >= SURE_SURPRISE) {
                    sure.add(phrase);
                }
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
                    gaps += isGap(units, i) || isGap(units, i + 1) ? 1 : 0;
                }
            }
        }
        return (double) gaps / places;
    }

    /// Whether such a word stands in the letters from here on, or ends here.
    Edge edge(String word, int at) {
        for (var phrase : phrases) {
            if (phrase.length() > 2
                    && (word.startsWith(phrase, at)
                            || word.startsWith(phrase, at - phrase.length()))) {
                return edgeOf(phrase);
            }
        }
        return Edge.NONE;
    }

    private Edge edgeOf(String phrase) {
        return sure.contains(phrase) ? Edge.SURE : Edge.LIKELY;
    }

    /// Marks the places before and after such words.
    ///
    /// @return for each unit whether the line may be cut before it
    Edge[] edges(String text, List<Unit> units) {
        var edges = new Edge[units.size() + 1];
        Arrays.fill(edges, Edge.NONE);
        for (int from = 0; from < units.size(); from++) {
            var phrase = "";
            int end = from;
            var letters = new StringBuilder();
            for (int to = from; to < Math.min(units.size(), from + LONGEST); to++) {
                var unit = units.get(to);
                if (unit.kind() != Kind.WORD) {
                    break;
                }
                letters.append(to > from ? " " : "").append(text, unit.from(), unit.to());
                if (phrases.contains(letters.toString())) {
                    phrase = letters.toString();
                    end = to;
                }
            }
            if (!phrase.isEmpty()) {
                mark(edges, from, phrase);
                mark(edges, end + 1, phrase);
                from = end;
            } else if (units.get(from).kind() == Kind.WORD) {
                markGlued(
                        text.substring(units.get(from).from(), units.get(from).to()), edges, from);
            }
        }
        return edges;
    }

    // Behind letters that belong to another run.
    private void markGlued(String word, Edge[] edges, int at) {
        for (var phrase : phrases) {
            if (isGlued(word, phrase)) {
                mark(edges, word.startsWith(phrase) ? at : at + 1, phrase);
            }
        }
    }

    private void mark(Edge[] edges, int at, String phrase) {
        var edge = edgeOf(phrase);
        if (edges[at].compareTo(edge) < 0) {
            edges[at] = edge;
        }
    }

    private boolean isGlued(String word, String phrase) {
        return phrase.length() >= SHORTEST_GLUED
                && word.length() > phrase.length()
                && (word.startsWith(phrase) || word.endsWith(phrase))
                && !model.knows(BareWord.of(word));
    }

    /// Whether such a word stands inside the line with no gap on either side.
    boolean standHidden(String text, List<Unit> units) {
        return standHidden(text, units, phrases);
    }

    /// Whether a word that surely is such a one stands so.
    boolean surelyStandHidden(String text, List<Unit> units) {
        return standHidden(text, units, sure);
    }

    private static boolean standHidden(String text, List<Unit> units, Set<String> phrases) {
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
        boolean gap = !atStart && isGap(units, from) || !atEnd && isGap(units, to + 1);
        int[] counts = seen.computeIfAbsent(phrase, _ -> new int[2]);
        counts[0]++;
        counts[1] += gap ? 1 : 0;
    }

    // Beside a mark there may be one anyway.
    private static boolean isGap(List<Unit> units, int at) {
        return units.get(at).gapBefore() > 1
                && units.get(at).kind() == Kind.WORD
                && units.get(at - 1).kind() == Kind.WORD;
    }

    // No gap parts them from the letters, but a run ends all the same.
    private void countGlued(String text, List<List<Unit>> lines, Map<String, int[]> seen) {
        for (var units : lines) {
            for (var unit : units) {
                int length = unit.to() - unit.from();
                if (unit.kind() != Kind.WORD || length <= SHORTEST_GLUED) {
                    continue;
                }
                var word = text.substring(unit.from(), unit.to());
                if (model.knows(BareWord.of(word))) {
                    continue;
                }
                boolean begins = false;
                boolean ends = false;
                for (int part = length - 1; part >= SHORTEST_GLUED; part--) {
                    begins = begins || countGlued(word.substring(0, part), seen);
                    ends = ends || countGlued(word.substring(length - part), seen);
                }
            }
        }
    }

    /// @return whether the part is such a word, so that no shorter one is looked for in it
    private boolean countGlued(String part, Map<String, int[]> seen) {
        var counts = seen.get(part);
        if (counts == null || counts[1] == 0 || !model.knows(BareWord.of(part))) {
            return false;
        }
        counts[0]++;
        counts[1]++;
        return true;
    }
}
