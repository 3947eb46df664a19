package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_DRAFT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REVISION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.ChangePolicy.Action;
import org.bargardan.document.RenderingChange.Request;
import org.bargardan.document.internal.schema.tables.records.DocumentRevisionRecord;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.ChangeClass;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.StorableText;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everything people do to a rendering. The text is stored exactly as sent; of several changes from
/// one version exactly one succeeds, and the others learn what it left.
@Service
public class Renderings {

    /// Longest text of a rendering, in code points: twice the longest source.
    public static final int TEXT_MOST = 200_000;

    private final DSLContext database;
    private final RenderingChange change;
    private final Membership membership;
    private final Projects projects;
    private final Clock clock;

    Renderings(
            DSLContext database,
            RenderingChange change,
            Membership membership,
            Projects projects,
            Clock clock) {
        this.database = database;
        this.change = change;
        this.membership = membership;
        this.projects = projects;
        this.clock = clock;
    }

    /// @throws NotFoundException unless the person is a member of its project
    @Transactional(readOnly = true)
    public Rendering get(RenderingId id, UserId actor) {
        requireMember(id, actor);
        return database.select(DOCUMENT_RENDERING_SET.DOCUMENT_ID)
                .select(DOCUMENT_RENDERING.fields())
                .from(DOCUMENT_RENDERING)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .where(DOCUMENT_RENDERING.ID.eq(id.value()))
                .fetchSingle(row ->
                        SegmentReading.rendering(
                                new DocumentId(row.get(DOCUMENT_RENDERING_SET.DOCUMENT_ID)),
                                row.into(DOCUMENT_RENDERING)));
    }

    /// Leaves the words as a draft, in history; nothing is written when they are as they were.
    @Transactional
    public SaveResult save(
            RenderingId id, long version, TaggedText text, Origin origin, UserId actor) {
        return change.make(
                new Request(Action.SAVE, id, version, text, Status.DRAFT, origin, null, actor));
    }

    /// Says that the words are right; the memory learns them a moment later.
    @Transactional
    public SaveResult confirm(
            RenderingId id, long version, TaggedText text, Origin origin, UserId actor) {
        return change.make(
                new Request(
                        Action.CONFIRM, id, version, text, Status.TRANSLATED, origin, null, actor));
    }

    /// Makes the words final, corrected as sent.
    @Transactional
    public SaveResult approve(RenderingId id, long version, TaggedText text, UserId actor) {
        return change.make(
                new Request(
                        Action.APPROVE,
                        id,
                        version,
                        text,
                        Status.APPROVED,
                        Origin.TYPED,
                        null,
                        actor));
    }

    /// Makes the words final as they stand.
    @Transactional
    public SaveResult approve(RenderingId id, long version, UserId actor) {
        return change.make(
                new Request(
                        Action.APPROVE,
                        id,
                        version,
                        null,
                        Status.APPROVED,
                        Origin.TYPED,
                        null,
                        actor));
    }

    /// Gives the words back to the translator, saying why.
    ///
    /// @throws IllegalArgumentException if the reason is longer than [Reason#MOST]
    @Transactional
    public SaveResult giveBack(RenderingId id, long version, Reason reason, UserId actor) {
        return change.make(
                new Request(
                        Action.RETURN,
                        id,
                        version,
                        null,
                        Status.DRAFT,
                        Origin.TYPED,
                        reason,
                        actor));
    }

    /// Takes a confirmation or an approval back; the words stay.
    @Transactional
    public SaveResult reopen(RenderingId id, long version, UserId actor) {
        return change.make(
                new Request(
                        Action.REOPEN, id, version, null, Status.DRAFT, Origin.TYPED, null, actor));
    }

    /// What a person may do in a document, for showing it.
    @Transactional(readOnly = true)
    public Permissions permissions(Document document, UserId actor) {
        return new Permissions(
                change,
                actor,
                membership.requireMember(document.project(), actor),
                projects.get(document.project()).workflow());
    }

