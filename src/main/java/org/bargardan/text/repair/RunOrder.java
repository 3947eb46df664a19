package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bargardan.text.repair.LineUnits.Kind;
import org.bargardan.text.repair.LineUnits.Unit;
import org.jspecify.annotations.Nullable;

/// Finds the reading of a line whose runs stand in reverse order.
///
/// A renderer that knows no right-to-left text writes the runs of a Persian line from left to right.
/// Inside a run the letters are in order, so the line is put right by turning the order of runs
/// round. Marks, numbers and Latin part runs visibly; others end where the author once replaced a
/// word, which may be in the middle of what is now a word. So all cuts that the letters allow are
/// tried, from the end of the line to its beginning, and halves of a torn word are joined where that
/// makes a word: a beam search (width [#BEAM]) over the score of [WordModel].
///
/// - **Input**: a line without kashida; at most [#LONGEST] units.
/// - **Output**: pieces of the line in reading order, and how likely they are.
/// - **Costs**: in the model's unit, natural logarithms; set by hand on made-up lines.
final class RunOrder {

    static final int LONGEST = 120;
    private static final int BEAM = 8;
    private static final int LONGEST_WORD = 18;
    private static final double CUT_AT_GAP = 0.5;
    private static final double NO_CUT_AT_GAP = 3;
    private static final double CUT_AT_SPACE = 8;
    private static final double CUT_IN_WORD = 3.5;
    private static final double GLUE_OVER_SPACE = 0.5;
    private static final double GLUED_TO_NO_WORD = 12;
    private static final double PAIR_WEIGHT = 0.8;
    private static final double MISPLACED_MARK = 6;

    private final String text;
    private final WordModel model;
    private final List<Unit> units;
    private final boolean[] cutInWordBefore;

    private RunOrder(String text, WordModel model, List<Unit> units) {
        this.text = text;
        this.model = model;
        this.units = new ArrayList<>();
        var inWord = new ArrayList<Boolean>();
        for (int i = 0; i < units.size(); i++) {
            addPieces(units.get(i), inWord);
        }
        cutInWordBefore = new boolean[this.units.size()];
        for (int i = 0; i < cutInWordBefore.length; i++) {
            cutInWordBefore[i] = inWord.get(i);
        }
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
    static Reading reversed(String text, List<Unit> units, WordModel model) {
        return new RunOrder(text, model, units).search();
    }

    private void addPieces(Unit unit, List<Boolean> inWord) {
        var word = text.substring(unit.from(), unit.to());
        boolean mayBeTorn =
                unit.kind() == Kind.WORD && word.length() > 2 && !model.knows(Words.bare(word));
        int last = unit.from();
        if (mayBeTorn) {
            for (int i = unit.from() + 1; i < unit.to(); i++) {
                if (Letters.isMark(text.charAt(i)) || text.charAt(i) == Letters.ZWNJ) {
                    continue;
                }
                units.add(
                        new Unit(Kind.WORD, last, i, last == unit.from() ? unit.gapBefore() : 0));
                inWord.add(last != unit.from());
                last = i;
            }
        }
        units.add(
                new Unit(
                        unit.kind(), last, unit.to(), last == unit.from() ? unit.gapBefore() : 0));
        inWord.add(last != unit.from());
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
            beam.sort(Comparator.comparingDouble((Hypothesis h) -> -h.rank(model)));
            for (var hypothesis : beam.subList(0, Math.min(BEAM, beam.size()))) {
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
                noCuts += units.get(start).gapBefore() > 1 ? NO_CUT_AT_GAP : 0;
            }
        }
    }

    private void append(
            Hypothesis before, int start, int end, double cost, List<Hypothesis> into) {
        var first = units.get(start);
        int gap = before.isEmpty() ? 0 : units.get(end).gapBefore();
        boolean betweenWords = before.tail != null && first.kind() == Kind.WORD;
        var apart = new Hypothesis(before, false, gap > 0 || betweenWords, cost);
        addUnits(apart, start, end);
        into.add(apart);
        if (betweenWords && mayJoin(before, first)) {
            double glue = cost + (gap > 0 ? GLUE_OVER_SPACE : 0);
            var joined = new Hypothesis(before, true, false, glue);
            addUnits(joined, start, end);
            into.add(joined);
        }
    }

    // Two words stay two words, unless they are a half and a half.
    private boolean mayJoin(Hypothesis before, Unit first) {
        var tail = before.tail == null ? "" : before.tail;
        var head = text.substring(first.from(), first.to());
        return tail.length() + head.length() <= LONGEST_WORD && (tail.length() < 2
                || head.length() < 2
                || !model.knows(Words.bare(tail))
                || !model.knows(Words.bare(head)));
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
                                    unit.kind(),
                                    unit.from(),
                                    units.get(to).to(),
                                    unit.gapBefore()),
                    text,
                    model);
            i = to;
        }
    }

    private boolean mustCut(int at) {
        return isRunOfItsOwn(units.get(at)) || isRunOfItsOwn(units.get(at - 1));
    }

    private double cutCost(int at) {
        if (mustCut(at)) {
            return 0;
        }
        if (cutInWordBefore[at]) {
            return CUT_IN_WORD;
        }
        int gap = units.get(at).gapBefore();
        return gap > 1 ? CUT_AT_GAP : gap == 1 ? CUT_AT_SPACE : Double.MAX_VALUE;
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
        private int words;
        private int unknown;
        /// Absent before the first word, and after anything that is no word.
        private @Nullable String tail;
        /// Absent at the beginning of the line, and after what tells nothing about the next word.
        private @Nullable String last;
        private boolean joinsNext;
        private boolean isEmpty;
        private boolean isGlued;
        private String prefix = "";
        private int from;
        private int to;

        Hypothesis() {
            before = null;
            joined = false;
            spaced = false;
            isEmpty = true;
        }

        Hypothesis(
                Hypothesis before, boolean joined, boolean spaced, double cost) {
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
            this.isGlued = before.isGlued;
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
                        isGlued = true;
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

        /// The score as far as it can be foreseen: half a word still costs what a word does.
        double rank(WordModel model) {
            return tail == null ? score : score + model.word(Words.bare(tail));
        }

        /// Scores the last word.
        void finish(WordModel model) {
            if (tail == null) {
                return;
            }
            var word = Words.bare(tail);
            tail = null;
            if (model.isVerbPrefix(word)) {
                prefix = word;
                isGlued = false;
                return;
            }
            if (prefix.isEmpty() && last != null && model.isSuffix(word)) {
                isGlued = false;
                return;
            }
            var whole = prefix + word;
            prefix = "";
            words++;
            score += model.word(whole);
            if (!model.knows(whole)) {
                unknown++;
                score -= isGlued ? GLUED_TO_NO_WORD + whole.length() : 0;
            }
            isGlued = false;
            if (last != null) {
                score += PAIR_WEIGHT * model.pair(last, whole);
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
