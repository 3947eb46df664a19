package org.bargardan.document.rest;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Segments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The segments of a document in pages, each with the rendering that covers it.
@RestController
class SegmentsController {

    private static final int MOST = 200;

    private final Segments segments;
    private final SignedInUser signedIn;

    SegmentsController(Segments segments, SignedInUser signedIn) {
        this.segments = segments;
        this.signedIn = signedIn;
    }

    /// @param next asks for the next page; null on the last one
    record Page(List<SegmentAnswer> segments, @Nullable String next) {}

    /// @param segment first of those the rendering covers
    /// @param source all of them, with the spaces between them
    record SegmentAnswer(
            UUID segment, int number, String kind, String source, RenderingAnswer rendering) {

        static SegmentAnswer of(Entry entry) {
            return new SegmentAnswer(
                    entry.segment().value(),
                    entry.number(),
                    entry.kind().key(),
                    entry.source().text(),
                    RenderingAnswer.of(entry.rendering()));
        }
    }

    /// @param cursor the `next` of the page before; absent for the first page
    @GetMapping("/api/v1/documents/{id}/segments")
    Page page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Principal principal) {
        if (limit < 1 || limit > MOST) {
            throw malformed("limit is 1 to " + MOST);
        }
        var actor = signedIn.require(principal).id();
        var document = new DocumentId(id);
        var outline = segments.outline(document, actor);
        int from = cursor == null ? 0 : after(outline, cursor);
        var here = outline.subList(from, Math.min(outline.size(), from + limit));
        return new Page(
                segments.entries(document, here, actor).stream().map(SegmentAnswer::of).toList(),
                from + here.size() < outline.size() ? Cursor.write(here.getLast()) : null);
    }

    /// A rendering that a join has left without segments is no place to go on from.
    private static int after(List<RenderingId> outline, String cursor) {
        int last = Cursor.read(cursor).map(outline::indexOf).orElse(-1);
        if (last < 0) {
            throw malformed("no such cursor any more; begin with the first page");
        }
        return last + 1;
    }

    private static ResponseStatusException malformed(String what) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, what);
    }
}