    /// Keeps unsent words for their writer alone: no history, no event, the last one wins. Words
    /// that are stored already are no draft. For those who may write.
    ///
    /// @return what no database could hold; then nothing was stored
    /// @throws IllegalArgumentException if they are longer than any rendering
    @Transactional
    public Optional<SaveResult.Unstorable> keepDraft(
            RenderingId id, long baseVersion, TaggedText text, UserId actor) {
        membership.require(project(id), actor, ProjectRole.TRANSLATOR, ProjectRole.REVIEWER);
        if (isTooLong(text)) {
            throw new IllegalArgumentException("a draft of " + text.text().length() + " signs");
        }
        var problem = StorableText.problemIn(text.text());
        if (problem.isPresent()) {
            return problem.map(SaveResult.Unstorable::new);
        }
        if (get(id, actor).text().equals(text)) {
            dropDraft(id, actor);
            return Optional.empty();
        }
        var now = OffsetDateTime.now(clock);
        var codes = InlineCodes.write(text.codes());
        database.insertInto(DOCUMENT_DRAFT)
                .set(DOCUMENT_DRAFT.PERSON_ID, actor.value())
                .set(DOCUMENT_DRAFT.RENDERING_ID, id.value())
                .set(DOCUMENT_DRAFT.BASE_VERSION, baseVersion)
                .set(DOCUMENT_DRAFT.TEXT, text.text())
                .set(DOCUMENT_DRAFT.CODES, codes)
                .set(DOCUMENT_DRAFT.AT, now)
                .onConflict(DOCUMENT_DRAFT.PERSON_ID, DOCUMENT_DRAFT.RENDERING_ID)
                .doUpdate()
                .set(DOCUMENT_DRAFT.BASE_VERSION, baseVersion)
                .set(DOCUMENT_DRAFT.TEXT, text.text())
                .set(DOCUMENT_DRAFT.CODES, codes)
                .set(DOCUMENT_DRAFT.AT, now)
                .execute();
        return Optional.empty();
    }

    /// Forgets unsent words, which their writer has decided against.
    @Transactional
    public void dropDraft(RenderingId id, UserId actor) {
        requireMember(id, actor);
        change.dropDraft(id, actor);
    }

    /// A person's own drafts in the working set of a document.
    @Transactional(readOnly = true)
    public Map<RenderingId, Draft> drafts(DocumentId document, UserId actor) {
        change.projectOf(document).ifPresent(project -> membership.requireMember(project, actor));
        return database.select(DOCUMENT_DRAFT.fields())
                .from(DOCUMENT_DRAFT)
                .join(DOCUMENT_RENDERING)
                .on(DOCUMENT_RENDERING.ID.eq(DOCUMENT_DRAFT.RENDERING_ID))
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .where(
                        DOCUMENT_RENDERING_SET.WORKING_OF.eq(document.value()),
                        DOCUMENT_DRAFT.PERSON_ID.eq(actor.value()))
                .fetchMap(
                        row -> new RenderingId(row.get(DOCUMENT_DRAFT.RENDERING_ID)),
                        row ->
                                new Draft(
                                        new RenderingId(row.get(DOCUMENT_DRAFT.RENDERING_ID)),
                                        row.get(DOCUMENT_DRAFT.BASE_VERSION),
                                        new TaggedText(
                                                row.get(DOCUMENT_DRAFT.TEXT),
                                                InlineCodes.read(row.get(DOCUMENT_DRAFT.CODES)))));
    }

    /// The history of a rendering, oldest first.
    @Transactional(readOnly = true)
    public List<Revision> revisions(RenderingId id, UserId actor) {
        requireMember(id, actor);
        return database.selectFrom(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.RENDERING_ID.eq(id.value()))
                .orderBy(DOCUMENT_REVISION.N)
                .fetch(Renderings::revision);
    }

    /// A page of the history of a rendering, oldest first.
    ///
    /// @param after only those after the revision of this number; 0 for the first
    @Transactional(readOnly = true)
    public List<Revision> revisions(RenderingId id, long after, int limit, UserId actor) {
        requireMember(id, actor);
        return database.selectFrom(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.RENDERING_ID.eq(id.value()), DOCUMENT_REVISION.N.gt(after))
                .orderBy(DOCUMENT_REVISION.N)
                .limit(limit)
                .fetch(Renderings::revision);
    }

    /// The last revision of each rendering; none for those that never had words.
    @Transactional(readOnly = true)
    public Map<RenderingId, Revision> lastRevisions(List<RenderingId> ids, UserId actor) {
        requireVisible(ids, actor);
        return lastRevisions(ids);
    }

