package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.Edits.Added;
import org.bargardan.text.repair.Edits.Change;
import org.bargardan.text.repair.Edits.Kept;

/// Where every character of a text under repair came from, so that the work of all rules can be
/// told as changes of the original.
///
/// A rule's changes are ranges of the text as the rules before it left it. Each character carries
/// its place in the original, or that it was put in; each character of the original carries the
/// rules that took it away. At the end the longest sequence of characters that still stand in their
/// old order is what was kept (heaviest increasing subsequence over runs, Fredman 1975 with
/// weights), and everything between is an edit. So a line whose pieces were put in order keeps its
/// longest piece, and the others are shown as moved.
final class Provenance {

    private static final int PUT_IN = -1;

    private final String original;
    private final long[] removedBy;
    private final long[] movedBy;
    private String text;
    private int[] origin;
    private long[] putInBy;

    Provenance(String original) {
        this.original = original;
        this.text = original;
        this.removedBy = new long[original.length()];
        this.movedBy = new long[original.length()];
        this.putInBy = new long[original.length()];
        this.origin = new int[original.length()];
        Arrays.setAll(origin, i -> i);
    }

    String text() {
        return text;
    }

    /// @param rule a bit of its own, under which the changes are remembered
    void apply(List<Change> changes, long rule) {
        if (changes.isEmpty()) {
            return;
        }
        int length = text.length();
        for (var change : changes) {
            length += change.growth();
        }
        var target = new Target(length);
        int at = 0;
        for (var change : changes) {
            target.keep(at, change.from());
            mark(change.from(), change.to(), rule, removedBy);
            var stayed = stayed(change);
            for (var piece : change.pieces()) {
                switch (piece) {
                    case Kept kept -> {
                        if (!stayed.contains(kept)) {
                            mark(kept.from(), kept.to(), rule, movedBy);
                        }
                        target.keep(kept.from(), kept.to());
                    }
                    case Added added -> target.put(added.text(), rule);
                }
            }
            at = change.to();
        }
        target.keep(at, text.length());
        text = new String(target.characters);
        origin = target.origin;
        putInBy = target.putInBy;
    }

    /// The smallest range of the original that holds all of these characters; where there are none
    /// of it, the place between its neighbours.
    int[] span(int from, int to) {
        int low = Integer.MAX_VALUE;
        int high = -1;
        for (int i = from; i < to; i++) {
            if (origin[i] != PUT_IN) {
                low = Math.min(low, origin[i]);
                high = Math.max(high, origin[i] + 1);
            }
        }
        if (high >= 0) {
            return new int[] {low, high};
        }
        for (int i = from - 1; i >= 0; i--) {
            if (origin[i] != PUT_IN) {
                return new int[] {origin[i] + 1, origin[i] + 1};
            }
        }
        return new int[] {0, 0};
    }

    /// The part of the original that a range stands for, with what was replaced at its edges.
    int[] wholeSpan(int from, int to) {
        int[] span = span(from, to);
        if (from < to && origin[from] == PUT_IN) {
            int before = from;
            while (before > 0 && origin[before - 1] == PUT_IN) {
                before--;
            }
            int low = before == 0 ? 0 : origin[before - 1] + 1;
            span[0] = isOneLine(low, span[0]) ? low : span[0];
        }
        if (from < to && origin[to - 1] == PUT_IN) {
            int after = to;
            while (after < text.length() && origin[after] == PUT_IN) {
                after++;
            }
            int high = after == text.length() ? original.length() : origin[after];
            span[1] = isOneLine(span[1], high) ? high : span[1];
        }
        return span;
    }

    private boolean isOneLine(int from, int to) {
        return from <= to && original.substring(from, to).indexOf('\n') < 0;
    }

    List<RepairEdit> edits(List<String> ruleNames) {
        var kept = inOldOrder();
        var alive = new BitSet(original.length());
        for (int place : origin) {
            if (place != PUT_IN) {
                alive.set(place);
            }
        }
        var edits = new ArrayList<RepairEdit>();
        int oldAt = 0;
        int newAt = 0;
        for (int i = kept.nextSetBit(0); ; i = kept.nextSetBit(i + 1)) {
            int oldEnd = i < 0 ? original.length() : origin[i];
            int newEnd = i < 0 ? text.length() : i;
            if (oldAt < oldEnd || newAt < newEnd) {
                edits.add(edit(oldAt, oldEnd, newAt, newEnd, alive, ruleNames));
            }
            if (i < 0) {
                return edits;
            }
            oldAt = oldEnd + 1;
            newAt = newEnd + 1;
        }
    }

