package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingRecord;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.SearchFolding;
import org.bargardan.text.TaggedText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Row2;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads working renderings with the segments they cover, in document order.
@Component
class SegmentReading {

    private static final Field<UUID> ID = DSL.field(name("ordered", "id"), SQLDataType.UUID);
    private static final Field<Integer> NUMBER =
            DSL.field(name("ordered", "number"), SQLDataType.INTEGER);
    private static final Field<Integer> IN_PARAGRAPH =
            DSL.field(name("ordered", "in_paragraph"), SQLDataType.INTEGER);
    private static final Field<Long> BEFORE =
            DSL.field(name("ordered", "hash_before"), SQLDataType.BIGINT);
    private static final Field<Long> AFTER =
            DSL.field(name("ordered", "hash_after"), SQLDataType.BIGINT);
    private static final Field<String> KIND =
            DSL.field(name("ordered", "kind"), SQLDataType.VARCHAR);

    private static final Field<Long> PARAGRAPH_POSITION = DOCUMENT_PARAGRAPH.POSITION;
    private static final Field<Long> SEGMENT_POSITION = DOCUMENT_SEGMENT.POSITION;

    private final DSLContext database;

    SegmentReading(DSLContext database) {
        this.database = database;
    }

    /// The working renderings of a document, each once.
    List<RenderingId> outline(DocumentId document) {
        var ids = new ArrayList<RenderingId>();
        database.select(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID)
                .from(ordered(document))
                .join(DOCUMENT_RENDERING_SEGMENT)
                .on(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID.eq(ID))
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING_SEGMENT.SET_ID))
                .where(DOCUMENT_RENDERING_SET.WORKING_OF.eq(document.value()))
                .orderBy(NUMBER)
                .forEach(row -> {
                    var id = new RenderingId(row.value1());
                    if (ids.isEmpty() || !ids.getLast().equals(id)) {
                        ids.add(id);
                    }
                });
        return ids;
    }

    /// Some of the working renderings, each once, in order; empty if `after` covers nothing there.
    /// It orders by position and numbers nothing, so that no page waits for a window over a book.
    Optional<List<RenderingId>> page(
            DocumentId document, StatusFilter filter, @Nullable RenderingId after, int limit) {
        if (after == null) {
            return Optional.of(page(document, condition(filter), limit));
        }
        return lastCovered(document, after)
                .map(place ->
                        page(
                                document,
                                condition(filter)
                                        .and(row(PARAGRAPH_POSITION, SEGMENT_POSITION).gt(place)),
                                limit));
    }

    /// A rendering's segments are neighbours, so its rows follow one another.
    private List<RenderingId> page(DocumentId document, Condition which, int limit) {
        var ids = new ArrayList<RenderingId>();
        try (var rows =
                covered(document, which)
                        .orderBy(PARAGRAPH_POSITION, SEGMENT_POSITION)
                        .fetchSize(limit)
                        .fetchLazy()) {
            for (var row : rows) {
                var id = new RenderingId(row.value1());
                if (!ids.isEmpty() && ids.getLast().equals(id)) {
                    continue;
                }
                if (ids.size() == limit) {
                    break;
                }
                ids.add(id);
            }
        }
        return ids;
    }

    private Optional<Row2<Long, Long>> lastCovered(DocumentId document, RenderingId rendering) {
        return covered(document, DOCUMENT_RENDERING.ID.eq(rendering.value()))
                .orderBy(PARAGRAPH_POSITION.desc(), SEGMENT_POSITION.desc())
                .limit(1)
                .fetchOptional(place -> row(place.value2(), place.value3()));
    }

    private SelectConditionStep<Record3<UUID, Long, Long>> covered(
            DocumentId document, Condition which) {
        return database.select(DOCUMENT_RENDERING.ID, PARAGRAPH_POSITION, SEGMENT_POSITION)
                .from(DOCUMENT_RENDERING_SET)
                .join(DOCUMENT_RENDERING)
                .on(DOCUMENT_RENDERING.SET_ID.eq(DOCUMENT_RENDERING_SET.ID))
                .join(DOCUMENT_RENDERING_SEGMENT)
                .on(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID.eq(DOCUMENT_RENDERING.ID))
                .join(DOCUMENT_SEGMENT)
                .on(DOCUMENT_SEGMENT.ID.eq(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID))
                .join(DOCUMENT_PARAGRAPH)
                .on(DOCUMENT_PARAGRAPH.ID.eq(DOCUMENT_SEGMENT.PARAGRAPH_ID))
                .where(
                        DOCUMENT_RENDERING_SET.WORKING_OF.eq(document.value()),
                        // Says it twice, or H2 begins with the segments of all documents.
                        DOCUMENT_SEGMENT.DOCUMENT_ID.eq(document.value()),
                        inText(),
                        which);
    }

    /// Segments that are part of the text: neither joined into another nor taken out by a newer
    /// version of the file.
    static Condition inText() {
        return DOCUMENT_SEGMENT.JOINED_INTO.isNull().and(DOCUMENT_SEGMENT.REMOVED_NO.isNull());
    }

    private static Condition condition(StatusFilter filter) {
        if (filter.takesAll()) {
            return DSL.noCondition();
        }
        var status =
                DOCUMENT_RENDERING.STATUS.in(filter.statuses().stream().map(Status::key).toList());
        return filter.returned() ? status.or(DOCUMENT_RENDERING.RETURNED.isTrue()) : status;
    }

    List<Entry> entries(DocumentId document, Collection<RenderingId> renderings) {
        return entries(
                document,
                DOCUMENT_RENDERING.ID.in(renderings.stream().map(RenderingId::value).toList()));
    }

    List<Entry> entries(DocumentId document) {
        return entries(document, DSL.noCondition());
    }

    private List<Entry> entries(DocumentId document, Condition which) {
        var lang =
                database.select(DOCUMENT.LANG)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ID.eq(document.value()))
                        .fetchSingle(row -> row.value1());
        var rows =
                database.select(ID, NUMBER, IN_PARAGRAPH, BEFORE, AFTER, KIND)
                        .select(
                                DOCUMENT_SEGMENT.SOURCE,
                                DOCUMENT_SEGMENT.SOURCE_CODES,
                                DOCUMENT_SEGMENT.SPACE_AFTER,
                                DOCUMENT_SEGMENT.SOURCE_HASH)
                        .select(DOCUMENT_RENDERING.fields())
                        // Left joins, or H2 numbers the segments anew for every rendering.
                        .from(ordered(document))
                        .leftJoin(DOCUMENT_SEGMENT)
                        .on(DOCUMENT_SEGMENT.ID.eq(ID))
                        .leftJoin(DOCUMENT_RENDERING_SEGMENT)
                        .on(DOCUMENT_RENDERING_SEGMENT.SEGMENT_ID.eq(ID))
                        .leftJoin(DOCUMENT_RENDERING)
                        .on(DOCUMENT_RENDERING.ID.eq(DOCUMENT_RENDERING_SEGMENT.RENDERING_ID))
                        .leftJoin(DOCUMENT_RENDERING_SET)
                        .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING.SET_ID))
                        .where(DOCUMENT_RENDERING_SET.WORKING_OF.eq(document.value()), which)
                        .orderBy(NUMBER)
                        .fetch();
        var entries = new ArrayList<Entry>();
        int first = 0;
        for (int next = 1; next <= rows.size(); next++) {
            if (next == rows.size()
                    || !rows.get(next)
                            .get(DOCUMENT_RENDERING.ID)
                            .equals(rows.get(first).get(DOCUMENT_RENDERING.ID))) {
                entries.add(entry(document, lang, rows.subList(first, next)));
                first = next;
            }
        }
        return entries;
    }

    /// The live segments of a document with their place and their neighbours' hashes. It carries no
    /// text, so that ordering a book does not mean sorting a book.
    private static Table<?> ordered(DocumentId document) {
        var inDocument = List.of(DOCUMENT_PARAGRAPH.POSITION, DOCUMENT_SEGMENT.POSITION);
        return select(
                        DOCUMENT_SEGMENT.ID.as("id"),
                        rowNumber().over().orderBy(inDocument).as("number"),
                        rowNumber()
                                .over()
                                .partitionBy(DOCUMENT_PARAGRAPH.ID)
                                .orderBy(DOCUMENT_SEGMENT.POSITION)
                                .as("in_paragraph"),
                        lag(DOCUMENT_SEGMENT.SOURCE_HASH)
                                .over()
                                .orderBy(inDocument)
                                .as("hash_before"),
                        lead(DOCUMENT_SEGMENT.SOURCE_HASH)
                                .over()
                                .orderBy(inDocument)
                                .as("hash_after"),
                        DOCUMENT_PARAGRAPH.KIND.as("kind"))
                .from(DOCUMENT_SEGMENT)
                .join(DOCUMENT_PARAGRAPH)
                .on(DOCUMENT_PARAGRAPH.ID.eq(DOCUMENT_SEGMENT.PARAGRAPH_ID))
                .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(document.value()), inText())
                .asTable(name("ordered"));
    }

    private static Entry entry(DocumentId document, String lang, List<? extends Record> covered) {
        var first = covered.getFirst();
        var last = covered.getLast();
        var source = tagged(first);
        for (int i = 1; i < covered.size(); i++) {
            source =
                    source.append(covered.get(i - 1).get(DOCUMENT_SEGMENT.SPACE_AFTER))
                            .append(tagged(covered.get(i)));
        }
        return new Entry(
                new SegmentId(first.get(ID)),
                first.get(NUMBER),
                ParagraphKind.of(first.get(KIND)),
                first.get(IN_PARAGRAPH) == 1,
                source,
                covered.size() == 1
                        ? first.get(DOCUMENT_SEGMENT.SOURCE_HASH)
                        : SearchFolding.keyHash(source.text(), lang),
                first.get(BEFORE),
                last.get(AFTER),
                rendering(document, first.into(DOCUMENT_RENDERING)));
    }

    private static TaggedText tagged(Record row) {
        return new TaggedText(
                row.get(DOCUMENT_SEGMENT.SOURCE),
                InlineCodes.read(row.get(DOCUMENT_SEGMENT.SOURCE_CODES)));
    }

    static Rendering rendering(DocumentId document, DocumentRenderingRecord row) {
        return new Rendering(
                new RenderingId(row.getId()),
                document,
                new TaggedText(row.getText(), InlineCodes.read(row.getCodes())),
                Status.of(row.getStatus()),
                row.getReturned(),
                person(row.getAuthor()),
                row.getRevisionN(),
                row.getVersion(),
                row.getChangedNo());
    }

    private static @Nullable UserId person(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }
}
