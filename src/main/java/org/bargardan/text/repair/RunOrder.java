package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bargardan.text.repair.LineUnits.Kind;
import org.bargardan.text.repair.LineUnits.Unit;
import org.jspecify.annotations.Nullable;

/// Finds the reading of a line whose runs stand in reverse order.
///
/// A renderer that knows no right-to-left text writes the runs of a Persian line from left to
/// right. Inside a run the letters are in order, so the line is put right by turning the order of
/// runs round. Marks, numbers and Latin part runs visibly; others end where the author once
/// replaced a word, which may be in the middle of what is now a word. So all cuts that the letters
/// allow are tried, from the end of the line to its beginning, and halves of a torn word are joined
/// where that makes a word: a beam search (width [#BEAM]) over the score of [WordModel].
///
/// - **Input**: a line without kashida; at most [#LONGEST] units.
/// - **Output**: pieces of the line in reading order, and how likely they are.
/// - **Costs**: in the model's unit, natural logarithms; set by hand on made-up lines.
final class RunOrder {

    static final int LONGEST = 120;

    /// What cuts a line, by how its document is damaged.
    ///
    /// @param marksPart whether marks, numbers and Latin are always runs of their own
    /// @param cutAtMark cost where they need not be
    /// @param cutAtGap at two or more spaces
    /// @param noCutAtGap cost of a gap inside a run
    /// @param cutAtSpace at one space
    enum Runs {
        /// Every run was turned round, and gaps stand between runs.
        REVERSED(true, 0, 0.5, 3, 8),
        /// Every run was turned round, and gaps stand anywhere.
        REVERSED_WITH_GAPS_ANYWHERE(true, 0, 0.5, 0, 8),
        /// A stretch of lines whose runs were turned round, marks within them or not.
        STRETCH(false, 0.5, 0.5, 2, 5),
        /// A few letters or a word of the end stand at the beginning.
        DRAGGED(false, 2.5, 2.5, 0, 8);

        private final boolean marksPart;
        private final double cutAtMark;
        private final double cutAtGap;
        private final double noCutAtGap;
        private final double cutAtSpace;

        Runs(
                boolean marksPart,
                double cutAtMark,
                double cutAtGap,
                double noCutAtGap,
                double cutAtSpace) {
            this.cutAtSpace = cutAtSpace;
            this.marksPart = marksPart;
            this.cutAtMark = cutAtMark;
            this.cutAtGap = cutAtGap;
            this.noCutAtGap = noCutAtGap;
        }
    }

    private static final int BEAM = 12;
    private static final double CUT_AFTER_WELL_SET_MARK = 4;
    private static final double CUT_BESIDE_REPLACED = 1.5;
    private static final double NO_CUT_BESIDE_REPLACED = 1;
    private static final double SUFFIX_APART = 2;
    private static final double WRONG_SUFFIX = 10;
    private static final double RARELY_TOGETHER = -0.2;
    private static final double OFTEN_LAST = 1;
    private static final double JOINED_TO_NO_WORD = 15;
    private static final double WORD_TWICE = 6;
    private static final double CUT_IN_WORD = 5;
    private static final double GLUE_OVER_SPACE = 0.5;
    private static final int SHORTEST_MIDDLE = 3;
    private static final double HALF_A_WORD = -12;
    private static final double PAIR_WEIGHT = 0.8;
    private static final double MISPLACED_MARK = 6;

    private final Runs runs;
    private final String text;
    private final WordModel model;
    private final List<Unit> units;
    private final boolean[] cutInWordBefore;
    private final boolean[] besideReplaced;
    private final boolean[] suspect;

    /// For each unit the number of the word it is a piece of.
    private final int[] token;

    private RunOrder(
            String text, WordModel model, List<Unit> units, ReplacedPhrases replaced, Runs runs) {
        this.runs = runs;
        this.text = text;
        this.model = model;
        this.units = new ArrayList<>();
        var inWord = new ArrayList<Boolean>();
        var edges = replaced.edges(text, units);
        var atEdge = new ArrayList<Boolean>();
        for (int i = 0; i < units.size(); i++) {
            int pieces = inWord.size();
            addPieces(units.get(i), inWord);
            for (int piece = pieces; piece < inWord.size(); piece++) {
                int inside = this.units.get(piece).from() - units.get(i).from();
                var word = text.substring(units.get(i).from(), units.get(i).to());
                atEdge.add(inside == 0 ? edges[i] : replaced.beginsOrEnds(word, inside));
            }
        }
        cutInWordBefore = new boolean[this.units.size()];
        token = new int[cutInWordBefore.length];
        besideReplaced = new boolean[cutInWordBefore.length];
        suspect = new boolean[cutInWordBefore.length];
        for (int i = 0; i < cutInWordBefore.length; i++) {
            cutInWordBefore[i] = inWord.get(i);
            besideReplaced[i] = atEdge.get(i);
            suspect[i] = isSuspect(i);
            token[i] = i == 0 ? 0 : token[i - 1] + (cutInWordBefore[i] ? 0 : 1);
        }
    }