    private RepairEdit edit(
            int oldAt, int oldEnd, int newAt, int newEnd, BitSet alive, List<String> ruleNames) {
        long rules = 0;
        for (int i = oldAt; i < oldEnd; i++) {
            rules |= alive.get(i) ? movedBy[i] : removedBy[i];
        }
        for (int i = newAt; i < newEnd; i++) {
            rules |= origin[i] == PUT_IN ? putInBy[i] : movedBy[origin[i]];
        }
        var names = new ArrayList<String>();
        for (int bit = 0; bit < ruleNames.size(); bit++) {
            if ((rules & 1L << bit) != 0) {
                names.add(ruleNames.get(bit));
            }
        }
        return new RepairEdit(
                oldAt, original.substring(oldAt, oldEnd), text.substring(newAt, newEnd), names);
    }

    /// The heaviest pieces of a change that still stand in order: the others moved past them.
    private static Set<Kept> stayed(Change change) {
        var kept = new ArrayList<Run>(0);
        for (var piece : change.pieces()) {
            if (piece instanceof Kept part && part.from() < part.to()) {
                kept.add(new Run(kept.size(), part.from(), part.to() - part.from()));
            }
        }
        if (kept.isEmpty()) {
            return Set.of();
        }
        var stayed = new HashSet<Kept>();
        for (var run : heaviestInOrder(kept)) {
            stayed.add(new Kept(run.origin, run.origin + run.length));
        }
        return stayed;
    }

    // Whether something was removed or moved at all is known only at the end.
    private void mark(int from, int to, long rule, long[] marks) {
        for (int i = from; i < to; i++) {
            if (origin[i] != PUT_IN) {
                marks[origin[i]] |= rule;
            }
        }
    }

    private BitSet inOldOrder() {
        var runs = runs();
        var kept = new BitSet(text.length());
        for (var run : heaviestInOrder(runs)) {
            kept.set(run.at, run.at + run.length);
        }
        return kept;
    }

    private List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < origin.length; ) {
            int start = i++;
            if (origin[start] == PUT_IN) {
                continue;
            }
            while (i < origin.length && origin[i] == origin[i - 1] + 1) {
                i++;
            }
            runs.add(new Run(start, origin[start], i - start));
        }
        return runs;
    }

    /// Fenwick tree of prefix maxima over the runs' places in the original.
    private static List<Run> heaviestInOrder(List<Run> runs) {
        if (isInOrder(runs)) {
            return runs;
        }
        int n = runs.size();
        var byOrigin = new Integer[n];
        Arrays.setAll(byOrigin, i -> i);
        Arrays.sort(byOrigin, (a, b) -> Integer.compare(runs.get(a).origin, runs.get(b).origin));
        var rank = new int[n];
        for (int i = 0; i < n; i++) {
            rank[byOrigin[i]] = i + 1;
        }
        var weight = new long[n];
        var before = new int[n];
        var best = new int[n + 1];
        Arrays.fill(best, -1);
        int heaviest = -1;
        for (int i = 0; i < n; i++) {
            int previous = -1;
            for (int r = rank[i] - 1; r > 0; r -= r & -r) {
                if (best[r] >= 0 && (previous < 0 || weight[best[r]] > weight[previous])) {
                    previous = best[r];
                }
            }
            before[i] = previous;
            weight[i] = runs.get(i).length + (previous < 0 ? 0 : weight[previous]);
            for (int r = rank[i]; r <= n; r += r & -r) {
                if (best[r] < 0 || weight[i] > weight[best[r]]) {
                    best[r] = i;
                }
            }
            if (heaviest < 0 || weight[i] > weight[heaviest]) {
                heaviest = i;
            }
        }
        var chosen = new ArrayList<Run>();
        for (int i = heaviest; i >= 0; i = before[i]) {
            chosen.add(runs.get(i));
        }
        return chosen;
    }

    private static boolean isInOrder(List<Run> runs) {
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i).origin < runs.get(i - 1).origin) {
                return false;
            }
        }
        return true;
    }

    private record Run(int at, int origin, int length) {}

    private final class Target {

        private final char[] characters;
        private final int[] origin;
        private final long[] putInBy;
        private int length;

        Target(int length) {
            characters = new char[length];
            origin = new int[length];
            putInBy = new long[length];
        }

        void keep(int from, int to) {
            text.getChars(from, to, characters, length);
            System.arraycopy(Provenance.this.origin, from, origin, length, to - from);
            System.arraycopy(Provenance.this.putInBy, from, putInBy, length, to - from);
            length += to - from;
        }

        void put(String added, long rule) {
            added.getChars(0, added.length(), characters, length);
            Arrays.fill(origin, length, length + added.length(), PUT_IN);
            Arrays.fill(putInBy, length, length + added.length(), rule);
            length += added.length();
        }
    }
}
