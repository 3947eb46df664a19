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
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCode.Kind;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// The words of an Okapi unit with the codes beside them, and the way back.
///
/// - **Input**: a fragment as a filter left it.
/// - **Output**: text that neither begins nor ends with white space; codes counted from 1 in the
///   order in which they stand, an opening and its closing one under one number. The white space
///   that was around the text comes back with a target.
/// - A pair around the whole text, as a font that all of it has, is no matter of the translation:
///   it is no code of the content and comes back with each target. A link stays a code.
/// - The way back makes pairs of whatever a target holds: a code that closes across others closes
///   and opens those too, one that never closes does at the end, one that closes nothing is left
///   out.
final class OkapiText {

    private final OkapiMarkup markup;
    private final Map<Key, Code> codes = new HashMap<>();
    private final List<Key> order = new ArrayList<>();
    private final Set<Integer> pairs = new HashSet<>();
    private final List<Outer> around = new ArrayList<>();
    private final String before;
    private final String after;
    private final TaggedText content;

    /// A pair around all of the text.
    private record Outer(Code opening, Code closing) {}

    /// An opening and a closing code have one id.
    private record Key(int id, Kind kind) {}

    private OkapiText(TextFragment fragment, OkapiMarkup markup) {
        this.markup = markup;
        var text = new StringBuilder();
        var found = new ArrayList<InlineCode>();
        read(fragment, text, found);
        takeAround(found, text);
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        before = text.substring(0, start);
        after = text.substring(end);
        String inner = text.substring(start, end);
        int skipped = before.codePointCount(0, before.length());
        int length = inner.codePointCount(0, inner.length());
        content =
                new TaggedText(
                        inner,
                        found.stream()
                                .map(code ->
                                        new InlineCode(
                                                Math.clamp(code.at() - skipped, 0, length),
                                                code.id(),
                                                code.kind(),
                                                code.label()))
                                .toList());
    }

    static OkapiText of(TextFragment fragment, OkapiMarkup markup) {
        return new OkapiText(fragment, markup);
    }

    private void read(TextFragment fragment, StringBuilder text, List<InlineCode> found) {
        var open = new HashMap<Integer, Integer>();
        var labels = new HashMap<Integer, String>();
        String coded = fragment.getCodedText();
        int at = 0;
        int i = 0;
        while (i < coded.length()) {
            char c = coded.charAt(i++);
            if (!TextFragment.isMarker(c)) {
                text.append(c);
                at += Character.isLowSurrogate(c) ? 0 : 1;
                continue;
            }
            Code code = fragment.getCode(coded.charAt(i++));
            String characters = code.isMarkerMasking() ? code.getData() : markup.characters(code);
            if (!characters.isEmpty()) {
                text.append(characters);
                at += characters.codePointCount(0, characters.length());
                continue;
            }
            Kind kind = kind(code);
            int next = order.size() - pairs.size() + 1;
            @Nullable Integer opened = kind == Kind.CLOSE ? open.remove(code.getId()) : null;
            int id = opened != null ? opened : next;
            if (kind == Kind.OPEN) {
                open.put(code.getId(), id);
            } else if (opened != null) {
                pairs.add(id);
            }
            codes.put(new Key(id, kind), code);
            order.add(new Key(id, kind));
            String label =
                    kind == Kind.CLOSE && labels.containsKey(id)
                            ? labels.get(id)
                            : markup.label(code);
            labels.put(id, label);
            found.add(new InlineCode(at, id, kind, label));
        }
    }

    private void takeAround(List<InlineCode> found, CharSequence text) {
        while (found.size() > 1) {
            var first = new Key(found.getFirst().id(), Kind.OPEN);
            var last = new Key(found.getLast().id(), Kind.CLOSE);
            boolean isAround =
                    found.getFirst().kind() == Kind.OPEN
                            && found.getLast().kind() == Kind.CLOSE
                            && first.id == last.id
                            && !found.getFirst().label().equals("a")
                            && hasNoSign(text, 0, found.getFirst().at())
                            && hasNoSign(text, found.getLast().at(), Integer.MAX_VALUE);
            if (!isAround) {
                return;
            }
            around.add(new Outer(code(first), code(last)));
            found.removeFirst();
            found.removeLast();
            List.of(first, last)
                    .forEach(key -> {
                        codes.remove(key);
                        order.remove(key);
                    });
            pairs.remove(first.id);
        }
    }

    private static boolean hasNoSign(CharSequence text, int from, int to) {
        return text.codePoints()
                .skip(from)
                .limit((long) to - from)
                .allMatch(Character::isWhitespace);
    }

    /// How many pairs are around all of the text.
    int around() {
        return around.size();
    }

    private static Kind kind(Code code) {
        return switch (code.getTagType()) {
            case OPENING -> Kind.OPEN;
            case CLOSING -> Kind.CLOSE;
            case PLACEHOLDER -> Kind.ALONE;
        };
    }

    TaggedText content() {
        return content;
    }

