package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparsePositionsTest {

    private static final long NEW = SparsePositions.NONE;

    @Test
    void rowsInOrderStayWhereTheyAre() {
        assertThat(SparsePositions.of(new long[] {10, 20, 30}, Set.of()))
                .containsExactly(10, 20, 30);
    }

    @Test
    void aNewRowStandsBetweenItsNeighbours() {
        assertThat(SparsePositions.of(new long[] {10, NEW, 20}, Set.of()))
                .containsExactly(10, 15, 20);
        assertThat(SparsePositions.of(new long[] {10, NEW, 20}, Set.of(15L)))
                .containsExactly(10, 16, 20);
    }

    @Test
    void aMovedRowAloneMoves() {
        assertThat(SparsePositions.of(new long[] {20, 30, 10, 40}, Set.of()))
                .containsExactly(20, 30, 35, 40);
    }

    @Test
    void withoutRoomAllMoveBehindTheLast() {
        assertThat(SparsePositions.of(new long[] {1, NEW, 2}, Set.of(9L)))
                .containsExactly(
                        9 + DocumentCreation.GAP,
                        9 + 2 * DocumentCreation.GAP,
                        9 + 3 * DocumentCreation.GAP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderGetsRisingPositionsThatNobodyHolds(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            long[] distinct = random.longs(12, 1, 40).distinct().toArray();
            int split = random.nextInt(distinct.length + 1);
            var taken = new HashSet<Long>();
            Arrays.stream(distinct, split, distinct.length).forEach(taken::add);
            long[] current =
                    IntStream.range(0, split + random.nextInt(4))
                            .mapToLong(row -> row < split ? distinct[row] : NEW)
                            .toArray();
            long[] positions = SparsePositions.of(current, taken);
            assertThat(positions).as("seed %d", seed).hasSameSizeAs(current).isSorted();
            assertThat(positions).doesNotHaveDuplicates();
            assertThat(Arrays.stream(positions)).noneMatch(taken::contains);
            assertThat(Arrays.stream(positions)).allMatch(position -> position > 0);
        }
    }
}
