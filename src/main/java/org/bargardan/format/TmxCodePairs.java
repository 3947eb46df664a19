package org.bargardan.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the codes of one unit as TMX wants: `i` joins the two ends of a pair in a variant, `x`
/// joins likes across variants. Both count from 1; a code repeated in a variant gets an `x` of its
/// own.
final class TmxCodePairs {

    private final Map<Like, Integer> numbers = new HashMap<>();

    /// What a code is written as.
    sealed interface Element {

        /// `bpt`: the begin of a pair.
        record Begin(int i, int x) implements Element {}

        /// `ept`: the end of a pair.
        record End(int i) implements Element {}

        /// `it`: a begin without its end.
        record IsolatedBegin(int x) implements Element {}

        /// `it`: an end without its begin.
        record IsolatedEnd(int x) implements Element {}

        /// `ph`: no part of a pair.
        record Placeholder(int x) implements Element {}
    }

    private record Like(boolean span, int id, int occurrence) {}

    /// The elements of a variant's codes, in their order.
    List<Element> of(List<TmxCode> codes) {
        int[] partners = partners(codes);
        var occurrences = new HashMap<Like, Integer>();
        var elements = new ArrayList<Element>(codes.size());
        int pairs = 0;
        var pairNumbers = new int[codes.size()];
        for (int at = 0; at < codes.size(); at++) {
            TmxCode code = codes.get(at);
            int partner = partners[at];
            if (code.kind() == TmxCode.Kind.CLOSE && partner >= 0) {
                elements.add(new Element.End(pairNumbers[partner]));
                continue;
            }
            boolean span = code.kind() != TmxCode.Kind.ALONE;
            int occurrence = occurrences.merge(new Like(span, code.id(), 0), 1, Integer::sum);
            int x =
                    numbers.computeIfAbsent(
                            new Like(span, code.id(), occurrence), like -> numbers.size() + 1);
            elements.add(
                    switch (code.kind()) {
                        case ALONE -> new Element.Placeholder(x);
                        case CLOSE -> new Element.IsolatedEnd(x);
                        case OPEN -> {
                            if (partner < 0) {
                                yield new Element.IsolatedBegin(x);
                            }
                            pairNumbers[at] = ++pairs;
                            yield new Element.Begin(pairs, x);
                        }
                    });
        }
        return elements;
    }

    /// For each code the index of the other end of its pair, -1 where there is none.
    private static int[] partners(List<TmxCode> codes) {
        var partners = new int[codes.size()];
        var open = new HashMap<Integer, Deque<Integer>>();
        for (int at = 0; at < codes.size(); at++) {
            partners[at] = -1;
            TmxCode code = codes.get(at);
            Deque<Integer> waiting = open.computeIfAbsent(code.id(), id -> new ArrayDeque<>());
            if (code.kind() == TmxCode.Kind.OPEN) {
                waiting.push(at);
            } else if (code.kind() == TmxCode.Kind.CLOSE && !waiting.isEmpty()) {
                partners[at] = waiting.pop();
                partners[partners[at]] = at;
            }
        }
        return partners;
    }
}
