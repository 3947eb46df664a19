package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_INLINE_CODE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_NOTE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REPAIR_EDIT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bargardan.account.UserId;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewRepair;
import org.bargardan.document.VersionMatching.Kind;
import org.bargardan.document.internal.schema.tables.records.DocumentFormerOriginalRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentInlineCodeRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentNoteRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentParagraphRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingSegmentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRepairEditRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/// Everything that one re-import writes, gathered before anything is written.
final class Replacement {

    private final DSLContext database;
    private final DocumentId id;
    private final StoredText stored;
    private final VersionPlan plan;
    private final DocumentRecord document;
    private final UserId actor;
    private final long changeNo;
    private final UUID workingSet;
    private final NewRows rows;
    private final NewNotes notes;
    private final List<UUID> relocatedParagraphs = new ArrayList<>();
    private final List<UUID> relocatedSegments = new ArrayList<>();
    private final List<DocumentParagraphRecord> paragraphs = new ArrayList<>();
    private final List<DocumentSegmentRecord> segments = new ArrayList<>();
    private final Map<UUID, List<DocumentInlineCodeRecord>> codes = new HashMap<>();
    private final List<DocumentRenderingSegmentRecord> links = new ArrayList<>();
    private final List<DocumentNoteRecord> changedNotes = new ArrayList<>();
    private final List<DocumentNoteRecord> newNotes = new ArrayList<>();
    private final List<DocumentNoteRecord> staleNotes = new ArrayList<>();
    private final List<DocumentRepairEditRecord> oldRepairs = new ArrayList<>();
    private final List<DocumentRepairEditRecord> newRepairs = new ArrayList<>();
    private @Nullable DocumentFormerOriginalRecord former;

    Replacement(
            DSLContext database,
            StoredText stored,
            VersionPlan plan,
            DocumentRecord document,
            UserId actor,
            OffsetDateTime now) {
        this.database = database;
        this.stored = stored;
        this.plan = plan;
        this.document = document;
        this.actor = actor;
        id = new DocumentId(document.getId());
        changeNo = document.getChangeNo() + 1;
        workingSet =
                database.select(DOCUMENT_RENDERING_SET.ID)
                        .from(DOCUMENT_RENDERING_SET)
                        .where(DOCUMENT_RENDERING_SET.WORKING_OF.eq(document.getId()))
                        .fetchSingle(row -> row.value1());
        rows = new NewRows(id, changeNo, stored.lang(), "reimport", actor, now);
        notes =
                new NewNotes(
                        id,
                        plan.paragraphs().stream().map(VersionPlan.Paragraph::content).toList());
    }

    /// Paragraphs and segments find their places; what is gone keeps its own.
    void place() {
        var storedCodes = storedCodes();
        var adopted = new HashSet<UUID>();
        plan.paragraphs().stream()
                .map(VersionPlan.Paragraph::stored)
                .filter(Objects::nonNull)
                .forEach(row -> adopted.add(row.getId()));
        var taken = new HashSet<Long>();
        stored.paragraphs()
                .forEach(row -> {
                    if (!adopted.contains(row.getId())) {
                        taken.add(row.getPosition());
                    }
                });
        long[] positions =
                SparsePositions.of(
                        plan.paragraphs().stream()
                                .map(VersionPlan.Paragraph::stored)
                                .mapToLong(row ->
                                        row == null ? SparsePositions.NONE : row.getPosition())
                                .toArray(),
                        taken);
        var moving =
                plan.paragraphs().stream()
                        .flatMap(paragraph -> paragraph.segments().stream())
                        .map(VersionPlan.Segment::stored)
                        .filter(Objects::nonNull)
                        .map(DocumentSegmentRecord::getId)
                        .collect(Collectors.toSet());
        var others = stored.positionsWithout(moving);
        for (int i = 0; i < positions.length; i++) {
            var paragraph = plan.paragraphs().get(i);
            var row = paragraph.stored();
            UUID paragraphId;
            if (row == null) {
                paragraphId = rows.add(paragraph.content(), positions[i]);
            } else {
                paragraphId = row.getId();
                change(row, paragraph.content(), positions[i]);
            }
            notes.beginParagraph(paragraphId, paragraph.content());
            placeSegments(
                    paragraph,
                    paragraphId,
                    others.getOrDefault(paragraphId, Set.of()),
                    storedCodes);
        }
        stored.paragraphs()
                .forEach(row -> {
                    if (!adopted.contains(row.getId()) && row.getRemovedNo() == null) {
                        row.setRemovedNo(changeNo);
                        paragraphs.add(row);
                    }
                });
        for (var row : plan.gone()) {
            row.setRemovedNo(changeNo);
            rise(row);
            segments.add(row);
        }
    }

