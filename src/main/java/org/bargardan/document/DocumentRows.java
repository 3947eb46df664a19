package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REVISION;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SOURCE_REVISION;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCodes;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Everything that is stored of a document, row after row in constant memory, for taking it away
/// whole: also what was joined away, sets beside the working one, and every revision. Drafts are
/// their writers' own and are not among it.
@Service
public class DocumentRows {

    private static final int FETCH = 500;

    private final DSLContext database;
    private final Documents documents;

    DocumentRows(DSLContext database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /// Takes one row.
    ///
    /// @param <R> what a row holds
    @FunctionalInterface
    public interface Taker<R> {

        void take(R row) throws IOException;
    }

    /// A paragraph without its text, which its segments hold.
    ///
    /// @param removedNo the change by which a newer version took it out of the text; null while it
    ///   is in it
    public record ParagraphRow(
            UUID id,
            String kind,
            int level,
            String separatorBefore,
            boolean translatable,
            String textUnit,
            @Nullable Long removedNo) {}

    /// A segment, also one that was joined into another.
    ///
    /// @param removedNo as of a paragraph
    public record SegmentRow(
            UUID id,
            UUID paragraph,
            String source,
            List<InlineCode> codes,
            String space,
            @Nullable UUID joinedInto,
            @Nullable UUID splitFrom,
            @Nullable Long removedNo,
            long version) {}

    /// One saved state of a segment's source.
    public record SourceRevisionRow(
            UUID segment,
            long revision,
            String source,
            List<InlineCode> codes,
            String cause,
            UserId by,
            Instant at,
            long changeNo) {}

    /// A rendering with the segments it covers; none if they were all joined into others.
    public record RenderingRow(
            UUID id,
            String set,
            String lang,
            List<UUID> segments,
            String text,
            List<InlineCode> codes,
            String status,
            boolean returned,
            @Nullable UserId author,
            long revision,
            long version) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public long paragraphs(DocumentId document, UserId actor, Taker<ParagraphRow> taker)
            throws IOException {
        documents.get(document, actor);
        return each(
                database.selectFrom(DOCUMENT_PARAGRAPH)
                        .where(DOCUMENT_PARAGRAPH.DOCUMENT_ID.eq(document.value()))
                        .orderBy(DOCUMENT_PARAGRAPH.POSITION),
                row ->
                        taker.take(
                                new ParagraphRow(
                                        row.getId(),
                                        row.getKind(),
                                        row.getLevel(),
                                        row.getSeparatorBefore(),
                                        row.getTranslatable(),
                                        row.getTextUnit(),
                                        row.getRemovedNo())));
    }

    /// In document order; a joined one stands where it stood.
    @Transactional(propagation = Propagation.MANDATORY)
    public long segments(DocumentId document, UserId actor, Taker<SegmentRow> taker)
            throws IOException {
        documents.get(document, actor);
        return each(
                database.select(DOCUMENT_SEGMENT.fields())
                        .from(DOCUMENT_SEGMENT)
                        .join(DOCUMENT_PARAGRAPH)
                        .on(DOCUMENT_PARAGRAPH.ID.eq(DOCUMENT_SEGMENT.PARAGRAPH_ID))
                        .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(document.value()))
                        .orderBy(DOCUMENT_PARAGRAPH.POSITION, DOCUMENT_SEGMENT.POSITION),
                row ->
                        taker.take(
                                new SegmentRow(
                                        row.get(DOCUMENT_SEGMENT.ID),
                                        row.get(DOCUMENT_SEGMENT.PARAGRAPH_ID),
                                        row.get(DOCUMENT_SEGMENT.SOURCE),
                                        InlineCodes.read(row.get(DOCUMENT_SEGMENT.SOURCE_CODES)),
                                        row.get(DOCUMENT_SEGMENT.SPACE_AFTER),
                                        row.get(DOCUMENT_SEGMENT.JOINED_INTO),
                                        row.get(DOCUMENT_SEGMENT.SPLIT_FROM),
                                        row.get(DOCUMENT_SEGMENT.REMOVED_NO),
                                        row.get(DOCUMENT_SEGMENT.VERSION))));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public long sourceRevisions(DocumentId document, UserId actor, Taker<SourceRevisionRow> taker)
            throws IOException {
        documents.get(document, actor);
        return each(
                database.select(DOCUMENT_SOURCE_REVISION.fields())
                        .from(DOCUMENT_SOURCE_REVISION)
                        .join(DOCUMENT_SEGMENT)
                        .on(DOCUMENT_SEGMENT.ID.eq(DOCUMENT_SOURCE_REVISION.SEGMENT_ID))
                        .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(document.value()))
                        .orderBy(DOCUMENT_SOURCE_REVISION.SEGMENT_ID, DOCUMENT_SOURCE_REVISION.N),
                row ->
                        taker.take(
                                new SourceRevisionRow(
                                        row.get(DOCUMENT_SOURCE_REVISION.SEGMENT_ID),
                                        row.get(DOCUMENT_SOURCE_REVISION.N),
                                        row.get(DOCUMENT_SOURCE_REVISION.SOURCE),
                                        InlineCodes.read(row.get(DOCUMENT_SOURCE_REVISION.CODES)),
                                        row.get(DOCUMENT_SOURCE_REVISION.CAUSE),
                                        new UserId(row.get(DOCUMENT_SOURCE_REVISION.BY_PERSON)),
                                        row.get(DOCUMENT_SOURCE_REVISION.AT).toInstant(),
                                        row.get(DOCUMENT_SOURCE_REVISION.CHANGE_NO))));
    }

