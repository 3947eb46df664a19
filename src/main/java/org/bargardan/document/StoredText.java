package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.VersionMatching.OldParagraph;
import org.bargardan.document.internal.schema.tables.records.DocumentParagraphRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The paragraphs and segments of a document as they are stored, also those that are no part of the
/// text any more.
final class StoredText {

    private final long changeNo;
    private final String lang;
    private final Map<UUID, DocumentParagraphRecord> paragraphs;
    private final List<DocumentSegmentRecord> all;
    private final List<OldParagraph> text = new ArrayList<>();
    private final List<OldParagraph> former = new ArrayList<>();
    private final List<DocumentSegmentRecord> segments = new ArrayList<>();
    private final int live;

    /// Segments of one paragraph that left the text together.
    private record Group(UUID paragraph, @Nullable Long removedNo) {}

    private StoredText(
            long changeNo,
            String lang,
            Map<UUID, DocumentParagraphRecord> paragraphs,
            List<DocumentSegmentRecord> all) {
        this.changeNo = changeNo;
        this.lang = lang;
        this.paragraphs = paragraphs;
        this.all = all;
        var groups = new LinkedHashMap<Group, List<DocumentSegmentRecord>>();
        for (var segment : all) {
            if (segment.getJoinedInto() == null) {
                groups.computeIfAbsent(
                                new Group(segment.getParagraphId(), segment.getRemovedNo()),
                                group -> new ArrayList<>())
                        .add(segment);
            }
        }
        groups.forEach((group, members) -> {
            if (group.removedNo == null) {
                add(text, group, members);
            }
        });
        live = segments.size();
        groups.entrySet().stream()
                .filter(group -> group.getKey().removedNo != null)
                .sorted(
                        Comparator.comparing(
                                (Map.Entry<Group, ?> group) -> group.getKey().removedNo,
                                Comparator.nullsLast(Comparator.<Long>reverseOrder())))
                .forEach(group -> add(former, group.getKey(), group.getValue()));
    }

    private void add(List<OldParagraph> to, Group group, List<DocumentSegmentRecord> members) {
        var paragraph = paragraph(group.paragraph);
        to.add(
                new OldParagraph(
                        ParagraphKind.of(paragraph.getKind()),
                        paragraph.getLevel(),
                        paragraph.getTranslatable(),
                        members.stream()
                                .map(segment ->
                                        new NewSegment(source(segment), segment.getSpaceAfter()))
                                .toList()));
        segments.addAll(members);
    }

    static StoredText read(DSLContext database, DocumentId document) {
        var head =
                database.select(DOCUMENT.CHANGE_NO, DOCUMENT.LANG)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ID.eq(document.value()))
                        .fetchSingle();
        var paragraphs = new LinkedHashMap<UUID, DocumentParagraphRecord>();
        database.selectFrom(DOCUMENT_PARAGRAPH)
                .where(DOCUMENT_PARAGRAPH.DOCUMENT_ID.eq(document.value()))
                .orderBy(DOCUMENT_PARAGRAPH.POSITION)
                .forEach(paragraph -> paragraphs.put(paragraph.getId(), paragraph));
        var order = new HashMap<UUID, Integer>();
        paragraphs.keySet().forEach(id -> order.put(id, order.size()));
        var segments =
                new ArrayList<>(
                        database.selectFrom(DOCUMENT_SEGMENT)
                                .where(DOCUMENT_SEGMENT.DOCUMENT_ID.eq(document.value()))
                                .fetch());
        segments.sort(
                Comparator.comparing((DocumentSegmentRecord segment) ->
                                order.getOrDefault(segment.getParagraphId(), 0))
                        .thenComparing(DocumentSegmentRecord::getPosition));
        return new StoredText(head.value1(), head.value2(), paragraphs, segments);
    }

    long changeNo() {
        return changeNo;
    }

    String lang() {
        return lang;
    }

    /// The paragraphs of the text, in order.
    List<OldParagraph> text() {
        return text;
    }

    /// What earlier versions took out of the text, the last taken out first.
    List<OldParagraph> former() {
        return former;
    }

    /// The segments of [#text], then those of [#former].
    List<DocumentSegmentRecord> segments() {
        return segments;
    }

    /// How many of [#segments] are part of the text.
    int live() {
        return live;
    }

    DocumentParagraphRecord paragraph(UUID id) {
        var paragraph = paragraphs.get(id);
        if (paragraph == null) {
            throw new IllegalArgumentException("no paragraph " + id);
        }
        return paragraph;
    }

    Iterable<DocumentParagraphRecord> paragraphs() {
        return paragraphs.values();
    }

    /// The places of a paragraph that other rows hold than these, joined ones among them.
    Map<UUID, Set<Long>> positionsWithout(Set<UUID> moving) {
        return all.stream()
                .filter(segment -> !moving.contains(segment.getId()))
                .collect(
                        Collectors.groupingBy(
                                DocumentSegmentRecord::getParagraphId,
                                Collectors.mapping(
                                        DocumentSegmentRecord::getPosition, Collectors.toSet())));
    }

    static TaggedText source(DocumentSegmentRecord segment) {
        return new TaggedText(segment.getSource(), InlineCodes.read(segment.getSourceCodes()));
    }
}