    private void change(DocumentParagraphRecord row, NewParagraph content, long position) {
        if (row.getPosition() != position) {
            relocatedParagraphs.add(row.getId());
        }
        set(row, DOCUMENT_PARAGRAPH.POSITION, position);
        set(row, DOCUMENT_PARAGRAPH.KIND, content.kind().key());
        set(row, DOCUMENT_PARAGRAPH.LEVEL, content.level());
        set(row, DOCUMENT_PARAGRAPH.TEXT_UNIT, content.textUnit());
        set(row, DOCUMENT_PARAGRAPH.SEPARATOR_BEFORE, content.separatorBefore());
        set(row, DOCUMENT_PARAGRAPH.TRANSLATABLE, content.translatable());
        set(row, DOCUMENT_PARAGRAPH.PAGE, content.page() == 0 ? null : content.page());
        set(row, DOCUMENT_PARAGRAPH.REMOVED_NO, null);
        if (row.modified()) {
            paragraphs.add(row);
        }
    }

    private void placeSegments(
            VersionPlan.Paragraph paragraph,
            UUID paragraphId,
            Set<Long> taken,
            Map<UUID, Set<DocumentInlineCodeRecord>> storedCodes) {
        long[] positions =
                SparsePositions.of(
                        paragraph.segments().stream()
                                .map(VersionPlan.Segment::stored)
                                .mapToLong(row ->
                                        row == null || !row.getParagraphId().equals(paragraphId)
                                                ? SparsePositions.NONE
                                                : row.getPosition())
                                .toArray(),
                        taken);
        for (int j = 0; j < positions.length; j++) {
            var segment = paragraph.segments().get(j);
            var row = segment.stored();
            if (row == null) {
                var added =
                        rows.add(segment.content(), paragraph.content(), paragraphId, positions[j]);
                notes.addSegment(added, segment.content());
                if (paragraph.content().translatable()) {
                    rows.link(workingSet, added, rows.addRendering(workingSet));
                }
                continue;
            }
            notes.addSegment(row.getId(), segment.content());
            change(row, segment, paragraphId, positions[j]);
            var wanted = NewRows.codes(row.getId(), segment.content(), paragraph.content());
            if (!storedCodes.getOrDefault(row.getId(), Set.of()).equals(new HashSet<>(wanted))) {
                codes.put(row.getId(), wanted);
            }
        }
    }

    private void change(
            DocumentSegmentRecord row, VersionPlan.Segment segment, UUID paragraph, long position) {
        var source = segment.content().source();
        set(row, DOCUMENT_SEGMENT.PARAGRAPH_ID, paragraph);
        set(row, DOCUMENT_SEGMENT.SPACE_AFTER, segment.content().spaceAfter());
        set(row, DOCUMENT_SEGMENT.REMOVED_NO, null);
        if (segment.kind() == Kind.CHANGED) {
            row.setSource(source.text());
            row.setSourceCodes(InlineCodes.write(source.codes()));
            row.setSourceHash(SearchFolding.keyHash(source.text(), stored.lang()));
            row.setSourceVersion(row.getSourceVersion() + 1);
            rows.addSource(row.getId(), row.getSourceVersion(), source);
        }
        // Room made for others is no change of shape.
        if (row.modified() || segment.kind() == Kind.MOVED) {
            rise(row);
        }
        if (row.modified(DOCUMENT_SEGMENT.PARAGRAPH_ID) || row.getPosition() != position) {
            relocatedSegments.add(row.getId());
        }
        set(row, DOCUMENT_SEGMENT.POSITION, position);
        if (row.modified()) {
            segments.add(row);
        }
    }

    private void rise(DocumentSegmentRecord row) {
        row.setVersion(row.getVersion() + 1);
        row.setChangedNo(changeNo);
    }

    private static <T> void set(UpdatableRecord<?> row, Field<T> field, @Nullable T value) {
        if (!Objects.equals(row.get(field), value)) {
            row.set(field, value);
        }
    }

