package org.bargardan.document.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.rest.Choice;
import org.bargardan.base.rest.Paging;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Segments;
import org.bargardan.document.Status;
import org.bargardan.document.StatusFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The segments of a document in pages, each with the rendering that covers it.
@RestController
@Tag(name = "Documents")
class SegmentsController {

    private static final String RETURNED = "returned";

    private static final List<String> WORDS =
            Stream.concat(Arrays.stream(Status.values()).map(Status::key), Stream.of(RETURNED))
                    .toList();

    private final Segments segments;
    private final SignedInUser signedIn;

    SegmentsController(Segments segments, SignedInUser signedIn) {
        this.segments = segments;
        this.signedIn = signedIn;
    }

    /// @param next asks for the next page; null on the last one
    record SegmentList(List<SegmentAnswer> segments, @Nullable String next) {}

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

    @GetMapping("/api/v1/documents/{id}/segments")
    @Operation(summary = "The segments of a document, in order, with their working renderings")
    SegmentList list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @Parameter(
                            description =
                                    "Only these, one or several: untranslated, draft, translated,"
                                            + " reviewed, approved, or returned, which are drafts")
                    @RequestParam(required = false)
                    @Nullable List<String> status,
            Principal principal) {
        var last = Paging.last(cursor);
        var read =
                segments.page(
                                new DocumentId(id),
                                filter(status),
                                last == null ? null : new RenderingId(last),
                                Paging.limit(limit) + 1,
                                signedIn.require(principal).id())
                        .orElseThrow(Paging::noSuchCursor);
        return new SegmentList(
                Paging.shown(read, limit).stream().map(SegmentAnswer::of).toList(),
                Paging.next(read, limit, entry -> entry.rendering().id().value()));
    }

    private static StatusFilter filter(@Nullable List<String> words) {
        if (words == null) {
            return StatusFilter.ALL;
        }
        var statuses = EnumSet.noneOf(Status.class);
        boolean returned = false;
        for (var sent : words) {
            var word = Choice.read("status", sent, WORDS, each -> each);
            if (word.equals(RETURNED)) {
                returned = true;
            } else {
                statuses.add(Choice.read("status", word, Status.values(), Status::key));
            }
        }
        return new StatusFilter(statuses, returned);
    }
}
