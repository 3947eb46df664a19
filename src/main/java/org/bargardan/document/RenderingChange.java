package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_DRAFT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REVISION;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.ChangePolicy.Change;
import org.bargardan.document.ChangePolicy.Verdict;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.bargardan.text.StorableText;
import org.bargardan.text.TaggedText;
import org.bargardan.text.WordDiff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one way in which a rendering's words or status change, whoever asks: editor, REST, bulk,
/// import or adoption.
@Component
class RenderingChange {

    private final DSLContext database;
    private final Projects projects;
    private final Membership membership;
    private final ChangeLog changes;
    private final ObjectProvider<ChangePolicy> policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RenderingChange(
            DSLContext database,
            Projects projects,
            Membership membership,
            ChangeLog changes,
            ObjectProvider<ChangePolicy> policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.projects = projects;
        this.membership = membership;
        this.changes = changes;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /// What somebody asks for.
    ///
    /// @param text the words as sent; null to leave them as they are
    /// @param wanted the status that follows if no rule lowers it
    record Request(
            Action action,
            RenderingId rendering,
            long version,
            @Nullable TaggedText text,
            Status wanted,
            Origin origin,
            @Nullable Reason reason,
            UserId actor) {}

    @Transactional(propagation = Propagation.MANDATORY)
    SaveResult make(Request request) {
        var text = request.text();
        var problem = unstorable(request);
        if (problem.isPresent()) {
            return new SaveResult.Unstorable(problem.get());
        }
        var place = lock(request.rendering());
        var roles = membership.requireMember(place.project(), request.actor());
        var current = place.rendering();
        // Before the version: both texts of a conflict are compared, which takes time.
        if (text != null && Renderings.isTooLong(text)) {
            return new SaveResult.Refused(Refusal.TOO_LONG);
        }
        if (current.version() != request.version()) {
            return new SaveResult.Conflict(current);
        }
        var after = text == null ? current.text() : text;
        boolean blank = after.text().isBlank();
        var refusal = impossible(request, current, blank);
        if (refusal != null) {
            return new SaveResult.Refused(refusal);
        }
        var wanted =
                blank && after.codes().isEmpty() && request.wanted() == Status.DRAFT
                        ? Status.UNTRANSLATED
                        : request.wanted();
        var stored = wanted == Status.UNTRANSLATED ? TaggedText.plain("") : after;
        if (stored.equals(current.text()) && changesNothing(request, current)) {
            dropDraft(current.id(), request.actor());
            return new SaveResult.Saved(current);
        }
        var project = projects.get(place.project());
        var changeClass =
                WordDiff.classify(
                        current.text().text(), stored.text(), project.languages().target());
        var change =
                new Change(
                        request.action(),
                        current,
                        wanted,
                        changeClass,
                        current.author(),
                        request.actor(),
                        roles,
                        project.workflow());
        return switch (judge(change)) {
            case Verdict.Refused(var why) -> new SaveResult.Refused(why);
            case Verdict.Allowed(var follows) ->
                    new SaveResult.Saved(store(request, place, change, stored, follows));
        };
    }

    /// Saving what is stored, or confirming what is confirmed or better, is no change.
    private static boolean changesNothing(Request request, Rendering current) {
        return request.action() == Action.SAVE
                || request.action() == Action.CONFIRM && current.status().isConfirmed();
    }

    void dropDraft(RenderingId id, UserId actor) {
        database.deleteFrom(DOCUMENT_DRAFT)
                .where(
                        DOCUMENT_DRAFT.RENDERING_ID.eq(id.value()),
                        DOCUMENT_DRAFT.PERSON_ID.eq(actor.value()))
                .execute();
    }

    private static Optional<StorableText.Problem> unstorable(Request request) {
        return Stream.of(
                        Optional.ofNullable(request.text()).map(TaggedText::text),
                        Optional.ofNullable(request.reason()).map(Reason::words))
                .flatMap(Optional::stream)
                .flatMap(words -> StorableText.problemIn(words).stream())
                .findFirst();
    }

    private static @Nullable Refusal impossible(Request request, Rendering current, boolean blank) {
        return switch (request.action()) {
            case CONFIRM, APPROVE -> blank ? Refusal.EMPTY : null;
            case RETURN, REOPEN -> current.status().isConfirmed() ? null : Refusal.NOT_CONFIRMED;
            case SAVE, RESHAPE, REIMPORT -> null;
        };
    }

    /// Every rule is asked; one refusal refuses, of several statuses the least final follows.
    Verdict judge(Change change) {
        var verdicts = policies.stream().map(policy -> policy.judge(change)).toList();
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Refused) {
                return verdict;
            }
        }
        return verdicts.stream()
                .map(verdict -> ((Verdict.Allowed) verdict).follows())
                .min(Comparator.naturalOrder())
                .<Verdict>map(Verdict.Allowed::new)
                .orElseGet(() -> new Verdict.Refused(Refusal.NO_POLICY));
    }

    private Rendering store(
            Request request, Place place, Change change, TaggedText text, Status status) {
        var before = place.rendering();
        var actor = request.actor();
        boolean returned = request.action() == Action.RETURN && status == Status.DRAFT;
        long changeNo =
                changes.next(
                        before.document(),
                        request.action().name().toLowerCase(Locale.ROOT),
                        null,
                        before.id(),
                        actor);
        var author = change.authorAfter();
        long revisionN = before.revisionN() + 1;
        int updated =
                database.update(DOCUMENT_RENDERING)
                        .set(DOCUMENT_RENDERING.TEXT, text.text())
                        .set(DOCUMENT_RENDERING.CODES, InlineCodes.write(text.codes()))
                        .set(DOCUMENT_RENDERING.STATUS, status.key())
                        .set(DOCUMENT_RENDERING.RETURNED, returned)
                        .set(DOCUMENT_RENDERING.AUTHOR, author == null ? null : author.value())
                        .set(DOCUMENT_RENDERING.SOURCE_SEEN, place.seenAfter(request.action()))
                        .set(DOCUMENT_RENDERING.REVISION_N, revisionN)
                        .set(DOCUMENT_RENDERING.VERSION, before.version() + 1)
                        .set(DOCUMENT_RENDERING.CHANGED_NO, changeNo)
                        .where(
                                DOCUMENT_RENDERING.ID.eq(before.id().value()),
                                DOCUMENT_RENDERING.VERSION.eq(before.version()))
                        .execute();
        if (updated != 1) {
            throw new IllegalStateException("a locked rendering was changed by another");
        }
        insertRevision(request, place, change, text, status, returned, changeNo);
        dropDraft(before.id(), actor);
        publish(before, status, changeNo);
        return new Rendering(
                before.id(),
                before.document(),
                text,
                status,
                returned,
                author,
                revisionN,
                before.version() + 1,
                changeNo);
    }

    private void insertRevision(
            Request request,
            Place place,
            Change change,
            TaggedText text,
            Status status,
            boolean returned,
            long changeNo) {
        var before = place.rendering();
        var origin = request.origin();
        var reason = request.reason();
        database.insertInto(DOCUMENT_REVISION)
                .set(DOCUMENT_REVISION.RENDERING_ID, before.id().value())
                .set(DOCUMENT_REVISION.N, before.revisionN() + 1)
                .set(DOCUMENT_REVISION.TEXT, text.text())
                .set(DOCUMENT_REVISION.CODES, InlineCodes.write(text.codes()))
                .set(DOCUMENT_REVISION.STATUS, status.key())
                .set(DOCUMENT_REVISION.RETURNED, returned)
                .set(DOCUMENT_REVISION.CHANGE_CLASS, change.changeClass().key())
                .set(DOCUMENT_REVISION.ORIGIN, origin.kind().key())
                .set(DOCUMENT_REVISION.ORIGIN_REF, origin.ref())
                .set(DOCUMENT_REVISION.ORIGIN_SCORE, origin.score())
                .set(
                        DOCUMENT_REVISION.BASE_N,
                        before.revisionN() == 0 ? null : Long.valueOf(before.revisionN()))
                .set(DOCUMENT_REVISION.SOURCE_SEEN, place.seenAfter(request.action()))
                .set(DOCUMENT_REVISION.REASON_KIND, reason == null ? null : reason.kind().key())
                .set(DOCUMENT_REVISION.REASON, reason == null ? null : reason.words())
                .set(DOCUMENT_REVISION.BY_PERSON, request.actor().value())
                .set(DOCUMENT_REVISION.AT, OffsetDateTime.now(clock))
                .set(DOCUMENT_REVISION.CHANGE_NO, changeNo)
                .execute();
    }

    private void publish(Rendering before, Status status, long changeNo) {
        var id = before.id();
        var document = before.document();
        if (status.isConfirmed()) {
            events.publishEvent(new RenderingConfirmed(id, document, changeNo));
        } else if (before.status().isConfirmed()) {
            events.publishEvent(new RenderingReopened(id, document, changeNo));
        }
        if (status == Status.APPROVED) {
            events.publishEvent(new RenderingApproved(id, document, changeNo));
        }
    }

    /// A rendering, held against other changes until the transaction ends.
    ///
    /// @param sourceHash what the covered sources are now
    /// @param sourceSeen what they were when the words were last written; null before the first
    record Place(
            ProjectId project,
            String lang,
            Rendering rendering,
            long sourceHash,
            @Nullable Long sourceSeen) {

        /// Returning and reopening write no words, so they see no source.
        @Nullable Long seenAfter(Action action) {
            return switch (action) {
                case RETURN, REOPEN, REIMPORT -> sourceSeen;
                case SAVE, CONFIRM, APPROVE, RESHAPE -> Long.valueOf(sourceHash);
            };
        }
    }

    /// Locks in the order rendering, then document; whoever locks otherwise risks a deadlock.
    Place lock(RenderingId id) {
        var row =
                database.selectFrom(DOCUMENT_RENDERING)
                        .where(DOCUMENT_RENDERING.ID.eq(id.value()))
                        .forUpdate()
                        .fetchOptional()
                        .orElseThrow(() -> new NotFoundException("rendering"));
        var owner =
                database.select(DOCUMENT.ID, DOCUMENT.PROJECT_ID, DOCUMENT.LANG)
                        .from(DOCUMENT)
                        .join(DOCUMENT_RENDERING_SET)
                        .on(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(DOCUMENT.ID))
                        .where(
                                DOCUMENT_RENDERING_SET.ID.eq(row.getSetId()),
                                DOCUMENT.DELETED_AT.isNull())
                        .fetchOptional()
                        .orElseThrow(() -> new NotFoundException("rendering"));
        return new Place(
                new ProjectId(owner.value2()),
                owner.value3(),
                SegmentReading.rendering(new DocumentId(owner.value1()), row),
                sourceHash(id, owner.value3()),
                row.getSourceSeen());
    }

    private long sourceHash(RenderingId id, String lang) {
        var covered = coveredSources(id);
        if (covered.size() == 1) {
            return covered.getFirst().hash();
        }
        return SearchFolding.keyHash(
                covered.stream()
                        .map(source -> source.text() + source.space())
                        .collect(Collectors.joining()),
                lang);
    }

    private List<CoveredSource> coveredSources(RenderingId id) {
        return database.select(
                        DOCUMENT_SEGMENT.SOURCE,
                        DOCUMENT_SEGMENT.SPACE_AFTER,
                        DOCUMENT_SEGMENT.SOURCE_HASH)
                .from(DOCUMENT_SEGMENT)
                .join(DOCUMENT_RENDERING_SEGMENT)
                .on(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID.eq(DOCUMENT_SEGMENT.ID))
                .where(
                        DOCUMENT_RENDERING_SEGMENT.RENDERING_ID.eq(id.value()),
                        SegmentReading.inText())
                .orderBy(DOCUMENT_SEGMENT.POSITION)
                .fetch(row -> new CoveredSource(row.value1(), row.value2(), row.value3()));
    }

    private record CoveredSource(String text, String space, long hash) {}

    /// Every project that one of the renderings is in.
    List<ProjectId> projectsOf(List<RenderingId> ids) {
        return database.selectDistinct(DOCUMENT.PROJECT_ID)
                .from(DOCUMENT)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(DOCUMENT.ID))
                .join(DOCUMENT_RENDERING)
                .on(DOCUMENT_RENDERING.SET_ID.eq(DOCUMENT_RENDERING_SET.ID))
                .where(DOCUMENT_RENDERING.ID.in(ids.stream().map(RenderingId::value).toList()))
                .fetch(row -> new ProjectId(row.value1()));
    }

    Optional<ProjectId> projectOf(DocumentId id) {
        return database.select(DOCUMENT.PROJECT_ID)
                .from(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()))
                .fetchOptional(row -> new ProjectId(row.value1()));
    }

    /// The membership check of callers that read; those that change go through [#make].
    Optional<ProjectId> projectOf(RenderingId id) {
        return database.select(DOCUMENT.PROJECT_ID)
                .from(DOCUMENT)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(DOCUMENT.ID))
                .join(DOCUMENT_RENDERING)
                .on(DOCUMENT_RENDERING.SET_ID.eq(DOCUMENT_RENDERING_SET.ID))
                .where(DOCUMENT_RENDERING.ID.eq(id.value()), DOCUMENT.DELETED_AT.isNull())
                .fetchOptional(row -> new ProjectId(row.value1()));
    }
}
