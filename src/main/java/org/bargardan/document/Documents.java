package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_CHANGE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REPAIR_EDIT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEEN;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bargardan.account.UserId;
import org.bargardan.base.FileId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The documents of projects; members see them.
@Service
public class Documents {

    private final DSLContext database;
    private final Projects projects;
    private final Membership membership;
    private final DocumentCreation creation;
    private final SegmentReading reading;

    Documents(
            DSLContext database,
            Projects projects,
            Membership membership,
            DocumentCreation creation,
            SegmentReading reading) {
        this.database = database;
        this.projects = projects;
        this.membership = membership;
        this.creation = creation;
        this.reading = reading;
    }

    /// For managers and translators. The document exists whole or not at all.
    @Transactional
    public DocumentId create(ProjectId project, NewDocument document, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        var id = new DocumentId(TimeOrderedIds.next());
        creation.create(id, projects.get(project), document, actor);
        return id;
    }

    /// The same under an id of the caller's, who may be run twice: the second time nothing happens.
    @Transactional
    public void createOnce(DocumentId id, ProjectId project, NewDocument document, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        if (!isKnown(id)) {
            creation.create(id, projects.get(project), document, actor);
        }
    }

    /// Whether there is such a document, deleted or not; checks no membership.
    @Transactional(readOnly = true)
    public boolean isKnown(DocumentId id) {
        return database.fetchExists(DOCUMENT, DOCUMENT.ID.eq(id.value()));
    }

    /// @throws NotFoundException unless the person is a member of its project
    @Transactional(readOnly = true)
    public Document get(DocumentId id, UserId actor) {
        var document = get(id);
        membership.requireMember(document.project(), actor);
        return document;
    }

    /// For work that no person's request carries, such as learning; checks no membership.
    @Transactional(readOnly = true)
    public Document get(DocumentId id) {
        return find(id).orElseThrow(() -> new NotFoundException("document"));
    }

    /// Empty if it, or its project, was deleted; checks no membership.
    @Transactional(readOnly = true)
    public Optional<Document> find(DocumentId id) {
        return database.select(DOCUMENT.PROJECT_ID, DOCUMENT.TITLE, DOCUMENT.CHANGE_NO)
                .from(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.DELETED_AT.isNull())
                .fetchOptional()
                .flatMap(row ->
                        projects.find(new ProjectId(row.value1()))
                                .map(project -> document(id, project, row.value2(), row.value3())));
    }

    /// In the order in which they came.
    @Transactional(readOnly = true)
    public List<Document> of(ProjectId id, UserId actor) {
        var project = projects.get(id, actor);
        return database.select(DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.CHANGE_NO)
                .from(DOCUMENT)
                .where(DOCUMENT.PROJECT_ID.eq(id.value()), DOCUMENT.DELETED_AT.isNull())
                .orderBy(DOCUMENT.ID)
                .fetch(row ->
                        document(
                                new DocumentId(row.value1()), project, row.value2(), row.value3()));
    }

    /// A page of a project's documents, in the order in which they came.
    ///
    /// @param after only those after this one; null for the first
    @Transactional(readOnly = true)
    public List<Document> of(ProjectId id, @Nullable DocumentId after, int limit, UserId actor) {
        var project = projects.get(id, actor);
        return database.select(DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.CHANGE_NO)
                .from(DOCUMENT)
                .where(
                        DOCUMENT.PROJECT_ID.eq(id.value()),
                        DOCUMENT.DELETED_AT.isNull(),
                        after == null ? noCondition() : DOCUMENT.ID.gt(after.value()))
                .orderBy(DOCUMENT.ID)
                .limit(limit)
                .fetch(row ->
                        document(
                                new DocumentId(row.value1()), project, row.value2(), row.value3()));
    }