    private Map<UUID, Set<DocumentInlineCodeRecord>> storedCodes() {
        return database
                .select(DOCUMENT_INLINE_CODE.fields())
                .from(DOCUMENT_INLINE_CODE)
                .join(DOCUMENT_SEGMENT)
                .on(DOCUMENT_SEGMENT.ID.eq(DOCUMENT_INLINE_CODE.SEGMENT_ID))
                .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(document.getId()))
                .fetchInto(DOCUMENT_INLINE_CODE)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                DocumentInlineCodeRecord::getSegmentId, Collectors.toSet()));
    }

    /// Segments that parted from their rendering get one of their own.
    void cover(CoveringChange covering) {
        for (var link : covering.parted()) {
            link.setRenderingId(rows.addRendering(link.getSetId()));
            links.add(link);
        }
    }

    /// The author's notes, each known by its body.
    void noteAgain() {
        var known = new HashMap<UUID, DocumentNoteRecord>();
        database.selectFrom(DOCUMENT_NOTE)
                .where(
                        DOCUMENT_NOTE.DOCUMENT_ID.eq(document.getId()),
                        DOCUMENT_NOTE.ORIGIN.eq("author"))
                .forEach(note -> known.put(note.getBodyParagraphId(), note));
        for (var note : notes.rows()) {
            var before = known.remove(note.getBodyParagraphId());
            if (before == null) {
                newNotes.add(note);
                continue;
            }
            set(before, DOCUMENT_NOTE.MARK_SEGMENT_ID, note.getMarkSegmentId());
            set(before, DOCUMENT_NOTE.MARK_CODE_ID, note.getMarkCodeId());
            if (before.modified()) {
                changedNotes.add(before);
            }
        }
        // A note that left with its body still says where it belonged.
        known.values().stream()
                .filter(note -> stored.paragraph(note.getBodyParagraphId()).getRemovedNo() == null)
                .forEach(staleNotes::add);
    }

    /// The repairs of the earlier original stay with it, under their numbers.
    void repair(List<NewRepair> wanted) {
        var all =
                database.selectFrom(DOCUMENT_REPAIR_EDIT)
                        .where(DOCUMENT_REPAIR_EDIT.DOCUMENT_ID.eq(document.getId()))
                        .orderBy(DOCUMENT_REPAIR_EDIT.N)
                        .fetch();
        var standing = all.stream().filter(row -> row.getRemovedNo() == null).toList();
        int last = all.isEmpty() ? 0 : all.getLast().getN();
        var next = DocumentCreation.repairs(id, wanted, last);
        if (contents(standing).equals(contents(next))) {
            return;
        }
        standing.forEach(row -> row.setRemovedNo(changeNo));
        oldRepairs.addAll(standing);
        newRepairs.addAll(next);
    }

    private static List<List<Object>> contents(List<DocumentRepairEditRecord> repairs) {
        return repairs.stream()
                .map(row ->
                        List.<Object>of(
                                row.getRule(),
                                row.getAtOffset(),
                                row.getBeforeText(),
                                row.getAfterText(),
                                row.getState()))
                .toList();
    }

    /// The earlier original is kept beside the document.
    void takeOriginal(Original original, String textAfter) {
        var before =
                new DocumentFormerOriginalRecord(
                        document.getId(),
                        changeNo,
                        document.getFileId(),
                        document.getFileName(),
                        document.getFilter(),
                        document.getFilterParameters(),
                        document.getFilterVersion(),
                        document.getExtractionSha256(),
                        document.getTextAfter());
        set(document, DOCUMENT.FILE_ID, original.file().value());
        set(document, DOCUMENT.FILE_NAME, original.fileName());
        set(document, DOCUMENT.FILTER, original.filter());
        set(document, DOCUMENT.FILTER_PARAMETERS, original.filterParameters());
        set(document, DOCUMENT.FILTER_VERSION, original.filterVersion());
        if (!Arrays.equals(document.getExtractionSha256(), original.extractionSha256())) {
            document.setExtractionSha256(original.extractionSha256());
        }
        set(document, DOCUMENT.TEXT_AFTER, textAfter);
        if (document.modified()) {
            document.setVersion(document.getVersion() + 1);
            former = before;
        }
    }

    boolean isEmpty() {
        return rows.isEmpty()
                && paragraphs.isEmpty()
                && segments.isEmpty()
                && codes.isEmpty()
                && links.isEmpty()
                && changedNotes.isEmpty()
                && newNotes.isEmpty()
                && staleNotes.isEmpty()
                && oldRepairs.isEmpty()
                && newRepairs.isEmpty()
                && former == null;
    }

    /// The number of this change; it must be the next one when all is written.
    long changeNo() {
        return changeNo;
    }

    void write() {
        if (former != null) {
            database.executeInsert(former);
            database.executeUpdate(document);
        }
        // Two rows may change places, and none may share one on the way.
        stepAside(DOCUMENT_PARAGRAPH.ID, DOCUMENT_PARAGRAPH.POSITION, relocatedParagraphs);
        stepAside(DOCUMENT_SEGMENT.ID, DOCUMENT_SEGMENT.POSITION, relocatedSegments);
        update(paragraphs);
        rows.write(database);
        update(segments);
        update(links);
        writeCodes();
        update(changedNotes);
        database.batchDelete(staleNotes).execute();
        NewRows.insert(database, DOCUMENT_NOTE, newNotes);
        update(oldRepairs);
        NewRows.insert(database, DOCUMENT_REPAIR_EDIT, newRepairs);
    }

    private void stepAside(TableField<?, UUID> key, TableField<?, Long> position, List<UUID> ids) {
        var table = Objects.requireNonNull(position.getTable());
        for (var batch : batches(ids)) {
            database.update(table).set(position, position.neg()).where(key.in(batch)).execute();
        }
    }

    private void update(List<? extends UpdatableRecord<?>> changed) {
        for (var batch : batches(changed)) {
            database.batchUpdate(batch).execute();
        }
    }

    private void writeCodes() {
        for (var batch : batches(List.copyOf(codes.keySet()))) {
            database.deleteFrom(DOCUMENT_INLINE_CODE)
                    .where(DOCUMENT_INLINE_CODE.SEGMENT_ID.in(batch))
                    .execute();
        }
        NewRows.insert(
                database,
                DOCUMENT_INLINE_CODE,
                new ArrayList<>(codes.values().stream().flatMap(List::stream).toList()));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += NewRows.BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + NewRows.BATCH)));
        }
        return batches;
    }
}