    /// Those of every rendering set.
    @Transactional(propagation = Propagation.MANDATORY)
    public long renderings(DocumentId document, UserId actor, Taker<RenderingRow> taker)
            throws IOException {
        documents.get(document, actor);
        var covered = new ArrayList<Record>();
        var count = new long[1];
        Taker<List<Record>> whole =
                rows -> {
                    taker.take(rendering(rows));
                    count[0]++;
                };
        each(
                database.select(DOCUMENT_RENDERING.fields())
                        .select(
                                DOCUMENT_RENDERING_SET.KIND,
                                DOCUMENT_RENDERING_SET.LANG,
                                DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID)
                        .from(DOCUMENT_RENDERING)
                        .join(DOCUMENT_RENDERING_SET)
                        .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                        .leftJoin(DOCUMENT_RENDERING_SEGMENT)
                        .on(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID.eq(DOCUMENT_RENDERING.ID))
                        .leftJoin(DOCUMENT_SEGMENT)
                        .on(DOCUMENT_SEGMENT.ID.eq(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID))
                        .where(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(document.value()))
                        .orderBy(
                                DOCUMENT_RENDERING_SET.ID,
                                DOCUMENT_RENDERING.ID,
                                DOCUMENT_SEGMENT.POSITION),
                row -> {
                    if (!covered.isEmpty()
                            && !covered.getFirst()
                                    .get(DOCUMENT_RENDERING.ID)
                                    .equals(row.get(DOCUMENT_RENDERING.ID))) {
                        whole.take(covered);
                        covered.clear();
                    }
                    covered.add(row);
                });
        if (!covered.isEmpty()) {
            whole.take(covered);
        }
        return count[0];
    }

    private static RenderingRow rendering(List<Record> covered) {
        var row = covered.getFirst();
        var author = row.get(DOCUMENT_RENDERING.AUTHOR);
        return new RenderingRow(
                row.get(DOCUMENT_RENDERING.ID),
                row.get(DOCUMENT_RENDERING_SET.KIND),
                row.get(DOCUMENT_RENDERING_SET.LANG),
                covered.stream()
                        .map(each -> each.get(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID))
                        .filter(Objects::nonNull)
                        .toList(),
                row.get(DOCUMENT_RENDERING.TEXT),
                InlineCodes.read(row.get(DOCUMENT_RENDERING.CODES)),
                row.get(DOCUMENT_RENDERING.STATUS),
                row.get(DOCUMENT_RENDERING.RETURNED),
                author == null ? null : new UserId(author),
                row.get(DOCUMENT_RENDERING.REVISION_N),
                row.get(DOCUMENT_RENDERING.VERSION));
    }

    /// The history of every rendering, oldest first within each.
    @Transactional(propagation = Propagation.MANDATORY)
    public long revisions(DocumentId document, UserId actor, Taker<Revision> taker)
            throws IOException {
        documents.get(document, actor);
        return each(
                database.select(DOCUMENT_REVISION.fields())
                        .from(DOCUMENT_REVISION)
                        .join(DOCUMENT_RENDERING)
                        .on(DOCUMENT_RENDERING.ID.eq(DOCUMENT_REVISION.RENDERING_ID))
                        .join(DOCUMENT_RENDERING_SET)
                        .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                        .where(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(document.value()))
                        .orderBy(DOCUMENT_REVISION.RENDERING_ID, DOCUMENT_REVISION.N),
                row -> taker.take(Renderings.revision(row.into(DOCUMENT_REVISION))));
    }

    private static <R extends Record> long each(ResultQuery<R> query, Taker<R> taker)
            throws IOException {
        long count = 0;
        try (var rows = query.fetchSize(FETCH).fetchLazy()) {
            for (var row : rows) {
                taker.take(row);
                count++;
            }
        }
        return count;
    }
}
