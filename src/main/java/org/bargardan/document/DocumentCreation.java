package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_NOTE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REPAIR_EDIT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.internal.schema.tables.records.DocumentRepairEditRecord;
import org.bargardan.project.Project;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a document with its paragraphs, segments and empty renderings, in bulk.
@Component
class DocumentCreation {

    /// The room between two neighbours, so that a split finds a place without moving the rest.
    static final long GAP = 1L << 20;

    private final DSLContext database;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentCreation(
            DSLContext database, ChangeLog changes, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void create(DocumentId id, Project project, NewDocument document, UserId actor) {
        insertDocument(id, project, document, actor);
        var set = insertWorkingSet(id, project);
        long changeNo = changes.next(id, "import", null, null, actor);
        var rows =
                new NewRows(
                        id, changeNo, document.lang(), "import", actor, OffsetDateTime.now(clock));
        var notes = new NewNotes(id, document.paragraphs());
        long position = 0;
        for (var paragraph : document.paragraphs()) {
            position += GAP;
            add(rows, paragraph, position, set, notes);
            if (rows.isFull()) {
                rows.write(database);
            }
        }
        rows.write(database);
        NewRows.insert(database, DOCUMENT_NOTE, notes.rows());
        NewRows.insert(database, DOCUMENT_REPAIR_EDIT, repairs(id, document.repairs(), 0));
        events.publishEvent(new DocumentCreated(id));
    }

    private static void add(
            NewRows rows, NewParagraph paragraph, long position, UUID set, NewNotes notes) {
        var id = rows.add(paragraph, position);
        notes.beginParagraph(id, paragraph);
        long place = 0;
        for (var segment : paragraph.segments()) {
            place += GAP;
            var segmentId = rows.add(segment, paragraph, id, place);
            notes.addSegment(segmentId, segment);
            if (paragraph.translatable()) {
                rows.link(set, segmentId, rows.addRendering(set));
            }
        }
    }

    private void insertDocument(
            DocumentId id, Project project, NewDocument document, UserId actor) {
        var original = document.original();
        database.insertInto(DOCUMENT)
                .set(DOCUMENT.ID, id.value())
                .set(DOCUMENT.PROJECT_ID, project.id().value())
                .set(DOCUMENT.TITLE, document.title())
                .set(DOCUMENT.LANG, document.lang())
                .set(DOCUMENT.FILE_ID, original.file().value())
                .set(DOCUMENT.FILE_NAME, original.fileName())
                .set(DOCUMENT.FILTER, original.filter())
                .set(DOCUMENT.FILTER_PARAMETERS, original.filterParameters())
                .set(DOCUMENT.FILTER_VERSION, original.filterVersion())
                .set(DOCUMENT.EXTRACTION_SHA256, original.extractionSha256())
                .set(DOCUMENT.TEXT_AFTER, document.textAfter())
                .set(DOCUMENT.CHANGE_NO, 0L)
                .set(DOCUMENT.CREATED_AT, OffsetDateTime.now(clock))
                .set(DOCUMENT.CREATED_BY, actor.value())
                .set(DOCUMENT.VERSION, 1L)
                .execute();
    }

    /// @param last number that the document's repairs have reached
    static List<DocumentRepairEditRecord> repairs(
            DocumentId document, List<NewDocument.NewRepair> repairs, int last) {
        var rows = new ArrayList<DocumentRepairEditRecord>();
        for (var repair : repairs) {
            rows.add(
                    new DocumentRepairEditRecord(
                            document.value(),
                            last + rows.size() + 1,
                            repair.rule(),
                            repair.at(),
                            repair.before(),
                            repair.after(),
                            repair.applied()
                                    ? RepairState.APPLIED.key()
                                    : RepairState.REFUSED.key(),
                            null));
        }
        return rows;
    }

    private UUID insertWorkingSet(DocumentId document, Project project) {
        var set = TimeOrderedIds.next();
        database.insertInto(DOCUMENT_RENDERING_SET)
                .set(DOCUMENT_RENDERING_SET.ID, set)
                .set(DOCUMENT_RENDERING_SET.DOCUMENT_ID, document.value())
                .set(DOCUMENT_RENDERING_SET.NAME, "")
                .set(DOCUMENT_RENDERING_SET.KIND, "working")
                .set(DOCUMENT_RENDERING_SET.LANG, project.languages().target())
                .set(DOCUMENT_RENDERING_SET.WORKING_OF, document.value())
                .execute();
        return set;
    }
}
