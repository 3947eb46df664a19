package org.bargardan.document;

import java.util.Arrays;

/// The longest part of a list of numbers that rises, read from left to right.
///
/// - **Input**: numbers in any order, no two of them equal.
/// - **Output**: the places of that part, rising; of several as long, one and always the same.
/// - **Source**: Fredman 1975, "On computing the length of longest increasing subsequences"; n log
///   n steps. Stateless, thread-safe.
final class RisingSequence {

    private RisingSequence() {}

    static int[] of(long[] numbers) {
        int[] lastOfLength = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[lastOfLength[middle]] < numbers[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : lastOfLength[low - 1];
            lastOfLength[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] places = new int[length];
        int place = length == 0 ? -1 : lastOfLength[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            places[i] = place;
            place = before[place];
        }
        return places;
    }

    static int[] of(int[] numbers) {
        return of(Arrays.stream(numbers).asLongStream().toArray());
    }
}
