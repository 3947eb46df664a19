package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One text on its way through the rules.
///
/// What a rule leaves may be evidence for one before it: lines that are as full as the others only
/// when their words are mended, brackets that make pairs only when their lines are joined, lines
/// that are no verse without their stray marks. Then repairing the result would change it again. So
/// at the end the rules that were off are asked once more, and verse is looked for; where something
/// new is found, all rules work again.
final class RepairRun {

    /// Enough for all that was ever seen; rules that undo each other must not go on for ever.
    private static final int MOST_ROUNDS = 4;

    private final String original;
    private final boolean asksForEvidence;
    private final Refusals refusals;
    private final List<Step> steps;
    private final Provenance provenance;
    private final List<Flag> flags = new ArrayList<>();
    private Draft draft;

    RepairRun(Draft draft, List<RepairRule> rules, boolean asksForEvidence, Refusals refusals) {
        this.original = draft.text();
        this.asksForEvidence = asksForEvidence;
        this.refusals = refusals;
        this.steps =
                IntStream.range(0, rules.size()).mapToObj(i -> new Step(i, rules.get(i))).toList();
        this.provenance = new Provenance(original);
        this.draft = draft;
    }

    Repaired repaired() {
        steps.forEach(Step::work);
        for (int round = 1; round < MOST_ROUNDS && findsSomethingNew(); round++) {
            draft = draft.unseen();
            steps.forEach(Step::work);
        }
        var names = steps.stream().map(step -> step.rule.name()).toList();
        return new Repaired(
                original,
                provenance.text(),
                provenance.edits(names),
                flags.stream()
                        .sorted(Comparator.comparingInt(Flag::at))
                        .map(this::withFinishedOffer)
                        .toList(),
                steps.stream().map(Step::finding).toList());
    }

    /// With the later rules' work done to what is offered, which is one line.
    private Flag withFinishedOffer(Flag flag) {
        if (flag.offer().isEmpty()) {
            return flag;
        }
        var later =
                steps.stream()
                        .dropWhile(step -> !step.rule.name().equals(flag.rule()))
                        .skip(1)
                        .filter(step -> step.on && !RepairRules.seesSeveralLines(step.rule))
                        .map(step -> step.rule)
                        .toList();
        var run = new RepairRun(draft.another(flag.offer()), later, false, new Refusals(List.of()));
        return flag.offering(run.repaired().text().strip());
    }

    /// Whether a part of one line has no order that could be known, so that no guess is better.
    private boolean isScrambled(int from, int to) {
        return flags.stream()
                .anyMatch(flag ->
                        flag.reason() == Flag.Reason.SCRAMBLED_LINE
                                && flag.at() <= from
                                && to <= flag.end());
    }

    private boolean findsSomethingNew() {
        return draft.hasOtherVerseNow() || steps.stream().anyMatch(Step::isOnNow);
    }

    /// A rule with what it has found so far.
    private final class Step {

        private final long bit;
        private final RepairRule rule;
        private Evidence evidence = Evidence.none();
        private boolean on;

        /// What it found too little evidence in; absent where it found enough.
        private @Nullable Draft passed;

        Step(int place, RepairRule rule) {
            this.bit = 1L << place;
            this.rule = rule;
        }

        void work() {
            var found = rule.evidence(draft);
            boolean suffices = !asksForEvidence || found.suffices();
            passed = suffices ? null : draft;
            if (suffices || !on) {
                evidence = found;
                on = suffices;
            }
            if (suffices) {
                mend();
            }
        }

        private void mend() {
            var edits = new Edits();
            rule.mend(draft, edits);
            for (var flag : edits.flags()) {
                var span = provenance.wholeSpan(flag.from(), flag.to());
                var offer = flag.offerIn(draft.text());
                add(new Flag(span[0], span[1], rule.name(), flag.reason(), offer));
            }
            var changes = accepted(edits);
            if (!changes.isEmpty()) {
                provenance.apply(changes, bit);
                draft = draft.after(changes, provenance.text());
            }
        }

        // A later round sees a place that was joined to others; scrambled, a line has no guess.
        private void add(Flag flag) {
            if (flags.stream().noneMatch(other -> other.says(flag))) {
                flags.add(flag);
            }
        }

        private List<Edits.Change> accepted(Edits edits) {
            if (refusals.isEmpty() && flags.isEmpty()) {
                return edits.changes();
            }
            return edits.changes().stream().filter(this::isAccepted).toList();
        }

        private boolean isAccepted(Edits.Change change) {
            var span = provenance.span(change.from(), change.to());
            return !refusals.hold(rule.name(), span[0], span[1])
                    && !(change.movesSomething() && isScrambled(span[0], span[1]));
        }

        boolean isOnNow() {
            return !on && passed != draft && rule.evidence(draft).suffices();
        }

        Repaired.Finding finding() {
            return new Repaired.Finding(rule, evidence, on);
        }
    }
}
