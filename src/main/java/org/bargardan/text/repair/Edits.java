package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;

/// What one rule changes in a [Draft]: ranges in UTF-16 code units, in order, without overlaps.
public final class Edits {

    private final List<Change> changes = new ArrayList<>();
    private final List<FlaggedRange> flags = new ArrayList<>();
    private int end;

    public void replace(int from, int to, String replacement) {
        add(from, to, List.of(new Added(replacement)));
    }

    public void delete(int from, int to) {
        add(from, to, List.of());
    }

    public void insert(int at, String text) {
        replace(at, at, text);
    }

    /// Puts pieces of the range in another order, and words of its own between them. What no piece
    /// holds is deleted.
    public void rearrange(int from, int to, List<Piece> pieces) {
        add(from, to, pieces);
    }

    public void flag(int from, int to, Flag.Reason reason) {
        flags.add(new FlaggedRange(from, to, reason, List.of()));
    }

    /// Flags a range and offers what would stand in its place, changing nothing.
    public void offer(int from, int to, List<Piece> offer, Flag.Reason reason) {
        flags.add(new FlaggedRange(from, to, reason, List.copyOf(offer)));
    }

    List<Change> changes() {
        return changes;
    }

    List<FlaggedRange> flags() {
        return flags;
    }

    private void add(int from, int to, List<Piece> pieces) {
        if (from < end || to < from) {
            throw new IllegalArgumentException(
                    "%d to %d after a change up to %d".formatted(from, to, end));
        }
        changes.add(new Change(from, to, pieces));
        end = to;
    }

    /// Something that stands in place of a range.
    public sealed interface Piece {}

    /// A part of the draft that stays or moves.
    public record Kept(int from, int to) implements Piece {}

    /// Text that was not there.
    public record Added(String text) implements Piece {}

    record Change(int from, int to, List<Piece> pieces) {

        boolean movesSomething() {
            return pieces.stream().anyMatch(Kept.class::isInstance);
        }

        /// How much longer the text is by it.
        int growth() {
            int growth = from - to;
            for (var piece : pieces) {
                growth +=
                        switch (piece) {
                            case Kept kept -> kept.to() - kept.from();
                            case Added added -> added.text().length();
                        };
            }
            return growth;
        }
    }

    /// @param offer what may stand there instead, empty if nothing is known
    record FlaggedRange(int from, int to, Flag.Reason reason, List<Piece> offer) {

        String offerIn(String text) {
            var offered = new StringBuilder();
            for (var piece : offer) {
                switch (piece) {
                    case Kept kept -> offered.append(text, kept.from(), kept.to());
                    case Added added -> offered.append(added.text());
                }
            }
            return offered.toString();
        }
    }
}