    /// Whether the words on either side of a place hardly belong together.
    private boolean isSuspect(int at) {
        if (at == 0 || units.get(at).kind() != Kind.WORD || units.get(at - 1).kind() != Kind.WORD) {
            return at > 0;
        }
        var before = word(at - 1);
        var after = word(at);
        return !model.knows(before)
                || !model.knows(after)
                || before.equals(after)
                || model.pair(before, after) < RARELY_TOGETHER
                || model.pair(before, ".") > OFTEN_LAST;
    }

    private String word(int unit) {
        return BareWord.of(text.substring(units.get(unit).from(), units.get(unit).to()));
    }

    /// A piece of the line, and what stands between it and the piece before it in the reading.
    record Piece(int from, int to, boolean joined, boolean spaced) {}

    /// @param score of the whole line
    /// @param words how many words, numbers and marks it was computed over
    /// @param unknown how many of the words are none
    record Reading(List<Piece> pieces, double score, int words, int unknown) {

        double perWord() {
            return words == 0 ? 0 : score / words;
        }
    }

    /// The line as it stands.
    static Reading forward(String text, List<Unit> units, WordModel model) {
        var scoring = new Hypothesis();
        for (int i = 0; i < units.size(); i++) {
            scoring.add(units.get(i), text, model);
        }
        scoring.finish(model);
        int from = units.getFirst().from();
        int to = units.getLast().to();
        return new Reading(
                List.of(new Piece(from, to, false, false)),
                scoring.score,
                scoring.words,
                scoring.unknown);
    }

    /// The likeliest reading in which the runs of the line are turned round.
    static Reading reversed(
            String text, List<Unit> units, WordModel model, ReplacedPhrases replaced, Runs runs) {
        return new RunOrder(text, model, units, replaced, runs).search();
    }

    private void addPieces(Unit unit, List<Boolean> inWord) {
        var word = text.substring(unit.from(), unit.to());
        boolean mayBeTorn =
                unit.kind() == Kind.WORD && word.length() > 2 && !model.knows(BareWord.of(word));
        int last = unit.from();
        if (mayBeTorn) {
            for (int cut : cutsIn(word)) {
                int at = unit.from() + cut;
                units.add(
                        new Unit(Kind.WORD, last, at, last == unit.from() ? unit.gapBefore() : 0));
                inWord.add(last != unit.from());
                last = at;
            }
        }
        units.add(
                new Unit(unit.kind(), last, unit.to(), last == unit.from() ? unit.gapBefore() : 0));
        inWord.add(last != unit.from());
    }

    /// Where a torn word may be cut: into a word and a rest, or into a word between two rests.
    private List<Integer> cutsIn(String word) {
        int n = word.length();
        var cuts = new TreeSet<Integer>();
        for (int i = 1; i < n; i++) {
            if (isLetter(word, i) && (isWord(word, 0, i) || isWord(word, i, n))) {
                cuts.add(i);
            }
            for (int j = i + SHORTEST_MIDDLE; j < n; j++) {
                if (isLetter(word, i) && isLetter(word, j) && isWord(word, i, j)) {
                    cuts.add(i);
                    cuts.add(j);
                }
            }
        }
        return List.copyOf(cuts);
    }

    private boolean isWord(String word, int from, int to) {
        var letters = BareWord.of(word.substring(from, to));
        return letters.length() > 1 && !model.isSuffix(letters) && model.knows(letters);
    }

    private static boolean isLetter(String word, int at) {
        return !Letters.isMark(word.charAt(at)) && word.charAt(at) != Letters.ZWNJ;
    }