    /// For work that no person's request carries, such as learning; checks no membership.
    @Transactional(readOnly = true)
    public Map<RenderingId, Revision> lastRevisions(List<RenderingId> ids) {
        return database
                .select(DOCUMENT_REVISION.fields())
                .from(DOCUMENT_REVISION)
                .join(DOCUMENT_RENDERING)
                .on(
                        DOCUMENT_RENDERING.ID.eq(DOCUMENT_REVISION.RENDERING_ID),
                        DOCUMENT_RENDERING.REVISION_N.eq(DOCUMENT_REVISION.N))
                .where(DOCUMENT_RENDERING.ID.in(ids.stream().map(RenderingId::value).toList()))
                .fetchInto(DOCUMENT_REVISION)
                .stream()
                .map(Renderings::revision)
                .collect(
                        HashMap::new,
                        (map, revision) -> map.put(revision.rendering(), revision),
                        Map::putAll);
    }

    /// What the renderings held when the document was at a change number; none for those that had
    /// no words then.
    @Transactional(readOnly = true)
    public Map<RenderingId, TaggedText> textsAt(
            List<RenderingId> ids, long changeNo, UserId actor) {
        requireVisible(ids, actor);
        var texts = new HashMap<RenderingId, TaggedText>();
        database.selectFrom(DOCUMENT_REVISION)
                .where(
                        DOCUMENT_REVISION.RENDERING_ID.in(
                                ids.stream().map(RenderingId::value).toList()),
                        DOCUMENT_REVISION.CHANGE_NO.le(changeNo))
                .orderBy(DOCUMENT_REVISION.N)
                .forEach(row ->
                        texts.put(
                                new RenderingId(row.getRenderingId()),
                                new TaggedText(row.getText(), InlineCodes.read(row.getCodes()))));
        return texts;
    }

    /// The status of every rendering in the working set of a document.
    @Transactional(readOnly = true)
    public Map<RenderingId, Status> statuses(DocumentId document, UserId actor) {
        var statuses = new HashMap<RenderingId, Status>();
        database.select(DOCUMENT_RENDERING.ID, DOCUMENT_RENDERING.STATUS, DOCUMENT.PROJECT_ID)
                .from(DOCUMENT_RENDERING)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                .join(DOCUMENT)
                .on(DOCUMENT.ID.eq(DOCUMENT_RENDERING_SET.DOCUMENT_ID))
                .where(DOCUMENT_RENDERING_SET.WORKING_OF.eq(document.value()))
                .forEach(row -> {
                    if (statuses.isEmpty()) {
                        membership.requireMember(new ProjectId(row.value3()), actor);
                    }
                    statuses.put(new RenderingId(row.value1()), Status.of(row.value2()));
                });
        return statuses;
    }

    private void requireVisible(List<RenderingId> ids, UserId actor) {
        change.projectsOf(ids).forEach(project -> membership.requireMember(project, actor));
    }

    private void requireMember(RenderingId id, UserId actor) {
        membership.requireMember(project(id), actor);
    }

    private ProjectId project(RenderingId id) {
        return change.projectOf(id).orElseThrow(() -> new NotFoundException("rendering"));
    }

    static boolean isTooLong(TaggedText text) {
        return text.text().codePointCount(0, text.text().length()) > TEXT_MOST;
    }

    static Revision revision(DocumentRevisionRecord row) {
        return new Revision(
                new RenderingId(row.getRenderingId()),
                row.getN(),
                new TaggedText(row.getText(), InlineCodes.read(row.getCodes())),
                Status.of(row.getStatus()),
                row.getReturned(),
                ChangeClass.of(row.getChangeClass()),
                new Origin(
                        Origin.Kind.of(row.getOrigin()), row.getOriginRef(), row.getOriginScore()),
                reason(row),
                new UserId(row.getByPerson()),
                row.getAt().toInstant(),
                row.getChangeNo());
    }

    private static @Nullable Reason reason(DocumentRevisionRecord row) {
        var kind = row.getReasonKind();
        return kind == null ? null : new Reason(Reason.Kind.of(kind), row.getReason());
    }
}
