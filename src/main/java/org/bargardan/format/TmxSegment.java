package org.bargardan.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bargardan.format.TmxCode.Kind;
import org.jspecify.annotations.Nullable;

/// Gathers the text and the codes of one `seg` from its elements.
///
/// - **Codes**: `bpt`, `ept` and `it` open and close, `ph` and `ut` stand alone; their content is
///   the label, that of a `sub` in them too, which is no part of the sentence.
/// - **Spans**: `hi` and elements that TMX does not know leave their text where it is, between two
///   codes.
/// - **Ids**: `x` where there is one; others get the lowest that is free.
final class TmxSegment {

    private static final Set<String> OF_XLIFF_ALONE = Set.of("x", "bx", "ex");
    private static final Set<String> SPANS = Set.of("hi", "sub");

    private final StringBuilder text = new StringBuilder();
    private final List<Draft> drafts = new ArrayList<>();
    private final Deque<Draft> spans = new ArrayDeque<>();
    private final Map<String, Deque<Draft>> begun = new HashMap<>();
    private int codePoints;
    private int insideCode;
    private @Nullable Draft code;
    private @Nullable String unknown;

    /// A code whose id is not settled.
    private static final class Draft {

        private final int at;
        private final @Nullable Integer x;
        private final @Nullable Draft partner;
        private final StringBuilder label = new StringBuilder();
        private Kind kind;
        private int id;

        Draft(int at, Kind kind, @Nullable Integer x, @Nullable Draft partner) {
            this.at = at;
            this.kind = kind;
            this.x = x;
            this.partner = partner;
        }
    }

    /// Reads attributes of the element at hand.
    @FunctionalInterface
    interface Attributes {
        @Nullable String get(String name);
    }

    void begin(String element, Attributes attributes) {
        if (insideCode > 0) {
            insideCode++;
            return;
        }
        switch (element) {
            case "bpt" -> {
                code = add(Kind.OPEN, number(attributes.get("x")), null);
                begun.computeIfAbsent(key(attributes), i -> new ArrayDeque<>()).push(code);
                insideCode = 1;
            }
            case "ept" -> {
                var waiting = begun.getOrDefault(key(attributes), new ArrayDeque<>());
                code = add(Kind.CLOSE, null, waiting.poll());
                insideCode = 1;
            }
            case "it" -> {
                boolean ends = "end".equals(attributes.get("pos"));
                code = add(ends ? Kind.CLOSE : Kind.OPEN, number(attributes.get("x")), null);
                insideCode = 1;
            }
            case "ph", "ut" -> {
                code = add(Kind.ALONE, number(attributes.get("x")), null);
                insideCode = 1;
            }
            default -> span(element, attributes);
        }
    }

    private void span(String element, Attributes attributes) {
        if (!SPANS.contains(element)) {
            unknown = unknown == null ? element : unknown;
        }
        var opening = add(Kind.OPEN, number(attributes.get("x")), null);
        var type = attributes.get("type");
        opening.label.append(type == null ? element : type);
        spans.push(opening);
    }

    void end(String element) {
        if (insideCode > 0) {
            insideCode--;
            return;
        }
        Draft opening = spans.poll();
        if (opening == null) {
            return;
        }
        boolean empty = drafts.getLast() == opening && opening.at == codePoints;
        if (empty || OF_XLIFF_ALONE.contains(element)) {
            opening.kind = Kind.ALONE;
        } else {
            add(Kind.CLOSE, null, opening).label.append(opening.label);
        }
    }

    void characters(String more) {
        if (insideCode > 0 && code != null) {
            code.label.append(more);
        } else {
            text.append(more);
            codePoints += more.codePointCount(0, more.length());
        }
    }

    /// An element that no TMX has, if there was one.
    Optional<String> unknownElement() {
        return Optional.ofNullable(unknown);
    }

    int length() {
        return codePoints;
    }

    TmxVariant variant(String lang) {
        Set<Integer> taken = new HashSet<>();
        drafts.stream().filter(draft -> draft.x != null).forEach(draft -> taken.add(draft.x));
        int free = 1;
        var codes = new ArrayList<TmxCode>();
        for (Draft draft : drafts) {
            if (draft.partner != null) {
                draft.id = draft.partner.id;
            } else if (draft.x != null) {
                draft.id = draft.x;
            } else {
                while (!taken.add(free)) {
                    free++;
                }
                draft.id = free;
            }
            codes.add(new TmxCode(draft.at, draft.id, draft.kind, draft.label.toString()));
        }
        return new TmxVariant(lang, text.toString(), codes);
    }

    private Draft add(Kind kind, @Nullable Integer x, @Nullable Draft partner) {
        var draft = new Draft(codePoints, kind, x, partner);
        drafts.add(draft);
        return draft;
    }

    private static String key(Attributes attributes) {
        var i = attributes.get("i");
        return i == null ? "" : i;
    }

    private static @Nullable Integer number(@Nullable String x) {
        return x != null && x.matches("[0-9]{1,9}") ? Integer.valueOf(x) : null;
    }
}
