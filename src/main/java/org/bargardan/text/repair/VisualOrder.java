package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.text.repair.Draft.Line;
import org.bargardan.text.repair.Edits.Added;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.Edits.Piece;
import org.bargardan.text.repair.LineUnits.Kind;
import org.bargardan.text.repair.LineUnits.Unit;
import org.bargardan.text.repair.RuleHelp.Example;
import org.bargardan.text.repair.RunOrder.Reading;
import org.bargardan.text.repair.RunOrder.Runs;
import org.jspecify.annotations.Nullable;

/// Lines whose pieces were written from left to right, as a renderer without right-to-left text
/// shows them.
///
/// Where most lines of a document make better sense in reverse, each line is taken in reverse
/// unless it makes clearly less. Elsewhere a stretch of lines must make better sense together, or a
/// line alone by far.
final class VisualOrder implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "visual-order",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the pieces of a line in reading order where they stand in reverse, and"
                            + " joins words that were torn between them.",
                    "تکه‌های خطی را که وارونه پشت هم آمده‌اند به ترتیب خواندن می‌چیند و واژه‌هایی را که"
                            + " میان آن‌ها پاره شده‌اند به هم می‌چسباند.",
                    List.of(
                            Example.of(
                                    ". این کتاب را خواندم   ١٩٣٥ من در سال",
                                    "من در سال ١٩٣٥ این کتاب را خواندم.")));

    private static final int LINES_TRIED = 60;
    private static final int LONGEST_LINE = 300;
    private static final double MOSTLY_REVERSED = 0.3;
    private static final double MOSTLY_WORD_BY_WORD = 0.6;
    private static final int WORDS_THAT_TELL = 6;

    /// How much likelier a reading must be than the line as it stands, in natural logarithms.
    private static final double MARGIN_WHERE_MOST_ARE = -3;

    private static final double MARGIN_WHERE_FEW_ARE = 10;
    private static final double MARGIN_AFTER_DISPLACED_MARK = 4;

    /// How much likelier a reading must be than the next one to be taken unasked, in natural
    /// logarithms: else it is offered. `docs/repair-precision.md` shows how many lines are mended,
    /// and how many of them right, by this lead.
    private static final double CERTAIN_LEAD = 3;

    private static final double GAIN_OF_A_SEED = 6;
    private static final int SEED_REACHES = 12;
    private static final double TORN = -19;
    private static final int PIECES_OF_A_GUESS = 6;
    private static final int MOST_DRAGGED_PIECES = 3;
    private static final int LETTERS_OF_TWO_WORDS = 10;

    /// Words of one letter, also for page, volume and the eras.
    private static final String ABBREVIATIONS = "ویصجمقه";

    private static final double GAIN_OF_MOVING_A_WORD = 4;

    /// A line in order is less likely in reverse by more than this, on the average of its kind.
    private static final double EXPECTED_LOSS = 0.3;

    private static final double MOST_TOLD_BY_ONE_LINE = 12;
    private static final double TOLD_BY_NO_LINE = 0.5;
    private static final double STRETCH_BEGINS_OR_ENDS = 10;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return DisplacedMarks.linesBeginningWithAnEnd(draft, 0.01);
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var lines = new Lines(draft);
        if (lines.shareWordByWord() >= MOSTLY_WORD_BY_WORD) {
            lines.mendWordByWord(edits);
        } else if (lines.shareReversed() >= MOSTLY_REVERSED) {
            lines.mendAll(edits);
        } else {
            lines.mendSome(edits);
        }
    }

    /// The lines of a document with what is known about their words.
    private static final class Lines {

        private final Draft draft;
        private final String text;
        private final WordModel model;

        /// For lines whose damage may be no more than a lost joiner.
        private final WordModel lenient;

        /// For whole documents in reverse, from which the wrong pairs would be learned.
        private final WordModel unlearned;

        private final List<List<Unit>> units;
        private final ReplacedPhrases replaced;

        Lines(Draft draft) {
            this.draft = draft;
            this.text = draft.text();
            this.model = new WordModel(draft.lexicon(), false);
            this.lenient = new WordModel(draft.lexicon(), true);
            this.unlearned = new WordModel(draft.lexicon(), true);
            this.units = draft.lines().stream().map(this::unitsOf).toList();
            units.forEach(this::learn);
            this.replaced = new ReplacedPhrases(text, units, model);
        }

        double shareReversed() {
            int tried = 0;
            int better = 0;
            for (var line : units) {
                // A mark at the edge may be displaced, which says nothing about the runs within.
                var inner = withoutEdgeMarks(line);
                if (hasInnerRuns(inner) && tried < LINES_TRIED) {
                    tried++;
                    better += inReverse(inner).score() > forward(inner) + 2 ? 1 : 0;
                }
            }
            return tried == 0 ? 0 : (double) better / tried;
        }

        double shareWordByWord() {
            int tried = 0;
            int better = 0;
            for (var line : units) {
                if (line.size() >= WORDS_THAT_TELL && tried < LINES_TRIED) {
                    tried++;
                    better += isLikeliestWordByWord(line) ? 1 : 0;
                }
            }
            return tried == 0 ? 0 : (double) better / tried;
        }

        void mendWordByWord(Edits edits) {
            for (int i = 0; i < units.size(); i++) {
                var line = units.get(i);
                if (line.size() > 1 && gainWordByWord(line) > MARGIN_WHERE_MOST_ARE) {
                    put(RunOrder.wordByWord(text, line, unlearned), edits);
                }
            }
        }

        private boolean isLikeliestWordByWord(List<Unit> line) {
            if (gainWordByWord(line) <= 2) {
                return false;
            }
            var inRuns =
                    RunOrder.reversed(
                            text, line, unlearned, ReplacedPhrases.NONE, Runs.REVERSED, "", "");
            return RunOrder.wordByWord(text, line, unlearned).score() > inRuns.score();
        }

        private double gainWordByWord(List<Unit> line) {
            return RunOrder.wordByWord(text, line, unlearned).score()
                    - RunOrder.forward(text, line, unlearned, "", "").score();
        }

        /// Reads the lines twice: when they are read first, nothing is known of the line after.
        void mendAll(Edits edits) {
            var readings = new @Nullable Reading[units.size()];
            for (int i = 0; i < units.size(); i++) {
                if (!units.get(i).isEmpty()) {
                    readings[i] = likeliest(i, readings, "");
                }
            }
            for (int i = 0; i < units.size(); i++) {
                var reading = readings[i];
                if (reading != null && reading.lead() < RunOrder.MOST_TOLD_BY_LINE_AFTER) {
                    readings[i] = likeliest(i, readings, firstWordAfter(i, readings));
                }
            }
            for (int i = 0; i < units.size(); i++) {
                var reading = readings[i];
                if (reading != null && showsSeams(units.get(i), model)) {
                    putOrOffer(i, reading, edits);
                }
            }
        }

        private void putOrOffer(int line, Reading reading, Edits edits) {
            boolean isWhole = reading.pieces().size() == 1;
            if (reading.lead() < CERTAIN_LEAD || hasRest(reading)) {
                offer(reading, edits);
            } else if (!isWhole) {
                put(reading, edits);
            } else if (replaced.surelyStandHidden(text, units.get(line))) {
                flag(reading, edits);
            }
        }

        /// The line in reverse where that makes sense, as it stands where it does not.
        private Reading likeliest(int line, @Nullable Reading[] readings, String after) {
            var before = lastWordBefore(line, readings);
            var forward = RunOrder.forward(text, units.get(line), model, before, after);
            if (!showsSeams(units.get(line), model)) {
                return forward;
            }
            var reading =
                    RunOrder.reversed(
                            text, units.get(line), model, replaced, Runs.REVERSED, before, after);
            return reading.score() > forward.score() + MARGIN_WHERE_MOST_ARE ? reading : forward;
        }

        private String lastWordBefore(int line, @Nullable Reading[] readings) {
            for (int i = line - 1; i >= 0; i--) {
                var reading = readings[i];
                if (reading != null) {
                    return lastWord(reading.pieces().getLast().to());
                }
            }
            return "";
        }

        private String firstWordAfter(int line, @Nullable Reading[] readings) {
            for (int i = line + 1; i < readings.length; i++) {
                var reading = readings[i];
                if (reading != null) {
                    return firstWord(reading.pieces().getFirst().from());
                }
            }
            return "";
        }

        private String firstWord(int from) {
            int to = from;
            while (to < text.length() && Letters.isWordPart(text.charAt(to))) {
                to++;
            }
            return to == from ? "" : BareWord.of(text.substring(from, to));
        }

        /// Whether letters are left over that make no word, or hide more than one.
        private boolean hasRest(Reading reading) {
            var word = new StringBuilder();
            for (var piece : reading.pieces()) {
                if (!piece.joined()) {
                    word.append(' ');
                }
                word.append(text, piece.from(), piece.to());
            }
            for (var unit : LineUnits.of(word.toString(), 0, word.length())) {
                if (unit.kind() == Kind.WORD && isRest(word, unit)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isRest(CharSequence reading, Unit unit) {
            var letters = BareWord.of(reading.subSequence(unit.from(), unit.to()).toString());
            if (letters.length() == 1) {
                if (ABBREVIATIONS.contains(letters)) {
                    // The yeh of ezafe stands behind its word, which no line leaves behind.
                    return letters.equals("ی") && unit.from() <= 1;
                }
                boolean afterDash = unit.from() > 1 && isDash(reading.charAt(unit.from() - 2));
                boolean beforeDash =
                        unit.to() + 1 < reading.length() && isDash(reading.charAt(unit.to() + 1));
                return !afterDash && !beforeDash;
            }
            return letters.length() >= LETTERS_OF_TWO_WORDS
                    && !model.knows(letters)
                    && !model.isSeenAgain(letters);
        }

        /// The word or mark that ends there.
        private String lastWord(int end) {
            int from = end;
            while (from > 0 && Letters.isWordPart(text.charAt(from - 1))) {
                from--;
            }
            return from == end
                    ? text.substring(end - 1, end)
                    : BareWord.of(text.substring(from, end));
        }

        void mendSome(Edits edits) {
            var reversed = stretches(gains());
            for (int i = 0; i < units.size(); i++) {
                if (units.get(i).size() < 2) {
                    continue;
                }
                if (reversed[i]) {
                    var whole =
                            RunOrder.reversed(
                                    text,
                                    units.get(i),
                                    model,
                                    ReplacedPhrases.NONE,
                                    Runs.STRETCH,
                                    "",
                                    "");
                    if (whole.pieces().size() >= PIECES_OF_A_GUESS) {
                        offer(whole, edits);
                        continue;
                    }
                    put(whole, edits);
                    if (whole.lead() < CERTAIN_LEAD) {
                        flag(whole, edits);
                    }
                    continue;
                }
                if (!mayBeDragged(units.get(i))) {
                    continue;
                }
                var inner = withoutEdgeMarks(units.get(i));
                var before = before(i);
                var reading =
                        RunOrder.reversed(
                                text,
                                inner,
                                lenient,
                                ReplacedPhrases.NONE,
                                Runs.DRAGGED,
                                before,
                                "");
                double forward = RunOrder.forward(text, inner, lenient, before, "").score();
                double margin =
                        beginsWithGluedMark(units.get(i))
                                ? MARGIN_AFTER_DISPLACED_MARK
                                : MARGIN_WHERE_FEW_ARE;
                if (reading.score() > forward + margin) {
                    if (reading.lead() < CERTAIN_LEAD
                            || reading.pieces().size() > MOST_DRAGGED_PIECES) {
                        offer(reading, edits);
                    } else {
                        put(reading, edits);
                    }
                } else {
                    moveLastWord(units.get(i), lastWordBefore(i), edits);
                }
            }
        }

        /// How much likelier each line is in reverse, 0 where it was not asked: only about lines
        /// with torn words, and about those around them.
        private double[] gains() {
            var gains = new double[units.size()];
            var asked = new boolean[units.size()];
            for (int i = 0; i < units.size(); i++) {
                if (holdsTornWord(units.get(i)) && gain(i, gains, asked) >= GAIN_OF_A_SEED) {
                    for (int j = i - SEED_REACHES; j <= i + SEED_REACHES; j++) {
                        if (j >= 0 && j < units.size()) {
                            gain(j, gains, asked);
                        }
                    }
                }
            }
            return gains;
        }

        private double gain(int line, double[] gains, boolean[] asked) {
            var inner = withoutEdgeMarks(units.get(line));
            if (!asked[line] && inner.size() > 1) {
                asked[line] = true;
                gains[line] =
                        RunOrder.reversed(
                                                text,
                                                inner,
                                                model,
                                                ReplacedPhrases.NONE,
                                                Runs.REVERSED_WITH_GAPS_ANYWHERE,
                                                before(line),
                                                "")
                                        .score()
                                - RunOrder.forward(text, inner, model, before(line), "").score();
            }
            return gains[line];
        }

        /// Whether a line may end where it should begin: its first or last word is none, or stands
        /// right after a mark.
        private boolean mayBeDragged(List<Unit> line) {
            if (beginsWithGluedMark(line)) {
                return true;
            }
            var inner = withoutEdgeMarks(line);
            return inner.size() > 1 && (isTorn(inner.getFirst()) || isTorn(inner.getLast()));
        }

        private boolean holdsTornWord(List<Unit> line) {
            for (var unit : line) {
                if (isTorn(unit)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isTorn(Unit unit) {
            return unit.kind() == Kind.WORD && lenient.word(word(unit)).score() < TORN;
        }

        /// Whether anything tells that a line is more than one run.
        private boolean showsSeams(List<Unit> line, WordModel words) {
            for (int i = 0; i < line.size() && line.size() > 1; i++) {
                var unit = line.get(i);
                if (unit.kind() != Kind.WORD && unit.kind() != Kind.ARABIC_MARK
                        || unit.gapBefore() > 1
                        || unit.kind() == Kind.WORD && !words.word(word(unit)).known()) {
                    return true;
                }
            }
            return line.size() > 1 && replaced.standHidden(text, line);
        }

        /// The last word of a sentence that stands after its full stop, at the line's beginning.
        private void moveLastWord(List<Unit> line, String before, Edits edits) {
            if (!beginsWithGluedMark(line) || !isFullStop(line.getFirst()) || line.size() < 4) {
                return;
            }
            var first = line.get(1);
            var next = line.get(2);
            var last = line.getLast();
            if (next.kind() != Kind.WORD || last.kind() != Kind.WORD) {
                return;
            }
            double gain =
                    lenient.pair(before, word(next))
                            - lenient.pair(before, word(first))
                            + lenient.pair(word(last), word(first))
                            - lenient.pair(word(first), word(next))
                            + lenient.pair(word(first), ".")
                            - lenient.pair(word(last), ".");
            if (gain > GAIN_OF_MOVING_A_WORD) {
                edits.rearrange(
                        first.from(),
                        last.to(),
                        List.of(
                                new Kept(next.from(), last.to()),
                                new Added(" "),
                                new Kept(first.from(), first.to())));
            }
        }

        /// The last word or mark of the line before; a mark may have been displaced.
        private String before(int line) {
            int i = line - 1;
            while (i >= 0 && units.get(i).isEmpty()) {
                i--;
            }
            if (i < 0) {
                return "";
            }
            var first = units.get(i).getFirst();
            int mark = ".،:".indexOf(text.charAt(first.from()));
            return mark >= 0
                    ? text.substring(first.from(), first.from() + 1)
                    : lastWord(units.get(i).getLast().to());
        }

        private String lastWordBefore(int line) {
            for (int i = line - 1; i >= 0; i--) {
                for (var unit : units.get(i).reversed()) {
                    if (unit.kind() == Kind.WORD) {
                        return word(unit);
                    }
                }
            }
            return "";
        }

        private String word(Unit unit) {
            return BareWord.of(text.substring(unit.from(), unit.to()));
        }

        private boolean isFullStop(Unit unit) {
            return text.substring(unit.from(), unit.to()).equals(".");
        }

        /// The likeliest stretches of reversed lines (Viterbi 1967, two states).
        private boolean[] stretches(double[] gains) {
            int n = gains.length;
            var cameFromReversed = new boolean[n + 1][2];
            double inOrder = 0;
            double inReverse = -STRETCH_BEGINS_OR_ENDS;
            for (int i = 0; i < n; i++) {
                double told =
                        gains[i] == 0
                                ? -TOLD_BY_NO_LINE
                                : Math.clamp(
                                        gains[i] + EXPECTED_LOSS,
                                        -MOST_TOLD_BY_ONE_LINE,
                                        MOST_TOLD_BY_ONE_LINE);
                double nextInOrder = Math.max(inOrder, inReverse - STRETCH_BEGINS_OR_ENDS);
                cameFromReversed[i + 1][0] = inReverse - STRETCH_BEGINS_OR_ENDS > inOrder;
                cameFromReversed[i + 1][1] = inReverse >= inOrder - STRETCH_BEGINS_OR_ENDS;
                inReverse = Math.max(inReverse, inOrder - STRETCH_BEGINS_OR_ENDS) + told;
                inOrder = nextInOrder;
            }
            var reversed = new boolean[n];
            boolean isReversed = inReverse - STRETCH_BEGINS_OR_ENDS > inOrder;
            for (int i = n - 1; i >= 0; i--) {
                reversed[i] = isReversed;
                isReversed = cameFromReversed[i + 1][isReversed ? 1 : 0];
            }
            return reversed;
        }

        private Reading inReverse(List<Unit> line) {
            return RunOrder.reversed(text, line, model, replaced, Runs.REVERSED, "", "");
        }

        private double forward(List<Unit> line) {
            return RunOrder.forward(text, line, model, "", "").score();
        }

        private void flag(Reading reading, Edits edits) {
            edits.flag(reading.from(), reading.to(), Flag.Reason.UNCERTAIN_ORDER);
        }

        private void put(Reading reading, Edits edits) {
            if (reading.pieces().size() > 1) {
                // The gap that a last line begins with tells it from a full one.
                edits.rearrange(reading.from(), reading.to(), pieces(text, reading));
            }
        }

        private void offer(Reading reading, Edits edits) {
            edits.offer(
                    reading.from(),
                    reading.to(),
                    reading.pieces().size() > 1 ? pieces(text, reading) : List.of(),
                    Flag.Reason.UNCERTAIN_ORDER);
        }

        private List<Unit> unitsOf(Line line) {
            if (line.end() - line.start() > LONGEST_LINE) {
                return List.of();
            }
            var found = LineUnits.of(text, line.start(), line.end());
            return found.size() > RunOrder.LONGEST ? List.of() : found;
        }

        private void learn(List<Unit> line) {
            var run = new ArrayList<String>();
            for (var unit : line) {
                if (unit.kind() != Kind.WORD || unit.gapBefore() > 1) {
                    learnInside(run);
                }
                if (unit.kind() == Kind.WORD) {
                    var word = BareWord.of(text.substring(unit.from(), unit.to()));
                    model.see(word);
                    lenient.see(word);
                    run.add(word);
                }
            }
            learnInside(run);
        }

        // The first and last word of a run may be halves.
        private void learnInside(List<String> run) {
            if (run.size() > 2) {
                var inside = List.copyOf(run.subList(1, run.size() - 1));
                model.learn(inside);
                lenient.learn(inside);
            }
            run.clear();
        }
    }

    private static boolean hasInnerRuns(List<Unit> units) {
        if (units.size() < 4) {
            return false;
        }
        for (int i = 1; i < units.size() - 1; i++) {
            var kind = units.get(i).kind();
            if (kind == Kind.MARKS || kind == Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    private static List<Unit> withoutEdgeMarks(List<Unit> line) {
        int from = 0;
        int to = line.size();
        while (from < to && isMark(line.get(from))) {
            from++;
        }
        while (to > from && isMark(line.get(to - 1))) {
            to--;
        }
        return line.subList(from, to);
    }

    private static boolean beginsWithGluedMark(List<Unit> line) {
        return line.size() > 1
                && isMark(line.getFirst())
                && line.get(1).kind() == Kind.WORD
                && line.get(1).gapBefore() == 0;
    }

    private static boolean isMark(Unit unit) {
        return unit.kind() == Kind.MARKS || unit.kind() == Kind.ARABIC_MARK;
    }

    private static List<Piece> pieces(String text, Reading reading) {
        var pieces = new ArrayList<Piece>();
        RunOrder.Piece before = null;
        for (var piece : reading.pieces()) {
            if (before == null ? piece.spaced() : isSpaced(text, before, piece)) {
                pieces.add(new Added(" "));
            }
            pieces.add(new Kept(piece.from(), piece.to()));
            before = piece;
        }
        return pieces;
    }

    private static boolean isSpaced(String text, RunOrder.Piece first, RunOrder.Piece second) {
        char before = text.charAt(first.to() - 1);
        char after = text.charAt(second.from());
        if (before == '"' || after == '"') {
            // What follows a quotation mark in its own run follows it in the reading too.
            int quote = before == '"' ? first.to() - 1 : second.from();
            boolean closes = quote + 1 == text.length() || !isLetter(text.charAt(quote + 1));
            return closes == (before == '"');
        }
        if (isDash(before) && isInitial(text, second.from())
                || isDash(after) && isInitial(text, first.to() - 1)) {
            return false;
        }
        if (isDash(before) || isDash(after)) {
            return isDashSpaced(text, isDash(before) ? first : second);
        }
        // The gaps beside a mark were turned round with it, so they say nothing.
        if (".:!؟،؛)]»".indexOf(after) >= 0 || "([«".indexOf(before) >= 0) {
            return false;
        }
        if (Letters.isArabic(before) && "([«".indexOf(after) >= 0) {
            return true;
        }
        return Letters.isArabic(after)
                        && (".:!؟،؛)]»".indexOf(before) >= 0 || isOfOtherScript(before))
                || Letters.isArabic(before) && isOfOtherScript(after)
                || second.spaced();
    }

    /// A dash with a gap on one side had one on the other, but for initials.
    private static boolean isDashSpaced(String text, RunOrder.Piece dash) {
        return isGap(text, dash.from() - 1, -1) || isGap(text, dash.to(), 1);
    }

    /// Whether there is a space, and something beyond it in the line.
    private static boolean isGap(String text, int at, int step) {
        int beyond = at;
        while (beyond >= 0 && beyond < text.length() && Letters.isSpace(text.charAt(beyond))) {
            beyond += step;
        }
        return beyond != at && beyond >= 0 && beyond < text.length() && text.charAt(beyond) != '\n';
    }

    private static boolean isInitial(String text, int at) {
        return Letters.isWordPart(text.charAt(at))
                && text.charAt(at) != 'و'
                && (at == 0 || !isLetter(text.charAt(at - 1)))
                && (at + 1 == text.length() || !isLetter(text.charAt(at + 1)));
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—';
    }

    private static boolean isOfOtherScript(char c) {
        return Letters.isDigit(c) || Letters.isLatin(c);
    }

    private static boolean isLetter(char c) {
        return Letters.isWordPart(c) || Letters.isDigit(c) || Letters.isLatin(c);
    }
}
