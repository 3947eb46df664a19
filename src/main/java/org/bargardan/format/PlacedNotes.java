package org.bargardan.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.ExtractedParagraph.Place;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// Puts the paragraphs of a note behind the one that holds its mark, wherever the file has them.
///
/// - **Output**: every paragraph once. A note whose mark is nowhere keeps its place and has no
///   [Mark]; of several marks of one note the first counts.
/// - Used by one thread, for one document.
final class PlacedNotes {

    private static final String BETWEEN = "\n\n";

    private final Map<String, List<Draft>> bodies = new LinkedHashMap<>();
    private final List<ExtractedParagraph> placed = new ArrayList<>();

    private PlacedNotes() {}

    /// A paragraph before it has its place.
    ///
    /// @param note name of the note whose body it is of; absent in the text itself
    /// @param marks names of notes by the codes that are their marks, in order
    record Draft(
            String textUnit,
            TaggedText content,
            List<CodeSource> sources,
            ParagraphKind kind,
            int level,
            @Nullable String note,
            Map<Integer, String> marks) {}

    private record Waiting(Draft draft, @Nullable Mark mark) {}

    static List<ExtractedParagraph> of(List<Draft> drafts) {
        return new PlacedNotes().placed(drafts);
    }

    private List<ExtractedParagraph> placed(List<Draft> drafts) {
        var marked = new HashSet<String>();
        drafts.forEach(draft -> marked.addAll(draft.marks.values()));
        var text = new ArrayList<Draft>();
        for (Draft draft : drafts) {
            if (draft.note != null && marked.contains(draft.note)) {
                bodies.computeIfAbsent(draft.note, _ -> new ArrayList<>()).add(draft);
            } else {
                text.add(draft);
            }
        }
        text.forEach(draft -> place(new Waiting(draft, null)));
        // Notes that only mark each other.
        while (!bodies.isEmpty()) {
            Map.Entry<String, List<Draft>> first = bodies.entrySet().iterator().next();
            bodies.remove(first.getKey());
            first.getValue().forEach(draft -> place(new Waiting(draft, null)));
        }
        return placed;
    }

    private void place(Waiting first) {
        Deque<Waiting> waiting = new ArrayDeque<>();
        waiting.push(first);
        while (!waiting.isEmpty()) {
            Waiting next = waiting.pop();
            int number = placed.size();
            add(next);
            var notes = new ArrayList<Waiting>();
            next.draft.marks.forEach((code, note) -> {
                List<Draft> body = bodies.remove(note);
                if (body != null) {
                    body.forEach(draft -> notes.add(new Waiting(draft, new Mark(number, code))));
                }
            });
            notes.reversed().forEach(waiting::push);
        }
    }

    private void add(Waiting next) {
        Draft draft = next.draft;
        placed.add(
                new ExtractedParagraph(
                        placed.isEmpty() ? "" : BETWEEN,
                        draft.content,
                        draft.kind,
                        draft.level,
                        new Place(draft.textUnit, 0, next.mark),
                        draft.sources));
    }
}
