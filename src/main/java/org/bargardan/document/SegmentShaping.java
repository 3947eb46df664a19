package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SOURCE_REVISION;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Change;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.document.RenderingChange.Place;
import org.bargardan.document.RenderingChange.Request;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.text.ChangeClass;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Splits and joins segments so that no id dies and no word is lost: docs/adr/0004 tells how each
/// case is stored.
@Component
class SegmentShaping {

    private final DSLContext database;
    private final RenderingChange renderings;
    private final ChangeLog changes;
    private final Projects projects;
    private final Membership membership;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SegmentShaping(
            DSLContext database,
            RenderingChange renderings,
            ChangeLog changes,
            Projects projects,
            Membership membership,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.renderings = renderings;
        this.changes = changes;
        this.projects = projects;
        this.membership = membership;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ShapeResult split(SegmentId id, long version, int at, UserId actor) {
        var segment = lock(id);
        var document = new DocumentId(segment.getDocumentId());
        var places = lockCovering(List.of(id));
        var refused = refused(document, places, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (segment.getVersion() != version || !isInText(segment)) {
            return new ShapeResult.Stale();
        }
        var source = tagged(segment);
        var gap = source.whiteSpaceAround(at);
        if (gap.from() == 0 || gap.to() == source.length()) {
            return new ShapeResult.Impossible();
        }
        var lang = lang(document);
        var second = new SegmentId(TimeOrderedIds.next());
        var first = source.before(gap.from());
        var space = source.before(gap.to()).from(gap.from()).text();
        var rest = source.from(gap.to());
        long changeNo = changes.next(document, "split", id, null, actor);
        long position = placeAfter(segment);
        rewrite(segment, first, space, lang, "split", actor, changeNo);
        insertSecond(segment, second, position, rest, lang, actor, changeNo);
        for (var place : places) {
            var rendering = place.rendering();
            linkAlso(second, rendering.id());
            touch(rendering.id(), changeNo);
        }
        events.publishEvent(new SegmentReshaped(id, document, changeNo));
        return new ShapeResult.Shaped(id, version + 1);
    }

    /// Gives a segment another source; the words over it stay, with a version that says so.
    @Transactional(propagation = Propagation.MANDATORY)
    ShapeResult rewriteSource(
            SegmentId id, TaggedText source, String space, String cause, UserId actor) {
        var segment = lock(id);
        var document = new DocumentId(segment.getDocumentId());
        var places = lockCovering(List.of(id));
        var refused = refused(document, places, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        long changeNo = changes.next(document, cause, id, null, actor);
        rewrite(segment, source, space, lang(document), cause, actor, changeNo);
        places.forEach(place -> touch(place.rendering().id(), changeNo));
        events.publishEvent(new SegmentReshaped(id, document, changeNo));
        return new ShapeResult.Shaped(id, segment.getVersion() + 1);
    }

    private void linkAlso(SegmentId segment, RenderingId rendering) {
        database.insertInto(
                        DOCUMENT_RENDERING_SEGMENT,
                        DOCUMENT_RENDERING_SEGMENT.SET_ID,
                        DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID,
                        DOCUMENT_RENDERING_SEGMENT.RENDERING_ID)
                .select(
                        select(
                                        DOCUMENT_RENDERING.SET_ID,
                                        val(segment.value()),
                                        DOCUMENT_RENDERING.ID)
                                .from(DOCUMENT_RENDERING)
                                .where(DOCUMENT_RENDERING.ID.eq(rendering.value())))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ShapeResult join(SegmentId id, long version, UserId actor) {
        var segment = lock(id);
        var document = new DocumentId(segment.getDocumentId());
        membership.requireMember(project(document), actor);
        if (segment.getVersion() != version || !isInText(segment)) {
            return new ShapeResult.Stale();
        }
        var next = next(segment);
        if (next == null) {
            return new ShapeResult.Impossible();
        }
        var places = lockCovering(List.of(id, new SegmentId(next.getId())));
        var refused = refused(document, places, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        var lang = lang(document);
        long changeNo = changes.next(document, "join", id, null, actor);
        var joined = tagged(segment).append(segment.getSpaceAfter()).append(tagged(next));
        rewrite(segment, joined, next.getSpaceAfter(), lang, "join", actor, changeNo);
        database.update(DOCUMENT_SEGMENT)
                .set(DOCUMENT_SEGMENT.JOINED_INTO, id.value())
                .set(DOCUMENT_SEGMENT.VERSION, DOCUMENT_SEGMENT.VERSION.plus(1))
                .set(DOCUMENT_SEGMENT.CHANGED_NO, changeNo)
                .where(DOCUMENT_SEGMENT.ID.eq(next.getId()))
                .execute();
        mergeRenderings(segment.getId(), next.getId(), changeNo, actor);
        events.publishEvent(new SegmentReshaped(id, document, changeNo));
        return new ShapeResult.Shaped(id, version + 1);
    }

    /// In every set the rendering of the first part takes the words and the links of the second's.
    private void mergeRenderings(UUID first, UUID second, long changeNo, UserId actor) {
        var links =
                database.selectFrom(DOCUMENT_RENDERING_SEGMENT)
                        .where(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID.in(first, second))
                        .fetch();
        for (var link : links) {
            if (!link.getSegmentId().equals(first)) {
                continue;
            }
            links.stream()
                    .filter(other -> other.getSegmentId().equals(second))
                    .filter(other -> other.getSetId().equals(link.getSetId()))
                    .filter(other -> !other.getRenderingId().equals(link.getRenderingId()))
                    .findFirst()
                    .ifPresent(other ->
                            merge(
                                    new RenderingId(link.getRenderingId()),
                                    new RenderingId(other.getRenderingId()),
                                    changeNo,
                                    actor));
            touch(new RenderingId(link.getRenderingId()), changeNo);
        }
    }

    private void merge(RenderingId into, RenderingId from, long changeNo, UserId actor) {
        database.update(DOCUMENT_RENDERING_SEGMENT)
                .set(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID, into.value())
                .where(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID.eq(from.value()))
                .execute();
        var first = renderings.lock(into).rendering();
        var second = renderings.lock(from).rendering();
        touch(from, changeNo);
        if (first.text().isEmpty() && second.text().isEmpty()) {
            return;
        }
        var text =
                first.text().isEmpty()
                        ? second.text()
                        : second.text().isEmpty()
                                ? first.text()
                                : first.text().append(" ").append(second.text());
        var result =
                renderings.make(
                        new Request(
                                Action.RESHAPE,
                                into,
                                first.version(),
                                text,
                                leastFinal(first.status(), second.status()),
                                Origin.MERGED,
                                null,
                                actor));
        if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException(
                    "a merge that was allowed did not happen: "
                            + result.getClass().getSimpleName());
        }
    }

    /// Nobody has approved the joined text as a whole, so it is translated at most.
    private static Status leastFinal(Status first, Status second) {
        var least = first.compareTo(second) <= 0 ? first : second;
        if (least == Status.UNTRANSLATED) {
            return Status.DRAFT;
        }
        return least.compareTo(Status.TRANSLATED) > 0 ? Status.TRANSLATED : least;
    }

    /// The rules are asked for every rendering that the new cut touches.
    private Optional<ShapeResult> refused(DocumentId document, List<Place> places, UserId actor) {
        var project = project(document);
        var roles = membership.requireMember(project, actor);
        var workflow = projects.get(project).workflow();
        for (var place : places) {
            var rendering = place.rendering();
            var verdict =
                    renderings.judge(
                            new Change(
                                    Action.RESHAPE,
                                    rendering,
                                    rendering.status(),
                                    ChangeClass.NONE,
                                    rendering.author(),
                                    actor,
                                    roles,
                                    workflow));
            if (verdict instanceof Verdict.Refused(var why)) {
                return Optional.of(new ShapeResult.Refused(why));
            }
        }
        return Optional.empty();
    }

    private DocumentSegmentRecord lock(SegmentId id) {
        return database.selectFrom(DOCUMENT_SEGMENT)
                .where(DOCUMENT_SEGMENT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotFoundException("segment"));
    }

    private static boolean isInText(DocumentSegmentRecord segment) {
        return segment.getJoinedInto() == null && segment.getRemovedNo() == null;
    }

    private List<Place> lockCovering(List<SegmentId> segments) {
        return database
                .selectDistinct(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID)
                .from(DOCUMENT_RENDERING_SEGMENT)
                .where(
                        DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID.in(
                                segments.stream().map(SegmentId::value).toList()))
                .orderBy(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID)
                .fetch(row -> new RenderingId(row.value1()))
                .stream()
                .map(renderings::lock)
                .toList();
    }

    private @Nullable DocumentSegmentRecord next(DocumentSegmentRecord segment) {
        return database.selectFrom(DOCUMENT_SEGMENT)
                .where(
                        DOCUMENT_SEGMENT.PARAGRAPH_ID.eq(segment.getParagraphId()),
                        DOCUMENT_SEGMENT.POSITION.gt(segment.getPosition()),
                        SegmentReading.inText())
                .orderBy(DOCUMENT_SEGMENT.POSITION)
                .limit(1)
                .forUpdate()
                .fetchOne();
    }

    /// A free position between a segment and whatever row follows it, joined ones included; where
    /// twenty splits have used up the room the later rows move on.
    private long placeAfter(DocumentSegmentRecord segment) {
        var following =
                database.select(DOCUMENT_SEGMENT.POSITION)
                        .from(DOCUMENT_SEGMENT)
                        .where(
                                DOCUMENT_SEGMENT.PARAGRAPH_ID.eq(segment.getParagraphId()),
                                DOCUMENT_SEGMENT.POSITION.gt(segment.getPosition()))
                        .orderBy(DOCUMENT_SEGMENT.POSITION.desc())
                        .fetch(DOCUMENT_SEGMENT.POSITION);
        if (following.isEmpty()) {
            return segment.getPosition() + DocumentCreation.GAP;
        }
        long next = following.getLast();
        if (next - segment.getPosition() > 1) {
            return segment.getPosition() + (next - segment.getPosition()) / 2;
        }
        // From the last backwards, so that no two rows share a position on the way.
        for (long position : following) {
            database.update(DOCUMENT_SEGMENT)
                    .set(DOCUMENT_SEGMENT.POSITION, position + DocumentCreation.GAP)
                    .where(
                            DOCUMENT_SEGMENT.PARAGRAPH_ID.eq(segment.getParagraphId()),
                            DOCUMENT_SEGMENT.POSITION.eq(position))
                    .execute();
        }
        return segment.getPosition() + DocumentCreation.GAP / 2;
    }

    private void rewrite(
            DocumentSegmentRecord segment,
            TaggedText source,
            String space,
            String lang,
            String cause,
            UserId actor,
            long changeNo) {
        long sourceVersion = segment.getSourceVersion() + 1;
        database.update(DOCUMENT_SEGMENT)
                .set(DOCUMENT_SEGMENT.SOURCE, source.text())
                .set(DOCUMENT_SEGMENT.SOURCE_CODES, InlineCodes.write(source.codes()))
                .set(DOCUMENT_SEGMENT.SPACE_AFTER, space)
                .set(DOCUMENT_SEGMENT.SOURCE_HASH, SearchFolding.keyHash(source.text(), lang))
                .set(DOCUMENT_SEGMENT.SOURCE_VERSION, sourceVersion)
                .set(DOCUMENT_SEGMENT.VERSION, segment.getVersion() + 1)
                .set(DOCUMENT_SEGMENT.CHANGED_NO, changeNo)
                .where(DOCUMENT_SEGMENT.ID.eq(segment.getId()))
                .execute();
        insertSourceRevision(segment.getId(), sourceVersion, source, cause, actor, changeNo);
    }

    private void insertSecond(
            DocumentSegmentRecord first,
            SegmentId second,
            long position,
            TaggedText source,
            String lang,
            UserId actor,
            long changeNo) {
        database.insertInto(DOCUMENT_SEGMENT)
                .set(DOCUMENT_SEGMENT.ID, second.value())
                .set(DOCUMENT_SEGMENT.DOCUMENT_ID, first.getDocumentId())
                .set(DOCUMENT_SEGMENT.PARAGRAPH_ID, first.getParagraphId())
                .set(DOCUMENT_SEGMENT.POSITION, position)
                .set(DOCUMENT_SEGMENT.SOURCE, source.text())
                .set(DOCUMENT_SEGMENT.SOURCE_CODES, InlineCodes.write(source.codes()))
                .set(DOCUMENT_SEGMENT.SPACE_AFTER, first.getSpaceAfter())
                .set(DOCUMENT_SEGMENT.SOURCE_HASH, SearchFolding.keyHash(source.text(), lang))
                .set(DOCUMENT_SEGMENT.SOURCE_VERSION, 1L)
                .set(DOCUMENT_SEGMENT.SPLIT_FROM, first.getId())
                .set(DOCUMENT_SEGMENT.VERSION, 1L)
                .set(DOCUMENT_SEGMENT.CHANGED_NO, changeNo)
                .execute();
        insertSourceRevision(second.value(), 1L, source, "split", actor, changeNo);
    }

    private void insertSourceRevision(
            UUID segment, long n, TaggedText source, String cause, UserId actor, long changeNo) {
        database.insertInto(DOCUMENT_SOURCE_REVISION)
                .set(DOCUMENT_SOURCE_REVISION.SEGMENT_ID, segment)
                .set(DOCUMENT_SOURCE_REVISION.N, n)
                .set(DOCUMENT_SOURCE_REVISION.SOURCE, source.text())
                .set(DOCUMENT_SOURCE_REVISION.CODES, InlineCodes.write(source.codes()))
                .set(DOCUMENT_SOURCE_REVISION.CAUSE, cause)
                .set(DOCUMENT_SOURCE_REVISION.BY_PERSON, actor.value())
                .set(DOCUMENT_SOURCE_REVISION.AT, OffsetDateTime.now(clock))
                .set(DOCUMENT_SOURCE_REVISION.CHANGE_NO, changeNo)
                .execute();
    }

    /// The version rises with the cut, so that a confirm begun on the old cut conflicts.
    private void touch(RenderingId rendering, long changeNo) {
        database.update(DOCUMENT_RENDERING)
                .set(DOCUMENT_RENDERING.VERSION, DOCUMENT_RENDERING.VERSION.plus(1))
                .set(
                        DOCUMENT_RENDERING.CHANGED_NO,
                        greatest(DOCUMENT_RENDERING.CHANGED_NO, val(changeNo)))
                .where(DOCUMENT_RENDERING.ID.eq(rendering.value()))
                .execute();
    }

    private ProjectId project(DocumentId document) {
        return new ProjectId(
                database.select(DOCUMENT.PROJECT_ID)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ID.eq(document.value()), DOCUMENT.DELETED_AT.isNull())
                        .fetchOptional(row -> row.value1())
                        .orElseThrow(() -> new NotFoundException("segment")));
    }

    private String lang(DocumentId document) {
        return database.select(DOCUMENT.LANG)
                .from(DOCUMENT)
                .where(DOCUMENT.ID.eq(document.value()))
                .fetchSingle(row -> row.value1());
    }

    private static TaggedText tagged(DocumentSegmentRecord segment) {
        return new TaggedText(segment.getSource(), InlineCodes.read(segment.getSourceCodes()));
    }
}
