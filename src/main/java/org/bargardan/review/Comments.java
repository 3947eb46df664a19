package org.bargardan.review;

import static org.bargardan.review.internal.schema.Tables.REVIEW_ASSIGNMENT;
import static org.bargardan.review.internal.schema.Tables.REVIEW_COMMENT;
import static org.bargardan.review.internal.schema.Tables.REVIEW_DECISION;
import static org.bargardan.review.internal.schema.Tables.REVIEW_THREAD;
import static org.jooq.impl.DSL.count;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentId;
import org.bargardan.document.DocumentPurged;
import org.bargardan.document.Documents;
import org.bargardan.document.Rendering;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.editor.panel.CommentCounts;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectPurged;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.StorableText;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What people say to each other about a rendering; comments never change its version.
@Service
public class Comments implements CommentCounts {

    /// Longest comment, in code points.
    public static final int MOST = 4000;

    private static final int FETCH = 500;

    private final DSLContext database;
    private final Users users;
    private final Renderings renderings;
    private final Documents documents;
    private final Membership membership;
    private final Clock clock;

    Comments(
            DSLContext database,
            Users users,
            Renderings renderings,
            Documents documents,
            Membership membership,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.renderings = renderings;
        this.documents = documents;
        this.membership = membership;
        this.clock = clock;
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<Comment> of(RenderingId rendering, UserId actor) {
        renderings.get(rendering, actor);
        var rows =
                database.select(REVIEW_COMMENT.BY_PERSON, REVIEW_COMMENT.TEXT, REVIEW_COMMENT.AT)
                        .from(REVIEW_COMMENT)
                        .join(REVIEW_THREAD)
                        .on(REVIEW_THREAD.ID.eq(REVIEW_COMMENT.THREAD_ID))
                        .where(REVIEW_THREAD.RENDERING_ID.eq(rendering.value()))
                        .orderBy(REVIEW_COMMENT.ID)
                        .fetch();
        var people = users.byIds(rows.stream().map(row -> new UserId(row.value1())).toList());
        return rows.stream()
                .flatMap(row ->
                        Optional.ofNullable(people.get(new UserId(row.value1())))
                                .map(by -> new Comment(by, row.value2(), row.value3().toInstant()))
                                .stream())
                .toList();
    }

    /// Takes one comment.
    @FunctionalInterface
    public interface Taker {

        void take(CommentRow comment) throws IOException;
    }

    /// Everything said in a document, one after another in constant memory, for taking it away
    /// whole.
    ///
    /// @return how many comments there were
    @Transactional(propagation = Propagation.MANDATORY)
    public long each(DocumentId document, UserId actor, Taker taker) throws IOException {
        documents.get(document, actor);
        long count = 0;
        try (var rows =
                database.select(REVIEW_COMMENT.fields())
                        .select(
                                REVIEW_THREAD.SEGMENT_ID,
                                REVIEW_THREAD.RENDERING_ID,
                                REVIEW_THREAD.STATE)
                        .from(REVIEW_COMMENT)
                        .join(REVIEW_THREAD)
                        .on(REVIEW_THREAD.ID.eq(REVIEW_COMMENT.THREAD_ID))
                        .where(REVIEW_THREAD.DOCUMENT_ID.eq(document.value()))
                        .orderBy(REVIEW_COMMENT.ID)
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            for (var row : rows) {
                taker.take(
                        new CommentRow(
                                row.get(REVIEW_COMMENT.ID),
                                row.get(REVIEW_COMMENT.THREAD_ID),
                                row.get(REVIEW_THREAD.SEGMENT_ID),
                                row.get(REVIEW_THREAD.RENDERING_ID),
                                row.get(REVIEW_THREAD.STATE),
                                row.get(REVIEW_COMMENT.TEXT),
                                new UserId(row.get(REVIEW_COMMENT.BY_PERSON)),
                                row.get(REVIEW_COMMENT.AT).toInstant()));
                count++;
            }
        }
        return count;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<RenderingId, Integer> counts(Collection<RenderingId> ids, UserId actor) {
        database.selectDistinct(REVIEW_THREAD.PROJECT_ID)
                .from(REVIEW_THREAD)
                .where(REVIEW_THREAD.RENDERING_ID.in(ids.stream().map(RenderingId::value).toList()))
                .fetch(row -> new ProjectId(row.value1()))
                .forEach(project -> membership.requireMember(project, actor));
        return database.select(REVIEW_THREAD.RENDERING_ID, count())
                .from(REVIEW_COMMENT)
                .join(REVIEW_THREAD)
                .on(REVIEW_THREAD.ID.eq(REVIEW_COMMENT.THREAD_ID))
                .where(REVIEW_THREAD.RENDERING_ID.in(ids.stream().map(RenderingId::value).toList()))
                .groupBy(REVIEW_THREAD.RENDERING_ID)
                .fetchMap(row -> new RenderingId(row.value1()), row -> row.value2());
    }

    /// For everybody in the project but readers.
    @Transactional
    public void say(RenderingId id, String text, UserId actor) {
        var rendering = renderings.get(id, actor);
        var document = documents.get(rendering.document(), actor);
        membership.require(
                document.project(),
                actor,
                ProjectRole.MANAGER,
                ProjectRole.TRANSLATOR,
                ProjectRole.REVIEWER);
        if (text.isBlank()
                || text.codePointCount(0, text.length()) > MOST
                || StorableText.problemIn(text).isPresent()) {
            throw new IllegalArgumentException("a comment of " + text.length() + " characters");
        }
        database.insertInto(REVIEW_COMMENT)
                .set(REVIEW_COMMENT.ID, TimeOrderedIds.next())
                .set(REVIEW_COMMENT.THREAD_ID, thread(rendering, document))
                .set(REVIEW_COMMENT.BY_PERSON, actor.value())
                .set(REVIEW_COMMENT.TEXT, text)
                .set(REVIEW_COMMENT.AT, OffsetDateTime.now(clock))
                .set(REVIEW_COMMENT.VERSION, 1L)
                .execute();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DocumentPurged purged) {
        var threads =
                database.select(REVIEW_THREAD.ID)
                        .from(REVIEW_THREAD)
                        .where(REVIEW_THREAD.DOCUMENT_ID.eq(purged.document().value()));
        database.deleteFrom(REVIEW_COMMENT).where(REVIEW_COMMENT.THREAD_ID.in(threads)).execute();
        database.deleteFrom(REVIEW_THREAD)
                .where(REVIEW_THREAD.DOCUMENT_ID.eq(purged.document().value()))
                .execute();
        database.deleteFrom(REVIEW_ASSIGNMENT)
                .where(REVIEW_ASSIGNMENT.DOCUMENT_ID.eq(purged.document().value()))
                .execute();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProjectPurged purged) {
        var threads =
                database.select(REVIEW_THREAD.ID)
                        .from(REVIEW_THREAD)
                        .where(REVIEW_THREAD.PROJECT_ID.eq(purged.project().value()));
        database.deleteFrom(REVIEW_COMMENT).where(REVIEW_COMMENT.THREAD_ID.in(threads)).execute();
        database.deleteFrom(REVIEW_THREAD)
                .where(REVIEW_THREAD.PROJECT_ID.eq(purged.project().value()))
                .execute();
        database.deleteFrom(REVIEW_DECISION)
                .where(REVIEW_DECISION.PROJECT_ID.eq(purged.project().value()))
                .execute();
    }

    /// The open thread of a rendering; a new one if there is none.
    private UUID thread(Rendering rendering, Document document) {
        return database.select(REVIEW_THREAD.ID)
                .from(REVIEW_THREAD)
                .where(
                        REVIEW_THREAD.RENDERING_ID.eq(rendering.id().value()),
                        REVIEW_THREAD.STATE.eq("open"))
                .orderBy(REVIEW_THREAD.ID)
                .limit(1)
                .fetchOptional(row -> row.value1())
                .orElseGet(() -> open(rendering, document));
    }

    private UUID open(Rendering rendering, Document document) {
        var id = TimeOrderedIds.next();
        database.insertInto(REVIEW_THREAD)
                .set(REVIEW_THREAD.ID, id)
                .set(REVIEW_THREAD.PROJECT_ID, document.project().value())
                .set(REVIEW_THREAD.DOCUMENT_ID, document.id().value())
                .set(REVIEW_THREAD.RENDERING_ID, rendering.id().value())
                .set(REVIEW_THREAD.STATE, "open")
                .set(REVIEW_THREAD.CREATED_AT, OffsetDateTime.now(clock))
                .set(REVIEW_THREAD.VERSION, 1L)
                .execute();
        return id;
    }
}
