package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_CHANGE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_DRAFT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_FORMER_ORIGINAL;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_INLINE_CODE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_NOTE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REPAIR_EDIT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REVISION;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEEN;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SOURCE_REVISION;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.base.FileId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ReadOnlyMode;
import org.bargardan.base.StoredFiles;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectPurged;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Deleting documents, which can be taken back for [Projects#KEPT], and their end after that.
/// Revisions go with their document, never alone.
@Service
public class DocumentDeletion {

    private final DSLContext database;
    private final Documents documents;
    private final Membership membership;
    private final StoredFiles files;
    private final AuditLog audit;
    private final ReadOnlyMode readOnly;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentDeletion(
            DSLContext database,
            Documents documents,
            Membership membership,
            StoredFiles files,
            AuditLog audit,
            ReadOnlyMode readOnly,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.documents = documents;
        this.membership = membership;
        this.files = files;
        this.audit = audit;
        this.readOnly = readOnly;
        this.events = events;
        this.clock = clock;
    }

    /// A document that was deleted and can still be brought back.
    public record Deleted(DocumentId id, String title, Instant at) {}

    /// For managers. Nobody sees the document any more, and its memory units go with it.
    @Transactional
    public void delete(DocumentId id, UserId actor) {
        var document = documents.get(id, actor);
        membership.require(document.project(), actor, ProjectRole.MANAGER);
        int deleted =
                database.update(DOCUMENT)
                        .set(DOCUMENT.DELETED_AT, OffsetDateTime.now(clock))
                        .set(DOCUMENT.VERSION, DOCUMENT.VERSION.plus(1))
                        .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.DELETED_AT.isNull())
                        .execute();
        if (deleted == 1) {
            events.publishEvent(new DocumentDeleted(id));
            audit.add(AuditAction.DELETED, actor, "document:" + id.value(), "");
        }
    }

    /// The deleted documents of a project, last deleted first; for managers.
    @Transactional(readOnly = true)
    public List<Deleted> deletedOf(ProjectId project, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER);
        return database.select(DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.DELETED_AT)
                .from(DOCUMENT)
                .where(DOCUMENT.PROJECT_ID.eq(project.value()), DOCUMENT.DELETED_AT.isNotNull())
                .orderBy(DOCUMENT.DELETED_AT.desc())
                .fetch(row ->
                        new Deleted(
                                new DocumentId(row.value1()),
                                row.value2(),
                                row.value3().toInstant()));
    }

    /// Brings a deleted document back as it was; for managers.
    ///
    /// @throws NotFoundException if there is no such deleted document where the person is a member
    @Transactional
    public void undelete(DocumentId id, UserId actor) {
        var project =
                database.select(DOCUMENT.PROJECT_ID)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.DELETED_AT.isNotNull())
                        .fetchOptional(row -> new ProjectId(row.value1()))
                        .orElseThrow(() -> new NotFoundException("document"));
        membership.require(project, actor, ProjectRole.MANAGER);
        int back =
                database.update(DOCUMENT)
                        .setNull(DOCUMENT.DELETED_AT)
                        .set(DOCUMENT.VERSION, DOCUMENT.VERSION.plus(1))
                        .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.DELETED_AT.isNotNull())
                        .execute();
        if (back == 1) {
            events.publishEvent(new DocumentUndeleted(id));
            audit.add(AuditAction.UNDELETED, actor, "document:" + id.value(), "");
        }
    }

    /// Removes for good what was deleted longer ago than [Projects#KEPT].
    ///
    /// @return how many documents
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    @Transactional
    int purge() {
        if (readOnly.isOn()) {
            return 0;
        }
        var old =
                database.select(DOCUMENT.ID)
                        .from(DOCUMENT)
                        .where(
                                DOCUMENT.DELETED_AT.lt(
                                        OffsetDateTime.now(clock).minus(Projects.KEPT)))
                        .fetch(row -> new DocumentId(row.value1()));
        old.forEach(this::purge);
        return old.size();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProjectPurged purged) {
        database.select(DOCUMENT.ID)
                .from(DOCUMENT)
                .where(DOCUMENT.PROJECT_ID.eq(purged.project().value()))
                .fetch(row -> new DocumentId(row.value1()))
                .forEach(this::purge);
    }

    private void purge(DocumentId id) {
        var originals = originals(id);
        events.publishEvent(
                new DocumentPurged(id, renderings(id).fetch(row -> new RenderingId(row.value1()))));
        database.deleteFrom(DOCUMENT_DRAFT)
                .where(DOCUMENT_DRAFT.RENDERING_ID.in(renderings(id)))
                .execute();
        database.deleteFrom(DOCUMENT_NOTE)
                .where(DOCUMENT_NOTE.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.RENDERING_ID.in(renderings(id)))
                .execute();
        database.deleteFrom(DOCUMENT_RENDERING_SEGMENT)
                .where(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID.in(renderings(id)))
                .execute();
        database.deleteFrom(DOCUMENT_SEEN)
                .where(DOCUMENT_SEEN.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_CHANGE)
                .where(DOCUMENT_CHANGE.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_RENDERING)
                .where(DOCUMENT_RENDERING.SET_ID.in(sets(id)))
                .execute();
        database.deleteFrom(DOCUMENT_RENDERING_SET)
                .where(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_SOURCE_REVISION)
                .where(DOCUMENT_SOURCE_REVISION.SEGMENT_ID.in(segments(id)))
                .execute();
        database.deleteFrom(DOCUMENT_INLINE_CODE)
                .where(DOCUMENT_INLINE_CODE.SEGMENT_ID.in(segments(id)))
                .execute();
        // A segment may point at another that goes with it; the pointers go first.
        database.update(DOCUMENT_SEGMENT)
                .setNull(DOCUMENT_SEGMENT.JOINED_INTO)
                .setNull(DOCUMENT_SEGMENT.SPLIT_FROM)
                .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_SEGMENT)
                .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_PARAGRAPH)
                .where(DOCUMENT_PARAGRAPH.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_REPAIR_EDIT)
                .where(DOCUMENT_REPAIR_EDIT.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT_FORMER_ORIGINAL)
                .where(DOCUMENT_FORMER_ORIGINAL.DOCUMENT_ID.eq(id.value()))
                .execute();
        database.deleteFrom(DOCUMENT).where(DOCUMENT.ID.eq(id.value())).execute();
        // Equal bytes are stored once, so another document may still need them.
        for (var file : originals) {
            if (!database.fetchExists(DOCUMENT, DOCUMENT.FILE_ID.eq(file))
                    && !database.fetchExists(
                            DOCUMENT_FORMER_ORIGINAL, DOCUMENT_FORMER_ORIGINAL.FILE_ID.eq(file))) {
                files.remove(new FileId(file));
            }
        }
        audit.add(AuditAction.PURGED, "document:" + id.value(), "");
    }

    /// The file of now and those that newer versions replaced.
    private List<UUID> originals(DocumentId id) {
        return database.select(DOCUMENT.FILE_ID)
                .from(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()))
                .union(
                        database.select(DOCUMENT_FORMER_ORIGINAL.FILE_ID)
                                .from(DOCUMENT_FORMER_ORIGINAL)
                                .where(DOCUMENT_FORMER_ORIGINAL.DOCUMENT_ID.eq(id.value())))
                .fetch(row -> row.value1());
    }

    private Select<Record1<UUID>> sets(DocumentId id) {
        return database.select(DOCUMENT_RENDERING_SET.ID)
                .from(DOCUMENT_RENDERING_SET)
                .where(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(id.value()));
    }

    private Select<Record1<UUID>> renderings(DocumentId id) {
        return database.select(DOCUMENT_RENDERING.ID)
                .from(DOCUMENT_RENDERING)
                .where(DOCUMENT_RENDERING.SET_ID.in(sets(id)));
    }

    private Select<Record1<UUID>> segments(DocumentId id) {
        return database.select(DOCUMENT_SEGMENT.ID)
                .from(DOCUMENT_SEGMENT)
                .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(id.value()));
    }
}
