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

/// Lines whose pieces were written from left to right, as a renderer without right-to-left text
/// shows them.
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
                                    "من در سال ١٩٣٥ این کتاب را خواندم .")));

    private static final int LINES_TRIED = 150;
    private static final int LONGEST_LINE = 300;
    private static final double MOSTLY_REVERSED = 0.3;

    /// How much likelier a reading must be than the line as it stands, in natural logarithms.
    private static final double MARGIN_WHERE_MOST_ARE = -3;

    private static final double MARGIN_WHERE_FEW_ARE = 10;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return Evidence.share(1, 1, 0.01, "", "");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var model = new WordModel(draft.lexicon());
        learn(draft, model);
        double share = shareReversed(draft, model);
        double margin = share >= MOSTLY_REVERSED ? MARGIN_WHERE_MOST_ARE : MARGIN_WHERE_FEW_ARE;
        for (var line : draft.lines()) {
            var units = unitsOf(draft, line);
            if (units.size() < 2 || units.size() > RunOrder.LONGEST) {
                continue;
            }
            var forward = RunOrder.forward(draft.text(), units, model);
            var reversed = RunOrder.reversed(draft.text(), units, model);
            if (System.getProperty("dbg") != null) {
                System.err.printf("%.1f %.1f %d%n   %s%n   ", forward.score(), reversed.score(), reversed.unknown(), draft.text(line));
                for (var p : reversed.pieces()) System.err.print((p.joined() ? "+" : p.spaced() ? " | " : "|") + draft.text().substring(p.from(), p.to()));
                System.err.println();
            }
            if (reversed.pieces().size() > 1 && reversed.score() > forward.score() + margin) {
                edits.rearrange(line.start(), line.end(), pieces(reversed));
            }
        }
    }

    private static double shareReversed(Draft draft, WordModel model) {
        int tried = 0;
        int better = 0;
        for (var line : draft.lines()) {
            var units = unitsOf(draft, line);
            if (!hasInnerRuns(units)) {
                continue;
            }
            var forward = RunOrder.forward(draft.text(), units, model);
            var reversed = RunOrder.reversed(draft.text(), units, model);
            tried++;
            if (reversed.score() > forward.score() + 2) {
                better++;
            }
            if (tried == LINES_TRIED) {
                break;
            }
        }
        return tried == 0 ? 0 : (double) better / tried;
    }

    private static boolean hasInnerRuns(List<Unit> units) {
        if (units.size() < 4 || units.size() > RunOrder.LONGEST) {
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

    private static void learn(Draft draft, WordModel model) {
        var run = new ArrayList<String>();
        for (var line : draft.lines()) {
            for (var unit : LineUnits.of(draft.text(), line.start(), line.end())) {
                boolean goesOn = unit.kind() == Kind.WORD && unit.gapBefore() < 2;
                if (!goesOn) {
                    learnInside(run, model);
                }
                if (unit.kind() == Kind.WORD) {
                    run.add(Words.bare(draft.text().substring(unit.from(), unit.to())));
                }
            }
            learnInside(run, model);
        }
    }

    // The first and last word of a run may be halves.
    private static void learnInside(List<String> run, WordModel model) {
        if (run.size() > 2) {
            model.learn(List.copyOf(run.subList(1, run.size() - 1)));
        }
        run.clear();
    }

    private static List<Unit> unitsOf(Draft draft, Line line) {
        return line.end() - line.start() > LONGEST_LINE
                ? List.of()
                : LineUnits.of(draft.text(), line.start(), line.end());
    }

    private static List<Piece> pieces(RunOrder.Reading reading) {
        var pieces = new ArrayList<Piece>();
        for (var piece : reading.pieces()) {
            if (piece.spaced()) {
                pieces.add(new Added(" "));
            }
            pieces.add(new Kept(piece.from(), piece.to()));
        }
        return pieces;
    }
}
