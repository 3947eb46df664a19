package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT_INLINE_CODE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SOURCE_REVISION;

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
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSourceRevisionRecord;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;

/// Rows that come into a document by one change, gathered and then written together, table by
/// table.
final class NewRows {

    /// Rows of one statement; measured in docs/adr/0013-jooq.md.
    static final int BATCH = 500;

    /// In UTF-16 units.
    private static final int MOST_LABEL = 40;

    private final DocumentId document;
    private final long changeNo;
    private final String lang;
    private final String cause;
    private final UserId actor;
    private final OffsetDateTime now;
    private final List<DocumentParagraphRecord> paragraphs = new ArrayList<>();
    private final List<DocumentSegmentRecord> segments = new ArrayList<>();
    private final List<DocumentInlineCodeRecord> codes = new ArrayList<>();
    private final List<DocumentSourceRevisionRecord> sources = new ArrayList<>();
    private final List<DocumentRenderingRecord> renderings = new ArrayList<>();
    private final List<DocumentRenderingSegmentRecord> links = new ArrayList<>();

    /// @param cause of the revisions of sources
    NewRows(
            DocumentId document,
            long changeNo,
            String lang,
            String cause,
            UserId actor,
            OffsetDateTime now) {
        this.document = document;
        this.changeNo = changeNo;
        this.lang = lang;
        this.cause = cause;
        this.actor = actor;
        this.now = now;
    }

    /// A paragraph without its segments.
    UUID add(NewParagraph paragraph, long position) {
        var id = TimeOrderedIds.next();
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
                        paragraph.page() == 0 ? null : paragraph.page(),
                        null));
        return id;
    }

    /// A segment that no rendering covers yet.
    UUID add(NewSegment segment, NewParagraph of, UUID paragraph, long position) {
        var id = TimeOrderedIds.next();
        var source = segment.source();
        segments.add(
                new DocumentSegmentRecord(
                        id,
                        document.value(),
                        paragraph,
                        position,
                        source.text(),
                        InlineCodes.write(source.codes()),
                        segment.spaceAfter(),
                        SearchFolding.keyHash(source.text(), lang),
                        1L,
                        null,
                        null,
                        1L,
                        changeNo,
                        null));
        addSource(id, 1L, source);
        codes.addAll(codes(id, segment, of));
        return id;
    }

    void addSource(UUID segment, long n, TaggedText source) {
        sources.add(
                new DocumentSourceRevisionRecord(
                        segment,
                        n,
                        source.text(),
                        InlineCodes.write(source.codes()),
                        cause,
                        actor.value(),
                        now,
                        changeNo));
    }

    /// An untranslated rendering, which covers nothing before it is linked.
    UUID addRendering(UUID set) {
        var id = TimeOrderedIds.next();
        renderings.add(
                new DocumentRenderingRecord(
                        id,
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
        return id;
    }

    void link(UUID set, UUID segment, UUID rendering) {
        links.add(new DocumentRenderingSegmentRecord(set, segment, rendering));
    }

    /// What stands behind the codes of a segment.
    static List<DocumentInlineCodeRecord> codes(UUID id, NewSegment segment, NewParagraph of) {
        var codes = new ArrayList<DocumentInlineCodeRecord>();
        for (var code : segment.source().codes()) {
            of.codes().stream()
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
        return codes;
    }

    boolean isFull() {
        return segments.size() >= BATCH;
    }

    boolean isEmpty() {
        return paragraphs.isEmpty()
                && segments.isEmpty()
                && sources.isEmpty()
                && renderings.isEmpty()
                && links.isEmpty();
    }

    void write(DSLContext database) {
        insert(database, DOCUMENT_PARAGRAPH, paragraphs);
        insert(database, DOCUMENT_SEGMENT, segments);
        insert(database, DOCUMENT_INLINE_CODE, codes);
        insert(database, DOCUMENT_SOURCE_REVISION, sources);
        insert(database, DOCUMENT_RENDERING, renderings);
        insert(database, DOCUMENT_RENDERING_SEGMENT, links);
    }

    static <R extends TableRecord<R>> void insert(
            DSLContext database, Table<R> table, List<R> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            database.insertInto(table, table.fields()).valuesOfRecords(batch).execute();
        }
        rows.clear();
    }
}