    /// Whether there is anything to translate: a letter or a digit.
    boolean hasWords() {
        return content.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// In the order of the content's codes.
    List<CodeSource> sources() {
        return order.stream()
                .map(key ->
                        new CodeSource(
                                key.id,
                                key.kind,
                                code(key).getOuterData(),
                                markup.isDeletable(code(key)),
                                markup.isCopyable(code(key))))
                .toList();
    }

    /// The filter's own code behind one of the content's.
    Optional<Code> code(int id, Kind kind) {
        return Optional.ofNullable(codes.get(new Key(id, kind)));
    }

    private Code code(Key key) {
        Code code = codes.get(key);
        if (code == null) {
            throw new IllegalArgumentException("no code " + key);
        }
        return code;
    }

    /// What the filter writes in place of the source.
    ///
    /// @param targets several where a person split the paragraph; they are joined by blanks
    TextFragment target(List<Target> targets) {
        var writing = new Writing();
        writing.text(before);
        around.forEach(pair -> writing.fragment.append(pair.opening.clone()));
        for (int i = 0; i < targets.size(); i++) {
            if (i > 0) {
                writing.text(" ");
            }
            writing.add(targets.get(i), i);
        }
        writing.end();
        around.reversed().forEach(pair -> writing.fragment.append(pair.closing.clone()));
        writing.text(after);
        return writing.fragment;
    }

    /// A target on its way.
    private final class Writing {

        private final TextFragment fragment = new TextFragment();
        private final Deque<Pair> open = new ArrayDeque<>();
        private final Set<Key> used = new HashSet<>();

        /// A pair that is open.
        ///
        /// @param part which of the targets it is of, if the source does not have it; -1 otherwise
        private record Pair(int part, int id, Code opening, Code closing) {}

        void add(Target target, int part) {
            String text = target.text().text();
            int done = 0;
            int at = 0;
            for (InlineCode code : target.text().codes()) {
                int next = text.offsetByCodePoints(done, code.at() - at);
                text(text.substring(done, next));
                done = next;
                at = code.at();
                if (isOfSource(code.id())) {
                    ofSource(new Key(code.id(), code.kind()));
                } else {
                    added(code, part, target.notes());
                }
            }
            text(text.substring(done));
        }

        private boolean isOfSource(int id) {
            return order.stream().anyMatch(key -> key.id == id);
        }

        /// Noncharacters are what the writers of some formats mark places with.
        void text(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                Optional<Code> code = markup.codeOf(c);
                if (code.isPresent()) {
                    fragment.append(code.get());
                } else if (!XmlGuard.isMark(c)) {
                    fragment.append(c);
                }
            }
        }

        private void ofSource(Key key) {
            Code code = codes.get(key);
            if (code == null) {
                return;
            }
            if (!pairs.contains(key.id)) {
                if (used.add(key) || markup.isCopyable(code)) {
                    fragment.append(code.clone());
                }
            } else if (key.kind == Kind.CLOSE) {
                close(-1, key.id);
            } else if (used.add(key) || markup.isCopyable(code)) {
                open(new Pair(-1, key.id, code, code(new Key(key.id, Kind.CLOSE))));
            }
        }

        private void added(InlineCode code, int part, List<Note> notes) {
            if (code.kind() == Kind.ALONE) {
                if (code.label().equals("tn")) {
                    notes.stream()
                            .filter(note -> note.code() == code.id())
                            .findFirst()
                            .flatMap(markup::note)
                            .ifPresent(fragment::append);
                }
                return;
            }
            if (code.kind() == Kind.CLOSE) {
                close(part, code.id());
                return;
            }
            String[] label = code.label().split(" ", 2);
            if (!Set.of("b", "i", "a").contains(label[0])) {
                return;
            }
            String address = label.length > 1 ? label[1] : "";
            Optional<Code> opening = markup.added(Kind.OPEN, label[0], address);
            Optional<Code> closing = markup.added(Kind.CLOSE, label[0], address);
            if (opening.isPresent() && closing.isPresent()) {
                open(new Pair(part, code.id(), opening.get(), closing.get()));
            }
        }

        private void open(Pair pair) {
            open.push(pair);
            fragment.append(pair.opening.clone());
        }

        private void close(int part, int id) {
            if (open.stream().noneMatch(pair -> pair.part == part && pair.id == id)) {
                return;
            }
            var across = new ArrayDeque<Pair>();
            Pair last = open.pop();
            while (last.part != part || last.id != id) {
                fragment.append(last.closing.clone());
                across.push(last);
                last = open.pop();
            }
            fragment.append(last.closing.clone());
            across.forEach(this::open);
        }

        /// Closes what is open and adds what the file would miss.
        void end() {
            while (!open.isEmpty()) {
                fragment.append(open.pop().closing.clone());
            }
            for (Key key : order) {
                if (pairs.contains(key.id)) {
                    var opening = new Key(key.id, Kind.OPEN);
                    if (key.kind == Kind.OPEN
                            && !used.contains(opening)
                            && !markup.isDeletable(code(key))) {
                        fragment.append(code(key).clone());
                        fragment.append(code(new Key(key.id, Kind.CLOSE)).clone());
                    }
                } else if (!used.contains(key)
                        && (key.kind != Kind.ALONE || !markup.isDeletable(code(key)))) {
                    fragment.append(code(key).clone());
                }
            }
        }
    }
}