    private Reading search() {
        int n = units.size();
        var beams = new ArrayList<List<Hypothesis>>();
        for (int i = 0; i <= n; i++) {
            beams.add(new ArrayList<>());
        }
        beams.get(n).add(new Hypothesis());
        for (int end = n; end > 0; end--) {
            var beam = beams.get(end);
            if (beam.isEmpty()) {
                continue;
            }
            for (var hypothesis : likeliest(beam)) {
                extend(hypothesis, end, beams);
            }
        }
        Hypothesis best = null;
        for (var hypothesis : beams.getFirst()) {
            hypothesis.finish(model);
            if (best == null || hypothesis.score > best.score) {
                best = hypothesis;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no reading of " + units);
        }
        return new Reading(best.pieces(), best.score, best.words, best.unknown);
    }

    // Of those that end alike only the best can win.
    private List<Hypothesis> likeliest(List<Hypothesis> beam) {
        for (var hypothesis : beam) {
            hypothesis.rankBy(model);
        }
        beam.sort(Comparator.comparingDouble((Hypothesis h) -> -h.rank));
        var chosen = new ArrayList<Hypothesis>(BEAM);
        for (var hypothesis : beam) {
            if (chosen.stream().noneMatch(hypothesis::endsAs)) {
                chosen.add(hypothesis);
                if (chosen.size() == BEAM) {
                    break;
                }
            }
        }
        return chosen;
    }

    private void extend(Hypothesis before, int end, List<List<Hypothesis>> beams) {
        double noCuts = 0;
        for (int start = end - 1; start >= 0; start--) {
            double cut = start == 0 ? 0 : cutCost(start);
            if (cut < Double.MAX_VALUE) {
                append(before, start, end, cut + noCuts, beams.get(start));
            }
            if (start > 0) {
                if (mustCut(start)) {
                    return;
                }
                noCuts += noCutCost(start);
            }
        }
    }

    private void append(Hypothesis before, int start, int end, double cost, List<Hypothesis> into) {
        var first = units.get(start);
        int gap = before.isEmpty() ? 0 : units.get(end).gapBefore();
        boolean betweenWords = before.tail != null && first.kind() == Kind.WORD;
        var apart = new Hypothesis(before, false, gap > 0 || betweenWords, cost);
        addUnits(apart, start, end);
        into.add(apart);
        if (betweenWords && mayJoin(before, start, end)) {
            double glue = cost + (gap > 0 ? GLUE_OVER_SPACE : 0);
            var joined = new Hypothesis(before, true, false, glue);
            addUnits(joined, start, end);
            into.add(joined);
        }
    }

    // Two words stay two words, unless one is a half; and what is joined must be a word.
    private boolean mayJoin(Hypothesis before, int start, int end) {
        var tail = before.tail;
        if (tail == null || token[start] == before.tailToken) {
            return false;
        }
        int last = start;
        while (last + 1 < end && cutInWordBefore[last + 1]) {
            last++;
        }
        var head = text.substring(units.get(start).from(), units.get(last).to());
        // A piece of a piece: the rest of the word is still to come.
        boolean isBetween =
                last == end - 1
                        && head.length() <= 2
                        && !model.knows(BareWord.of(tail))
                        && !before.goesOn;
        if (isBetween) {
            return true;
        }
        boolean halves =
                tail.length() < 2
                        || head.length() < 2
                        || !model.knows(BareWord.of(tail))
                        || !model.knows(BareWord.of(head))
                        || tail.length() + head.length() > 4
                                && Math.min(tail.length(), head.length()) == 2;
        return halves && model.knows(BareWord.of(tail + head));
    }

    private void addUnits(Hypothesis hypothesis, int start, int end) {
        for (int i = start; i < end; i++) {
            // Pieces of one word that were not cut apart are that word.
            var unit = units.get(i);
            int to = i;
            while (to + 1 < end && cutInWordBefore[to + 1]) {
                to++;
            }
            hypothesis.add(
                    to == i
                            ? unit
                            : new Unit(
                                    unit.kind(), unit.from(), units.get(to).to(), unit.gapBefore()),
                    text,
                    model);
            i = to;
        }
        hypothesis.tailToken = token[end - 1];
    }

    private boolean mustCut(int at) {
        return runs.marksPart && isBesideMark(at);
    }

    private boolean isBesideMark(int at) {
        return isRunOfItsOwn(units.get(at)) || isRunOfItsOwn(units.get(at - 1));
    }

    private double cutCost(int at) {
        if (isBesideMark(at)) {
            return runs.marksPart || !isAfterWellSetMark(at)
                    ? runs.cutAtMark
                    : CUT_AFTER_WELL_SET_MARK;
        }
        if (cutInWordBefore[at]) {
            return besideReplaced[at] ? CUT_BESIDE_REPLACED : CUT_IN_WORD;
        }
        int gap = units.get(at).gapBefore();
        if (gap > 1) {
            return runs.cutAtGap;
        }
        if (gap == 1) {
            if (!besideReplaced[at] && !suspect[at]) {
                return Double.MAX_VALUE;
            }
            return besideReplaced[at] ? CUT_BESIDE_REPLACED : runs.cutAtSpace;
        }
        return Double.MAX_VALUE;
    }

    /// A mark on the word before and away from the word after stands as it was written.
    private boolean isAfterWellSetMark(int at) {
        int mark = isRunOfItsOwn(units.get(at)) ? at : at - 1;
        return units.get(mark).kind() == Kind.MARKS
                && mark > 0
                && mark + 1 < units.size()
                && units.get(mark).gapBefore() == 0
                && units.get(mark + 1).gapBefore() == 1;
    }

    private double noCutCost(int at) {
        if (cutInWordBefore[at]) {
            return 0;
        }
        return units.get(at).gapBefore() > 1
                ? runs.noCutAtGap
                : besideReplaced[at] ? NO_CUT_BESIDE_REPLACED : 0;
    }

    private static boolean isRunOfItsOwn(Unit unit) {
        return unit.kind() != Kind.WORD && unit.kind() != Kind.ARABIC_MARK;
    }

    /// Some pieces in reading order, with the score of all but the last word, which may go on.
    private static final class Hypothesis {

        private final @Nullable Hypothesis before;
        private final boolean joined;
        private final boolean spaced;
        private double score;
        private double rank;
        private int words;
        private int unknown;

        /// Absent before the first word, and after anything that is no word.
        private @Nullable String tail;

        /// Absent at the beginning of the line, and after what tells nothing about the next word.
        private @Nullable String last;

        private boolean joinsNext;
        private boolean isEmpty;
        private boolean goesOn;
        private int tailToken = -1;
        private String prefix = "";
        private int from;
        private int to;

        Hypothesis() {
            before = null;
            joined = false;
            spaced = false;
            isEmpty = true;
        }

        Hypothesis(Hypothesis before, boolean joined, boolean spaced, double cost) {
            this.before = before;
            this.joined = joined;
            this.spaced = spaced;
            this.score = before.score - cost;
            this.words = before.words;
            this.unknown = before.unknown;
            this.tail = before.tail;
            this.last = before.last;
            this.prefix = before.prefix;
            this.isEmpty = before.isEmpty;
            this.goesOn = before.goesOn;
            this.joinsNext = joined;
            this.from = -1;
        }

        boolean isEmpty() {
            return isEmpty;
        }

        void add(Unit unit, String text, WordModel model) {
            if (from < 0) {
                from = unit.from();
            }
            to = unit.to();
            var letters = text.substring(unit.from(), unit.to());
            switch (unit.kind()) {
                case WORD -> {
                    if (joinsNext && tail != null) {
                        tail = tail + letters;
                        goesOn = true;
                    } else {
                        finish(model);
                        tail = letters;
                    }
                }
                case NUMBER -> {
                    finish(model);
                    token("#", model);
                }
                case LATIN -> {
                    finish(model);
                    last = null;
                }
                case ARABIC_MARK -> {
                    finish(model);
                    mark(letters.charAt(0), model);
                }
                case MARKS -> {
                    finish(model);
                    for (int i = 0; i < letters.length(); i++) {
                        mark(letters.charAt(i), model);
                    }
                }
            }
            joinsNext = false;
            isEmpty = false;
        }

        /// The score as far as it can be foreseen: half a word may become a whole one.
        void rankBy(WordModel model) {
            rank =
                    tail == null
                            ? score
                            : score
                                    + Math.max(
                                            HALF_A_WORD - tail.length(),
                                            model.word(BareWord.of(tail)));
        }

        boolean endsAs(Hypothesis other) {
            return Objects.equals(tail, other.tail)
                    && Objects.equals(last, other.last)
                    && tailToken == other.tailToken
                    && prefix.equals(other.prefix);
        }

        /// Scores the last word.
        void finish(WordModel model) {
            if (tail == null) {
                return;
            }
            var word = BareWord.of(tail);
            tail = null;
            if (model.isVerbPrefix(word)) {
                prefix = word;
                return;
            }
            if (prefix.isEmpty() && last != null && model.isSuffix(word)) {
                score -= model.takesSuffix(last, word) ? SUFFIX_APART : WRONG_SUFFIX;
                return;
            }
            var whole = prefix + word;
            prefix = "";
            words++;
            score += model.word(whole);
            if (!model.knows(whole)) {
                unknown++;
                score -= goesOn ? JOINED_TO_NO_WORD : 0;
            }
            goesOn = false;
            if (last != null) {
                score += PAIR_WEIGHT * model.pair(last, whole);
                score -= last.equals(whole) ? WORD_TWICE : 0;
            }
            last = whole;
        }

        private void mark(char mark, WordModel model) {
            if (".،:؛؟!".indexOf(mark) < 0) {
                return;
            }
            if (last == null && isEmpty) {
                score -= MISPLACED_MARK;
            } else if (last != null) {
                score += PAIR_WEIGHT * model.pair(last, String.valueOf(mark));
            }
            last = String.valueOf(mark);
        }

        private void token(String token, WordModel model) {
            words++;
            score += model.word(token);
            if (last != null) {
                score += PAIR_WEIGHT * model.pair(last, token);
            }
            last = token;
        }

        List<Piece> pieces() {
            var pieces = new ArrayList<Piece>();
            for (var h = this; h != null && h.before != null; h = h.before) {
                pieces.add(new Piece(h.from, h.to, h.joined, h.spaced));
            }
            return pieces.reversed();
        }
    }
}