    /// The file a document came from.
    @Transactional(readOnly = true)
    public Original original(DocumentId id, UserId actor) {
        get(id, actor);
        return database.selectFrom(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()))
                .fetchSingle(row ->
                        new Original(
                                new FileId(row.getFileId()),
                                row.getFileName(),
                                row.getFilter(),
                                row.getFilterParameters(),
                                row.getFilterVersion(),
                                row.getExtractionSha256()));
    }

    /// What was done to the original's text, in order of place.
    @Transactional(readOnly = true)
    public List<Repair> repairs(DocumentId id, UserId actor) {
        get(id, actor);
        return database.selectFrom(DOCUMENT_REPAIR_EDIT)
                .where(
                        DOCUMENT_REPAIR_EDIT.DOCUMENT_ID.eq(id.value()),
                        DOCUMENT_REPAIR_EDIT.REMOVED_NO.isNull())
                .orderBy(DOCUMENT_REPAIR_EDIT.AT_OFFSET, DOCUMENT_REPAIR_EDIT.N)
                .fetch(row ->
                        new Repair(
                                row.getN(),
                                row.getRule(),
                                row.getAtOffset(),
                                row.getBeforeText(),
                                row.getAfterText(),
                                RepairState.of(row.getState())));
    }

    /// How far the working renderings of each document are.
    ///
    /// @throws NotFoundException unless the person is a member of the projects of all
    @Transactional(readOnly = true)
    public Map<DocumentId, Progress> progress(Collection<DocumentId> documents, UserId actor) {
        requireVisible(documents, actor);
        return progress(documents);
    }

    private Map<DocumentId, Progress> progress(Collection<DocumentId> documents) {
        var counts = new HashMap<DocumentId, Map<Status, Integer>>();
        database.select(DOCUMENT_RENDERING_SET.DOCUMENT_ID, DOCUMENT_RENDERING.STATUS, count())
                .from(DOCUMENT_RENDERING)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .where(standingIn(documents))
                .groupBy(DOCUMENT_RENDERING_SET.DOCUMENT_ID, DOCUMENT_RENDERING.STATUS)
                .forEach(row ->
                        counts.computeIfAbsent(
                                        new DocumentId(row.value1()),
                                        id -> new EnumMap<>(Status.class))
                                .put(Status.of(row.value2()), row.value3()));
        var progress = new HashMap<DocumentId, Progress>();
        documents.forEach(id -> progress.put(id, new Progress(counts.getOrDefault(id, Map.of()))));
        return progress;
    }

    /// How far the working renderings of one document are.
    @Transactional(readOnly = true)
    public Progress progress(DocumentId document, UserId actor) {
        return progress(List.of(document), actor).getOrDefault(document, new Progress(Map.of()));
    }

    /// Where a person last changed something.
    ///
    /// @param number of the segment, from 1
    /// @param left how many segments of the document are not confirmed yet
    public record Place(Document document, int number, String source, String target, int left) {}

    /// The segment that a person changed last, in a document they may still see.
    @Transactional(readOnly = true)
    public Optional<Place> lastTouched(UserId actor) {
        return database.select(DOCUMENT_CHANGE.DOCUMENT_ID, DOCUMENT_CHANGE.RENDERING_ID)
                .from(DOCUMENT_CHANGE)
                .join(DOCUMENT)
                .on(DOCUMENT.ID.eq(DOCUMENT_CHANGE.DOCUMENT_ID))
                .where(
                        DOCUMENT_CHANGE.BY_PERSON.eq(actor.value()),
                        DOCUMENT_CHANGE.RENDERING_ID.isNotNull(),
                        DOCUMENT.DELETED_AT.isNull(),
                        DOCUMENT.PROJECT_ID.in(
                                projects.of(actor).stream()
                                        .map(project -> project.id().value())
                                        .toList()))
                .orderBy(DOCUMENT_CHANGE.AT.desc())
                .limit(1)
                .fetchOptional()
                .flatMap(row -> place(new DocumentId(row.value1()), new RenderingId(row.value2())));
    }

    private Optional<Place> place(DocumentId id, RenderingId rendering) {
        var progress = progress(List.of(id)).getOrDefault(id, new Progress(Map.of()));
        return reading.entries(id, List.of(rendering)).stream()
                .findFirst()
                .map(entry ->
                        new Place(
                                get(id),
                                entry.number(),
                                entry.source().text(),
                                entry.rendering().text().text(),
                                progress.total() - progress.translated()));
    }

    /// How many confirmed renderings of each document wait for a reviewer who did not write them.
    @Transactional(readOnly = true)
    public Map<DocumentId, Integer> waitingFor(Collection<DocumentId> documents, UserId reviewer) {
        requireVisible(documents, reviewer);
        return database.select(DOCUMENT_RENDERING_SET.DOCUMENT_ID, count())
                .from(DOCUMENT_RENDERING)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .where(
                        standingIn(documents),
                        DOCUMENT_RENDERING.STATUS.eq(Status.TRANSLATED.key()),
                        DOCUMENT_RENDERING.AUTHOR.ne(reviewer.value()))
                .groupBy(DOCUMENT_RENDERING_SET.DOCUMENT_ID)
                .fetchMap(row -> new DocumentId(row.value1()), row -> row.value2());
    }

    /// What reviewers gave back to a person in one document.
    ///
    /// @param first number of the first such segment, from 1
    public record Returned(int count, int first) {}

    /// The renderings of each document that were returned to the person who wrote them; documents
    /// without any are left out.
    @Transactional(readOnly = true)
    public Map<DocumentId, Returned> returnedTo(Collection<DocumentId> documents, UserId author) {
        requireVisible(documents, author);
        var returned = new HashMap<DocumentId, Returned>();
        database.select(DOCUMENT_RENDERING_SET.DOCUMENT_ID, DOCUMENT_RENDERING.ID)
                .from(DOCUMENT_RENDERING)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .where(
                        standingIn(documents),
                        DOCUMENT_RENDERING.RETURNED.isTrue(),
                        DOCUMENT_RENDERING.AUTHOR.eq(author.value()))
                .fetchGroups(
                        row -> new DocumentId(row.value1()), row -> new RenderingId(row.value2()))
                .forEach((id, renderings) ->
                        returned.put(
                                id,
                                new Returned(
                                        renderings.size(),
                                        reading.entries(id, renderings).getFirst().number())));
        return returned;
    }

    /// Every document of the site, for consumers that catch up after a restart.
    @Transactional(readOnly = true)
    public List<DocumentId> all() {
        return database.select(DOCUMENT.ID)
                .from(DOCUMENT)
                .where(DOCUMENT.DELETED_AT.isNull())
                .orderBy(DOCUMENT.ID)
                .fetch(row -> new DocumentId(row.value1()));
    }

    /// The last change a person has looked at; 0 if they never looked.
    @Transactional(readOnly = true)
    public long seen(DocumentId id, UserId actor) {
        get(id, actor);
        return database.select(DOCUMENT_SEEN.CHANGE_NO)
                .from(DOCUMENT_SEEN)
                .where(
                        DOCUMENT_SEEN.DOCUMENT_ID.eq(id.value()),
                        DOCUMENT_SEEN.PERSON_ID.eq(actor.value()))
                .fetchOptional(DOCUMENT_SEEN.CHANGE_NO)
                .orElse(0L);
    }

    /// Looking at an older state does not undo having looked at a newer one.
    @Transactional
    public void see(DocumentId id, long changeNo, UserId actor) {
        get(id, actor);
        database.insertInto(DOCUMENT_SEEN)
                .set(DOCUMENT_SEEN.PERSON_ID, actor.value())
                .set(DOCUMENT_SEEN.DOCUMENT_ID, id.value())
                .set(DOCUMENT_SEEN.CHANGE_NO, changeNo)
                .onConflict(DOCUMENT_SEEN.PERSON_ID, DOCUMENT_SEEN.DOCUMENT_ID)
                .doUpdate()
                .set(DOCUMENT_SEEN.CHANGE_NO, changeNo)
                .where(DOCUMENT_SEEN.CHANGE_NO.lt(changeNo))
                .execute();
    }

    /// The renderings that changed after a number, in the order of their last change.
    @Transactional(readOnly = true)
    public List<RenderingId> renderingsChangedAfter(DocumentId id, long changeNo, UserId actor) {
        get(id, actor);
        return renderingsChangedAfter(id, changeNo);
    }

    /// For work that no person's request carries, such as learning; checks no membership.
    @Transactional(readOnly = true)
    public List<RenderingId> renderingsChangedAfter(DocumentId id, long changeNo) {
        return database.select(DOCUMENT_RENDERING.ID)
                .from(DOCUMENT_RENDERING)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .where(
                        DOCUMENT_RENDERING_SET.WORKING_OF.eq(id.value()),
                        DOCUMENT_RENDERING.CHANGED_NO.gt(changeNo))
                .orderBy(DOCUMENT_RENDERING.CHANGED_NO)
                .fetch(row -> new RenderingId(row.value1()));
    }

    /// Whether segments were split or joined after a number, or a newer version of the file came,
    /// so that numbers and rows have moved.
    @Transactional(readOnly = true)
    public boolean reshapedAfter(DocumentId id, long changeNo, UserId actor) {
        get(id, actor);
        return database.fetchExists(
                DOCUMENT_CHANGE,
                DOCUMENT_CHANGE
                        .DOCUMENT_ID
                        .eq(id.value())
                        .and(DOCUMENT_CHANGE.CHANGE_NO.gt(changeNo))
                        .and(DOCUMENT_CHANGE.WHAT.in("split", "join", "reimport")));
    }

    private void requireVisible(Collection<DocumentId> documents, UserId actor) {
        database.selectDistinct(DOCUMENT.PROJECT_ID)
                .from(DOCUMENT)
                .where(DOCUMENT.ID.in(documents.stream().map(DocumentId::value).toList()))
                .fetch(row -> new ProjectId(row.value1()))
                .forEach(project -> membership.requireMember(project, actor));
    }

    /// Renderings of the documents' working sets that cover something: one whose segments were all
    /// joined into others, or taken out by a newer version, covers nothing and is only kept.
    private static Condition standingIn(Collection<DocumentId> documents) {
        return DOCUMENT_RENDERING_SET
                .WORKING_OF
                .in(documents.stream().map(DocumentId::value).toList())
                .and(
                        exists(
                                selectOne()
                                        .from(DOCUMENT_RENDERING_SEGMENT)
                                        .join(DOCUMENT_SEGMENT)
                                        .on(
                                                DOCUMENT_SEGMENT.ID.eq(
                                                        DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID))
                                        .where(
                                                DOCUMENT_RENDERING_SEGMENT.RENDERING_ID.eq(
                                                        DOCUMENT_RENDERING.ID),
                                                SegmentReading.inText())));
    }

    private static Document document(DocumentId id, Project project, String title, long changeNo) {
        return new Document(id, project.id(), project.name(), title, project.languages(), changeNo);
    }
}
