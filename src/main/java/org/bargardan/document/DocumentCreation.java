package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_INLINE_CODE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_NOTE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REPAIR_EDIT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SOURCE_REVISION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.base.FileNames;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.internal.schema.tables.records.DocumentInlineCodeRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentParagraphRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingSegmentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRepairEditRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSourceRevisionRecord;
import org.bargardan.project.Project;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a document with its paragraphs, segments and empty renderings, in bulk.
@Component
class DocumentCreation {

    /// The room between two neighbours, so that a split finds a place without moving the rest.
    static final long GAP = 1L << 20;

    /// Rows of one statement; measured in docs/adr/0013-jooq.md.
    private static final int BATCH = 500;

    /// In UTF-16 units.
    private static final int MOST_LABEL = 40;

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
        var rows = new Rows(id, set, changeNo, document.lang(), actor, OffsetDateTime.now(clock));
        var notes = new NewNotes(id, document.paragraphs());
        long position = 0;
        for (var paragraph : document.paragraphs()) {
            position += GAP;
            rows.add(paragraph, position, notes);
            if (rows.segments.size() >= BATCH) {
                rows.write(database);
            }
        }
        rows.write(database);
        Rows.insert(database, DOCUMENT_NOTE, notes.rows());
        Rows.insert(database, DOCUMENT_REPAIR_EDIT, repairs(id, document.repairs()));
        events.publishEvent(new DocumentCreated(id));
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

    private static List<DocumentRepairEditRecord> repairs(
            DocumentId document, List<NewDocument.NewRepair> repairs) {
        var rows = new ArrayList<DocumentRepairEditRecord>();
        for (var repair : repairs) {
            rows.add(
                    new DocumentRepairEditRecord(
                            document.value(),
                            rows.size() + 1,
                            repair.rule(),
                            repair.at(),
                            repair.before(),
                            repair.after(),
                            repair.applied()
                                    ? RepairState.APPLIED.key()
                                    : RepairState.REFUSED.key()));
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

    /// The rows of some paragraphs, written together table by table.
    private static final class Rows {

        private final DocumentId document;
        private final UUID set;
        private final long changeNo;
        private final String lang;
        private final UserId actor;
        private final OffsetDateTime now;
        private final List<DocumentParagraphRecord> paragraphs = new ArrayList<>();
        private final List<DocumentSegmentRecord> segments = new ArrayList<>();
        private final List<DocumentInlineCodeRecord> codes = new ArrayList<>();
        private final List<DocumentSourceRevisionRecord> sources = new ArrayList<>();
        private final List<DocumentRenderingRecord> renderings = new ArrayList<>();
        private final List<DocumentRenderingSegmentRecord> links = new ArrayList<>();

        Rows(
                DocumentId document,
                UUID set,
                long changeNo,
                String lang,
                UserId actor,
                OffsetDateTime now) {
            this.document = document;
            this.set = set;
            this.changeNo = changeNo;
            this.lang = lang;
            this.actor = actor;
            this.now = now;
        }

        void add(NewParagraph paragraph, long position, NewNotes notes) {
            var id = TimeOrderedIds.next();
            notes.beginParagraph(id, paragraph);
            paragraphs.add(
                    new DocumentParagraphRecord(
                            id,
                            document.value(),
                            position,
                            paragraph.kind().key(),
                            paragraph.level(),
                            paragraph.textUnit(),
                            paragraph.separatorBefore(),
                            paragraph.translatable(),
                            paragraph.page() == 0 ? null : paragraph.page()));
            long place = 0;
            for (var segment : paragraph.segments()) {
                place += GAP;
                var segmentId = add(segment, id, place, paragraph.translatable());
                notes.addSegment(segmentId, segment);
                addCodes(segmentId, segment, paragraph);
            }
        }

        private void addCodes(UUID id, NewSegment segment, NewParagraph paragraph) {
            for (var code : segment.source().codes()) {
                paragraph.codes().stream()
                        .filter(any -> any.id() == code.id() && any.kind() == code.kind())
                        .findFirst()
                        .ifPresent(source ->
                                codes.add(
                                        new DocumentInlineCodeRecord(
                                                id,
                                                code.id(),
                                                code.kind().name().toLowerCase(Locale.ROOT),
                                                FileNames.shortened(code.label(), MOST_LABEL),
                                                source.nativeText(),
                                                source.deletable(),
                                                source.copyable())));
            }
        }

        private UUID add(NewSegment segment, UUID paragraph, long position, boolean translatable) {
            var id = TimeOrderedIds.next();
            var text = segment.source().text();
            var codes = InlineCodes.write(segment.source().codes());
            segments.add(
                    new DocumentSegmentRecord(
                            id,
                            document.value(),
                            paragraph,
                            position,
                            text,
                            codes,
                            segment.spaceAfter(),
                            SearchFolding.keyHash(text, lang),
                            1L,
                            null,
                            null,
                            1L,
                            changeNo));
            sources.add(
                    new DocumentSourceRevisionRecord(
                            id, 1L, text, codes, "import", actor.value(), now, changeNo));
            if (translatable) {
                var rendering = TimeOrderedIds.next();
                renderings.add(
                        new DocumentRenderingRecord(
                                rendering,
                                set,
                                "",
                                "",
                                Status.UNTRANSLATED.key(),
                                false,
                                null,
                                null,
                                0L,
                                1L,
                                changeNo));
                links.add(new DocumentRenderingSegmentRecord(set, id, rendering));
            }
            return id;
        }

        void write(DSLContext database) {
            insert(database, DOCUMENT_PARAGRAPH, paragraphs);
            insert(database, DOCUMENT_SEGMENT, segments);
            insert(database, DOCUMENT_INLINE_CODE, codes);
            insert(database, DOCUMENT_SOURCE_REVISION, sources);
            insert(database, DOCUMENT_RENDERING, renderings);
            insert(database, DOCUMENT_RENDERING_SEGMENT, links);
        }

        private static <R extends TableRecord<R>> void insert(
                DSLContext database, Table<R> table, List<R> rows) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                var batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
                database.insertInto(table, table.fields()).valuesOfRecords(batch).execute();
            }
            rows.clear();
        }
    }
}
