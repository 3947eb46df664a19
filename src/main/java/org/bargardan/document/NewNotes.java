package org.bargardan.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.NewDocument.NoteMark;
import org.bargardan.document.internal.schema.tables.records.DocumentNoteRecord;
import org.jspecify.annotations.Nullable;

/// The author's notes of a new document, gathered while its segments get their ids.
final class NewNotes {

    /// How a body begins whose mark is written in letters.
    private static final Pattern WRITTEN = Pattern.compile("(\\[\\^[^\\]\\s]+\\]):");

    private final DocumentId document;
    private final Map<Integer, List<Place>> holders = new HashMap<>();
    private final List<Body> bodies = new ArrayList<>();
    private int paragraph = -1;

    NewNotes(DocumentId document, List<NewParagraph> paragraphs) {
        this.document = document;
        paragraphs.stream()
                .map(NewParagraph::noteMark)
                .filter(mark -> mark != null)
                .forEach(mark -> holders.put(mark.paragraph(), new ArrayList<>()));
    }

    private record Place(UUID segment, NewSegment content) {}

    private record Body(UUID paragraph, NoteMark mark, String text) {}

    void beginParagraph(UUID id, NewParagraph begun) {
        paragraph++;
        @Nullable NoteMark mark = begun.noteMark();
        if (mark != null) {
            bodies.add(new Body(id, mark, begun.segments().getFirst().source().text()));
        }
    }

    void addSegment(UUID id, NewSegment segment) {
        var places = holders.get(paragraph);
        if (places != null) {
            places.add(new Place(id, segment));
        }
    }

    List<DocumentNoteRecord> rows() {
        var rows = new ArrayList<DocumentNoteRecord>();
        for (var body : bodies) {
            holder(body)
                    .ifPresent(segment ->
                            rows.add(
                                    new DocumentNoteRecord(
                                            TimeOrderedIds.next(),
                                            document.value(),
                                            "author",
                                            segment,
                                            null,
                                            body.mark.code(),
                                            body.paragraph)));
        }
        return rows;
    }

    private Optional<UUID> holder(Body body) {
        return holders.getOrDefault(body.mark.paragraph(), List.of()).stream()
                .filter(place -> holds(place.content, body))
                .map(Place::segment)
                .findFirst();
    }

    private static boolean holds(NewSegment segment, Body body) {
        if (body.mark.code() > 0) {
            return segment.source().codes().stream()
                    .anyMatch(code -> code.id() == body.mark.code());
        }
        var written = WRITTEN.matcher(body.text);
        return written.lookingAt() && segment.source().text().contains(written.group(1));
    }
}
