package org.bargardan.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// What two lists have in common in the same order: which place of the old one each place of the
/// new one continues.
///
/// - **Input**: two lists of symbols; equal symbols are equal things.
/// - **Output**: for each place of the new list a place of the old one that holds the same symbol,
///   or −1; the places found rise.
/// - **Method**: what both begin and end with; between them the symbols that each list holds once,
///   as many as rise together; then the same again between any two of these. A symbol that comes
///   again and again, such as a line of stars, so belongs to whatever stands around it. Where no
///   symbol is single, its first, second … occurrences are taken for things of their own.
/// - **Bound**: every step orders a window in n log n and leaves smaller ones; the memory is a few
///   numbers for each place.
/// - **Source**: Bram Cohen's patience diff, after Szymanski 1975. Stateless, thread-safe.
final class CommonSequence {

    static final int NONE = -1;

    private final int[] old;
    private final int[] now;
    private final int[] oldOf;
    private final ArrayDeque<Window> waiting = new ArrayDeque<>();

    private CommonSequence(int[] old, int[] now) {
        this.old = old;
        this.now = now;
        oldOf = new int[now.length];
        Arrays.fill(oldOf, NONE);
    }

    static int[] between(int[] old, int[] now) {
        var sequence = new CommonSequence(old, now);
        sequence.waiting.push(new Window(0, old.length, 0, now.length));
        while (!sequence.waiting.isEmpty()) {
            sequence.look(sequence.waiting.pop());
        }
        return sequence.oldOf;
    }

    /// From a place to before another, in both lists.
    private record Window(int oldFrom, int oldTo, int nowFrom, int nowTo) {

        boolean isEmpty() {
            return oldFrom >= oldTo || nowFrom >= nowTo;
        }
    }

    private void look(Window whole) {
        var window = withoutEnds(whole);
        if (window.isEmpty()) {
            return;
        }
        var single = pairs(window, true);
        boolean hasSingle = !single.isEmpty();
        var pairs = hasSingle ? single : pairs(window, false);
        int[] olds = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        int oldFrom = window.oldFrom;
        int nowFrom = window.nowFrom;
        for (int place : RisingSequence.of(olds)) {
            int[] pair = pairs.get(place);
            oldOf[pair[1]] = pair[0];
            if (hasSingle) {
                waiting.push(new Window(oldFrom, pair[0], nowFrom, pair[1]));
            }
            oldFrom = pair[0] + 1;
            nowFrom = pair[1] + 1;
        }
        if (hasSingle) {
            waiting.push(new Window(oldFrom, window.oldTo, nowFrom, window.nowTo));
        }
    }

    private Window withoutEnds(Window window) {
        int oldFrom = window.oldFrom;
        int nowFrom = window.nowFrom;
        int oldTo = window.oldTo;
        int nowTo = window.nowTo;
        while (oldFrom < oldTo && nowFrom < nowTo && old[oldFrom] == now[nowFrom]) {
            oldOf[nowFrom++] = oldFrom++;
        }
        while (oldFrom < oldTo && nowFrom < nowTo && old[oldTo - 1] == now[nowTo - 1]) {
            oldOf[--nowTo] = --oldTo;
        }
        return new Window(oldFrom, oldTo, nowFrom, nowTo);
    }

    /// Old and new place of the symbols that stand once in both, or of the first, second …
    /// occurrence of every symbol, in the order of the new list.
    private List<int[]> pairs(Window window, boolean single) {
        var places = new HashMap<Integer, List<Integer>>();
        for (int i = window.oldFrom; i < window.oldTo; i++) {
            places.computeIfAbsent(old[i], symbol -> new ArrayList<>(1)).add(i);
        }
        var counts = new HashMap<Integer, Integer>();
        for (int j = window.nowFrom; j < window.nowTo; j++) {
            counts.merge(now[j], 1, Integer::sum);
        }
        var met = new HashMap<Integer, Integer>();
        var pairs = new ArrayList<int[]>();
        for (int j = window.nowFrom; j < window.nowTo; j++) {
            var there = places.getOrDefault(now[j], List.of());
            int occurrence = met.merge(now[j], 1, Integer::sum) - 1;
            boolean isSingle = there.size() == 1 && counts.getOrDefault(now[j], 0) == 1;
            if (single ? isSingle : occurrence < there.size()) {
                pairs.add(new int[] {there.get(occurrence), j});
            }
        }
        return pairs;
    }
}
