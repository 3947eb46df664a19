package org.bargardan.document;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/// Finds positions for rows in a new order such that as few as possible of those that have one must
/// move.
final class SparsePositions {

    /// Stands for a row that has no position yet.
    static final long NONE = -1;

    private SparsePositions() {}

    /// Rising positions, one for each row.
    ///
    /// @param current what each row has now, in the new order; no two are equal, but for [#NONE]
    /// @param taken positions of rows that stay where they are and are not among these
    static long[] of(long[] current, Set<Long> taken) {
        int[] rows =
                IntStream.range(0, current.length).filter(row -> current[row] != NONE).toArray();
        int[] staying =
                Arrays.stream(
                                RisingSequence.of(
                                        Arrays.stream(rows)
                                                .mapToLong(row -> current[row])
                                                .toArray()))
                        .map(place -> rows[place])
                        .toArray();
        long[] positions = new long[current.length];
        int from = 0;
        long low = 0;
        for (int stays : staying) {
            if (!fill(positions, from, stays, low, current[stays], taken)) {
                return beyond(current, taken);
            }
            low = current[stays];
            positions[stays] = low;
            from = stays + 1;
        }
        long end = low + DocumentCreation.GAP * (positions.length - from + 1L);
        return fill(positions, from, positions.length, low, end, taken)
                ? positions
                : beyond(current, taken);
    }

    /// False if there is no room.
    private static boolean fill(
            long[] positions, int from, int to, long low, long high, Set<Long> taken) {
        long step = (high - low) / (to - from + 1);
        long last = low;
        for (int row = from; row < to; row++) {
            long position = Math.max(low + step * (row - from + 1), last + 1);
            while (taken.contains(position)) {
                position++;
            }
            if (position >= high) {
                return false;
            }
            positions[row] = position;
            last = position;
        }
        return true;
    }

    private static long[] beyond(long[] current, Set<Long> taken) {
        long last = Arrays.stream(current).max().orElse(0);
        for (long position : taken) {
            last = Math.max(last, position);
        }
        long start = Math.max(0, last);
        long[] positions = new long[current.length];
        for (int row = 0; row < positions.length; row++) {
            positions[row] = start + DocumentCreation.GAP * (row + 1L);
        }
        return positions;
    }
}
