package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bargardan.text.repair.LineUnits.Kind;
import org.bargardan.text.repair.LineUnits.Unit;
import org.bargardan.text.repair.ReplacedPhrases.Edge;
import org.bargardan.text.repair.WordModel.Word;
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

    /// No pair of words tells two readings apart by more.
    static final double MOST_TOLD_BY_LINE_AFTER = 7;

    /// The lead of a reading with which no other was compared.
    private static final double BEYOND_DOUBT = 100;

    /// What cuts a line, by how its document is damaged.
    ///
    /// @param marksPart whether marks, numbers and Latin are always runs of their own
    /// @param cutAtMark cost where they need not be
    /// @param cutAtGap at two or more spaces
    /// @param noCutAtGap cost of a gap inside a run
    /// @param cutAtSpace at one space
    enum Runs {
        /// Every run was turned round, and gaps stand between runs.
        REVERSED(true, 0, 0.5, 8, 8),
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

    private static final int BEAM = 10;
    private static final double CUT_AFTER_WELL_SET_MARK = 4;
    private static final double CUT_BESIDE_REPLACED = 3.5;
    private static final double NO_CUT_BESIDE_REPLACED = 1;
    private static final double CUT_BESIDE_SURELY_REPLACED = 0;
    private static final double NO_CUT_BESIDE_SURELY_REPLACED = 3.5;
    private static final double SUFFIX_APART = 2;
    private static final double WRONG_SUFFIX = 10;
    private static final double RARELY_TOGETHER = 0.3;
    private static final double OFTEN_LAST = 1;
    private static final double JOINED_TO_NO_WORD = 15;
    private static final double RARE_SHORT_WORD = -7.5;
    private static final double FAR_LIKELIER = 6;
    private static final double INITIAL = 10;
    private static final double WORD_TWICE = 6;
    private static final double VERB_WITHOUT_STEM = 15;
    private static final double CUT_IN_WORD = 5;
    private static final double GLUE_OVER_SPACE = 0.5;
    private static final int SHORTEST_MIDDLE = 3;
    private static final double HALF_A_WORD = -12;
    private static final double PAIR_WEIGHT = 0.8;
    private static final double MISPLACED_MARK = 6;

    private final Runs runs;
    private final String text;
    private final WordModel model;
    private final List<Unit> units = new ArrayList<>();
    private final boolean[] cutInWordBefore;
    private final Edge[] replaced;
    private final boolean[] suspect;

    /// For each unit the number of the word it is a piece of.
    private final int[] token;

    /// For each unit the last one of the same word.
    private final int[] lastOfWord;

    /// For each unit, the word from it to each unit of the same word, as far as it was asked for.
    private final @Nullable Word[][] words;

    /// For each unit, what follows it up to each end, as far as it was asked for.
    private final @Nullable Scoring[][] walks;

    private RunOrder(
            String text, WordModel model, List<Unit> line, ReplacedPhrases replaced, Runs runs) {
        this.runs = runs;
        this.text = text;
        this.model = model;
        var inWord = new ArrayList<Boolean>();
        var edges = replaced.edges(text, line);
        var atEdge = new ArrayList<Edge>();
        for (int i = 0; i < line.size(); i++) {
            int pieces = inWord.size();
            var unit = line.get(i);
            addPieces(unit, inWord);
            for (int piece = pieces; piece < inWord.size(); piece++) {
                int inside = units.get(piece).from() - unit.from();
                atEdge.add(
                        inside == 0
                                ? edges[i]
                                : replaced.edge(text.substring(unit.from(), unit.to()), inside));
            }
        }
        int n = units.size();
        cutInWordBefore = new boolean[n];
        token = new int[n];
        lastOfWord = new int[n];
        words = new Word[n][];
        this.replaced = new Edge[n];
        suspect = new boolean[n];
        walks = new Scoring[n][];
        for (int i = 0; i < n; i++) {
            cutInWordBefore[i] = inWord.get(i);
            this.replaced[i] = atEdge.get(i);
            token[i] = i == 0 ? 0 : token[i - 1] + (cutInWordBefore[i] ? 0 : 1);
        }
        for (int i = n - 1; i >= 0; i--) {
            lastOfWord[i] = i + 1 < n && cutInWordBefore[i + 1] ? lastOfWord[i + 1] : i;
        }
        for (int i = 0; i < n; i++) {
            suspect[i] = isSuspect(i);
        }
    }

    /// A piece of the line, and what stands between it and the piece before it in the reading.
    record Piece(int from, int to, boolean joined, boolean spaced) {}

    /// @param score of the whole line
    /// @param words how many words, numbers and marks it was computed over
    /// @param unknown how many of the words are none
    /// @param lead how much likelier it is than the next reading in another order, at most
    ///   [#BEYOND_DOUBT]
    record Reading(List<Piece> pieces, double score, int words, int unknown, double lead) {

        /// Where the first of its pieces in the text begins.
        int from() {
            return pieces.stream().mapToInt(Piece::from).min().orElseThrow();
        }

        /// Where the last of its pieces in the text ends.
        int to() {
            return pieces.stream().mapToInt(Piece::to).max().orElseThrow();
        }
    }

    /// The line as it stands.
    ///
    /// @param before the last word of the line before, empty if there is none
    /// @param after the first word of the line after, empty if there is none or it is not known
    static Reading forward(
            String text, List<Unit> units, WordModel model, String before, String after) {
        var scoring = new Scoring(model, before);
        for (var unit : units) {
            scoring.add(unit, text);
        }
        scoring.finishBefore(after);
        int from = units.getFirst().from();
        int to = units.getLast().to();
        return new Reading(
                List.of(new Piece(from, to, false, false)),
                scoring.score,
                scoring.words,
                scoring.unknown,
                BEYOND_DOUBT);
    }

    /// The line with every word, number and mark a run of its own, all turned round.
    static Reading wordByWord(String text, List<Unit> units, WordModel model) {
        var scoring = new Scoring(model, "");
        var pieces = new ArrayList<Piece>();
        int gap = 0;
        for (var unit : units.reversed()) {
            scoring.add(unit, text);
            boolean isFirst = pieces.isEmpty();
            pieces.add(new Piece(unit.from(), unit.to(), false, !isFirst && gap > 0));
            gap = unit.gapBefore();
        }
        scoring.finish();
        return new Reading(pieces, scoring.score, scoring.words, scoring.unknown, BEYOND_DOUBT);
    }

    /// The likeliest reading in which the runs of the line are turned round.
    ///
    /// @param before the last word of the line before, empty if there is none
    /// @param after the first word of the line after, empty if there is none or it is not known
    static Reading reversed(
            String text,
            List<Unit> units,
            WordModel model,
            ReplacedPhrases replaced,
            Runs runs,
            String before,
            String after) {
        return new RunOrder(text, model, units, replaced, runs).search(before, after);
    }

    /// Whether the words on either side of a place hardly belong together.
    private boolean isSuspect(int at) {
        if (at == 0 || units.get(at).kind() != Kind.WORD || units.get(at - 1).kind() != Kind.WORD) {
            return at > 0;
        }
        var before = word(at - 1, at - 1);
        var after = word(at, at);
        return !before.known()
                || !after.known()
                || before.id() == after.id()
                || model.pair(before, after) < RARELY_TOGETHER
                || model.pair(before, model.word(".")) > OFTEN_LAST;
    }

    /// The word that these units are pieces of.
    private Word word(int first, int last) {
        var from = words[first];
        if (from == null) {
            from = new Word[lastOfWord[first] - first + 1];
            words[first] = from;
        }
        var word = from[last - first];
        if (word == null) {
            word =
                    model.word(
                            BareWord.of(
                                    text.substring(units.get(first).from(), units.get(last).to())));
            from[last - first] = word;
        }
        return word;
    }

    private void addPieces(Unit unit, List<Boolean> inWord) {
        int last = unit.from();
        if (unit.kind() == Kind.WORD && unit.to() - unit.from() > 1) {
            var word = text.substring(unit.from(), unit.to());
            if (!model.knows(BareWord.of(word))) {
                for (int cut : cutsIn(word)) {
                    int at = unit.from() + cut;
                    boolean isFirst = last == unit.from();
                    units.add(new Unit(Kind.WORD, last, at, isFirst ? unit.gapBefore() : 0));
                    inWord.add(!isFirst);
                    last = at;
                }
            }
        }
        boolean isWhole = last == unit.from();
        units.add(new Unit(unit.kind(), last, unit.to(), isWhole ? unit.gapBefore() : 0));
        inWord.add(!isWhole);
    }

    /// Where a torn word may be cut: into a word and a rest, or into a word between two rests.
    private List<Integer> cutsIn(String word) {
        int n = word.length();
        var cuts = new TreeSet<Integer>();
        if (n == 2 && isLetter(word, 1)) {
            cuts.add(1);
        }
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
        if (to - from < 2) {
            return false;
        }
        var letters = BareWord.of(word.substring(from, to));
        return letters.length() > 1
                && !WordModel.isSuffix(letters)
                && model.knows(letters)
                && (letters.length() > 2 || model.word(letters).score() > RARE_SHORT_WORD);
    }

    private static boolean isLetter(String word, int at) {
        return !Letters.isMark(word.charAt(at)) && word.charAt(at) != Letters.ZWNJ;
    }

    private Reading search(String before, String after) {
        int n = units.size();
        var beams = new ArrayList<List<Hypothesis>>();
        for (int i = 0; i <= n; i++) {
            beams.add(new ArrayList<>());
        }
        beams.get(n).add(new Hypothesis(new Scoring(model, before)));
        for (int end = n; end > 0; end--) {
            for (var hypothesis : likeliest(beams.get(end))) {
                extend(hypothesis, end, beams);
            }
        }
        Hypothesis best = null;
        for (var hypothesis : beams.getFirst()) {
            hypothesis.scoring.finishBefore(after);
            if (best == null || hypothesis.scoring.score > best.scoring.score) {
                best = hypothesis;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no reading of " + units);
        }
        for (var hypothesis : beams.getFirst()) {
            if (hypothesis != best) {
                best.leadBy(best.scoring.score - hypothesis.scoring.score);
            }
        }
        return new Reading(
                best.pieces(),
                best.scoring.score,
                best.scoring.words,
                best.scoring.unknown,
                best.lead);
    }

    // Of those that end alike only the best can win; of equal ones the first.
    private static List<Hypothesis> likeliest(List<Hypothesis> beam) {
        if (beam.size() < 2) {
            return beam;
        }
        for (var hypothesis : beam) {
            hypothesis.scoring.foresee();
        }
        var chosen = new ArrayList<Hypothesis>(BEAM);
        while (chosen.size() < BEAM) {
            Hypothesis best = null;
            for (var hypothesis : beam) {
                if (!hypothesis.passed
                        && (best == null || hypothesis.scoring.foreseen > best.scoring.foreseen)) {
                    best = hypothesis;
                }
            }
            if (best == null) {
                break;
            }
            best.passed = true;
            var likelier = endingAs(best, chosen);
            if (likelier == null) {
                chosen.add(best);
            } else {
                likelier.leadBy(likelier.scoring.score - best.scoring.score);
            }
        }
        return chosen;
    }

    private static @Nullable Hypothesis endingAs(Hypothesis hypothesis, List<Hypothesis> others) {
        for (var other : others) {
            if (hypothesis.tailToken == other.tailToken
                    && hypothesis.scoring.endsAs(other.scoring)) {
                return other;
            }
        }
        return null;
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
        int gap = before.before == null ? 0 : units.get(end).gapBefore();
        var tail = before.scoring.tail;
        boolean betweenWords = tail != null && units.get(start).kind() == Kind.WORD;
        into.add(apart(before, start, end, gap > 0 || betweenWords, cost));
        if (tail != null && betweenWords && token[start] != before.tailToken) {
            int last = Math.min(lastOfWord[start], end - 1);
            var head = word(start, last);
            if (mayJoin(before, tail, head, last == end - 1)) {
                double glue = cost + (gap > 0 ? GLUE_OVER_SPACE : 0);
                var scoring = new Scoring(before.scoring, glue);
                scoring.join(head);
                addUnits(scoring, last + 1, end);
                into.add(new Hypothesis(before, start, end, true, false, scoring, token[end - 1]));
            }
        }
    }

    private Hypothesis apart(Hypothesis before, int start, int end, boolean spaced, double cost) {
        var scoring = new Scoring(before.scoring, cost);
        var walk = walk(start, end);
        if (walk == null) {
            addUnits(scoring, start, end);
        } else {
            scoring.add(word(start, lastOfWord[start]));
            scoring.finish();
            scoring.goOnWith(walk);
        }
        return new Hypothesis(before, start, end, false, spaced, scoring, token[end - 1]);
    }

    /// What follows the first word of a segment, which is the same whatever stands before it.
    ///
    /// @return nothing where it is not, or where nothing follows
    private @Nullable Scoring walk(int start, int end) {
        int last = lastOfWord[start];
        if (units.get(start).kind() != Kind.WORD || last + 1 >= end) {
            return null;
        }
        var known = walks[start];
        if (known == null) {
            var first = word(start, last);
            if (first.isVerbPrefix() || first.isSuffix()) {
                return null;
            }
            known = new Scoring[units.size() + 1];
            var scoring = new Scoring(model, "");
            scoring.last = first;
            scoring.isEmpty = false;
            for (int i = last + 1; i < units.size(); i++) {
                int to = lastOfWord[i];
                for (int part = i; part <= to; part++) {
                    var copy = new Scoring(scoring, 0);
                    addUnits(copy, i, part + 1);
                    known[part + 1] = copy;
                }
                scoring = new Scoring(Objects.requireNonNull(known[to + 1]), 0);
                if (to + 1 < units.size() && mustCut(to + 1)) {
                    break;
                }
                i = to;
            }
            walks[start] = known;
        }
        return known[end];
    }

    // Two words stay two words, unless one is a half; and what is joined must be a word.
    private boolean mayJoin(Hypothesis before, Word tail, Word head, boolean isAll) {
        // A piece of a piece: the rest of the word is still to come.
        if (isAll && head.letters().length() <= 2 && !tail.known() && !before.scoring.goesOn) {
            return true;
        }
        int shorter = Math.min(tail.letters().length(), head.letters().length());
        int both = tail.letters().length() + head.letters().length();
        boolean halves = shorter < 2 || !tail.known() || !head.known() || both > 4 && shorter == 2;
        var whole = model.joined(tail, head);
        return whole != null
                && (halves || whole.score() > tail.score() + head.score() + FAR_LIKELIER);
    }

    private void addUnits(Scoring scoring, int start, int end) {
        for (int i = start; i < end; i++) {
            var unit = units.get(i);
            if (unit.kind() == Kind.WORD) {
                // Pieces of one word that were not cut apart are that word.
                int last = Math.min(lastOfWord[i], end - 1);
                scoring.add(word(i, last));
                i = last;
            } else {
                scoring.add(unit, text);
            }
        }
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
            return Math.min(cutBesideReplaced(at), CUT_IN_WORD);
        }
        int gap = units.get(at).gapBefore();
        if (gap > 1) {
            return runs.cutAtGap;
        }
        if (gap == 1 && replaced[at] != Edge.NONE) {
            return cutBesideReplaced(at);
        }
        return gap == 1 && suspect[at] ? runs.cutAtSpace : Double.MAX_VALUE;
    }

    /// A mark on the word before and away from the word after stands as it was written.
    private boolean isAfterWellSetMark(int at) {
        int mark = isRunOfItsOwn(units.get(at)) ? at : at - 1;
        return units.get(mark).kind() == Kind.MARKS
                && mark > 0
                && !(mark == 1 && units.get(0).kind() == Kind.WORD && !word(0, 0).known())
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
                : switch (replaced[at]) {
                    case NONE -> 0;
                    case LIKELY -> NO_CUT_BESIDE_REPLACED;
                    case SURE -> NO_CUT_BESIDE_SURELY_REPLACED;
                };
    }

    private double cutBesideReplaced(int at) {
        return switch (replaced[at]) {
            case NONE -> Double.MAX_VALUE;
            case LIKELY -> CUT_BESIDE_REPLACED;
            case SURE -> CUT_BESIDE_SURELY_REPLACED;
        };
    }

    private static boolean isRunOfItsOwn(Unit unit) {
        return unit.kind() != Kind.WORD && unit.kind() != Kind.ARABIC_MARK;
    }

    /// Some pieces in reading order.
    ///
    /// @param start,end units of the last piece
    /// @param tailToken the word of the line that the last piece ends with
    private final class Hypothesis {

        private final @Nullable Hypothesis before;
        private final int start;
        private final int end;
        private final boolean joined;
        private final boolean spaced;
        private final Scoring scoring;
        private final int tailToken;

        /// Whether it was chosen, or one that ends alike.
        private boolean passed;

        /// How much likelier these pieces are than any others that were tried and end alike.
        private double lead;

        Hypothesis(Scoring nothing) {
            this(null, 0, 0, false, false, nothing, -1);
        }

        Hypothesis(
                @Nullable Hypothesis before,
                int start,
                int end,
                boolean joined,
                boolean spaced,
                Scoring scoring,
                int tailToken) {
            this.before = before;
            this.start = start;
            this.end = end;
            this.joined = joined;
            this.spaced = spaced;
            this.scoring = scoring;
            this.tailToken = tailToken;
            this.lead = before == null ? BEYOND_DOUBT : before.lead;
        }

        void leadBy(double difference) {
            lead = Math.min(lead, difference);
        }

        List<Piece> pieces() {
            var pieces = new ArrayList<Piece>();
            for (var h = this; h != null && h.before != null; h = h.before) {
                pieces.add(
                        new Piece(
                                units.get(h.start).from(),
                                units.get(h.end - 1).to(),
                                h.joined,
                                h.spaced));
            }
            return pieces.reversed();
        }
    }

    /// The score of a sequence of words and marks, but for the last word, which may go on.
    private static final class Scoring {

        private final WordModel model;
        private double score;
        private double foreseen;
        private int words;
        private int unknown;
        private boolean isEmpty;
        private boolean goesOn;

        /// Whether a dash was just read, beside which a letter stands for a word.
        private boolean initials;

        /// Absent before the first word, and after anything that is no word.
        private @Nullable Word tail;

        /// Absent at the beginning of the line, and after what tells nothing about the next word.
        private @Nullable Word last;

        /// می or نمی, absent unless it was just read.
        private @Nullable Word prefix;

        Scoring(WordModel model, String before) {
            this.model = model;
            this.isEmpty = true;
            if (!before.isEmpty()) {
                var word = model.word(before);
                this.prefix = word.isVerbPrefix() ? word : null;
                this.last = word.isVerbPrefix() ? null : word;
            }
        }

        Scoring(Scoring before, double cost) {
            this.model = before.model;
            this.score = before.score - cost;
            this.words = before.words;
            this.unknown = before.unknown;
            this.isEmpty = before.isEmpty;
            this.goesOn = before.goesOn;
            this.initials = before.initials;
            this.tail = before.tail;
            this.last = before.last;
            this.prefix = before.prefix;
        }

        /// Adds what was scored on its own after the same last word.
        void goOnWith(Scoring rest) {
            score += rest.score;
            words += rest.words;
            unknown += rest.unknown;
            goesOn = rest.goesOn;
            initials = rest.initials;
            tail = rest.tail;
            last = rest.last;
            prefix = rest.prefix;
            isEmpty = false;
        }

        void add(Unit unit, String text) {
            switch (unit.kind()) {
                case WORD -> add(model.word(BareWord.of(text.substring(unit.from(), unit.to()))));
                case NUMBER -> {
                    finish();
                    initials = false;
                    count(model.word("#"));
                }
                case LATIN -> {
                    finish();
                    last = null;
                }
                case ARABIC_MARK, MARKS -> {
                    boolean dash = text.charAt(unit.from()) == '-';
                    if (dash && tail != null && tail.mayBeInitial()) {
                        tail = null;
                        last = null;
                    }
                    finish();
                    initials = dash;
                    for (int i = unit.from(); i < unit.to(); i++) {
                        mark(text.charAt(i));
                    }
                }
            }
            isEmpty = false;
        }

        void add(Word word) {
            finish();
            isEmpty = false;
            if (initials && word.mayBeInitial()) {
                score -= INITIAL;
                last = null;
            } else {
                tail = word;
            }
            initials = false;
        }

        /// Makes the half before and this one word.
        void join(Word head) {
            var half = Objects.requireNonNull(tail);
            var whole = model.joined(half, head);
            tail = whole == null ? model.word(half.letters() + head.letters()) : whole;
            goesOn = true;
        }

        /// The score as far as it can be foreseen: half a word may become a whole one.
        void foresee() {
            foreseen =
                    tail == null
                            ? score
                            : score + Math.max(HALF_A_WORD - tail.letters().length(), tail.score());
        }

        boolean endsAs(Scoring other) {
            return tail == other.tail && last == other.last && prefix == other.prefix;
        }

        /// Scores the last word.
        void finish() {
            if (tail == null) {
                return;
            }
            var word = tail;
            tail = null;
            if (word.isVerbPrefix()) {
                prefix = word;
                return;
            }
            if (prefix != null) {
                word = model.word(prefix.letters() + word.letters());
                prefix = null;
            } else if (last != null && word.isSuffix()) {
                score -= last.takesSuffix(word) && !last.isMark() ? SUFFIX_APART : WRONG_SUFFIX;
                return;
            }
            if (!word.known()) {
                unknown++;
                score -= goesOn ? JOINED_TO_NO_WORD : 0;
            }
            goesOn = false;
            score -= last == word ? WORD_TWICE : 0;
            count(word);
        }

        /// Scores the last word, and how it goes on in the line after.
        void finishBefore(String after) {
            finish();
            if (!after.isEmpty() && last != null && prefix == null) {
                score += PAIR_WEIGHT * model.pair(last, model.word(after));
            }
        }

        private void count(Word word) {
            words++;
            score += word.score();
            if (last != null) {
                score += PAIR_WEIGHT * model.pair(last, word);
            }
            last = word;
        }

        private void mark(char c) {
            if (prefix != null) {
                score -= VERB_WITHOUT_STEM;
                prefix = null;
            }
            if (".،:؛؟!".indexOf(c) < 0) {
                return;
            }
            var mark = model.word(String.valueOf(c));
            if (isEmpty) {
                score -= MISPLACED_MARK;
            } else if (last != null) {
                score += PAIR_WEIGHT * model.pair(last, mark);
            }
            last = mark;
        }
    }
}
