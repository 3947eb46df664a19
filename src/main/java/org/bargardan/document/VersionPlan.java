package org.bargardan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.VersionMatching.Kind;
import org.bargardan.document.VersionMatching.Matched;
import org.bargardan.document.internal.schema.tables.records.DocumentParagraphRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentSegmentRecord;
import org.jspecify.annotations.Nullable;

/// A document's text as a newer version would have it: for every paragraph and segment which row it
/// continues, and which segments leave.
///
/// @param gone segments of the text that nothing continues, in order
record VersionPlan(List<Paragraph> paragraphs, List<DocumentSegmentRecord> gone) {

    /// @param stored the row that it continues: the one most of its segments come from; null for a
    ///   new one
    record Paragraph(
            NewParagraph content,
            @Nullable DocumentParagraphRecord stored,
            List<Segment> segments) {}

    /// @param stored the row that it continues; null for a new one
    record Segment(Kind kind, NewSegment content, @Nullable DocumentSegmentRecord stored) {}

    static VersionPlan of(StoredText stored, NewVersion version) {
        return of(
                stored,
                VersionMatching.match(
                        stored.text(),
                        stored.former(),
                        version.paragraphs(),
                        version.marked(),
                        stored.lang()),
                version.marked());
    }

    private static VersionPlan of(StoredText stored, Matched matched, Set<Integer> marked) {
        var cut = new ArrayList<List<Segment>>();
        var used = new HashSet<UUID>();
        int next = 0;
        for (var paragraph : matched.paragraphs()) {
            var segments = new ArrayList<Segment>();
            for (var content : paragraph.segments()) {
                var match = matched.matches().get(next++);
                var row = match.kind() == Kind.NEW ? null : stored.segments().get(match.old());
                if (row != null) {
                    used.add(row.getId());
                }
                segments.add(new Segment(match.kind(), content, row));
            }
            cut.add(segments);
        }
        var rows = rows(cut);
        var paragraphs = new ArrayList<Paragraph>();
        for (int i = 0; i < cut.size(); i++) {
            var id = rows.get(i);
            var row = id == null ? null : stored.paragraph(id);
            var content = matched.paragraphs().get(i);
            paragraphs.add(
                    new Paragraph(
                            marked.contains(i) ? content : likeRow(content, row), row, cut.get(i)));
        }
        return new VersionPlan(
                paragraphs,
                stored.segments().subList(0, stored.live()).stream()
                        .filter(segment -> !used.contains(segment.getId()))
                        .toList());
    }

    /// How many segments of a paragraph come from a row.
    private record Claim(int paragraph, UUID row, int segments) {}

    /// The row of each paragraph that has one; every row is taken once, by whoever has most of it.
    private static Map<Integer, UUID> rows(List<List<Segment>> cut) {
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < cut.size(); i++) {
            var counts = new HashMap<UUID, Integer>();
            for (var segment : cut.get(i)) {
                if (segment.stored != null) {
                    counts.merge(segment.stored.getParagraphId(), 1, Integer::sum);
                }
            }
            int paragraph = i;
            counts.forEach((row, count) -> claims.add(new Claim(paragraph, row, count)));
        }
        claims.sort(
                Comparator.comparingInt(Claim::segments)
                        .reversed()
                        .thenComparingInt(Claim::paragraph)
                        .thenComparing(Claim::row));
        var rows = new HashMap<Integer, UUID>();
        var taken = new HashSet<UUID>();
        for (var claim : claims) {
            if (!rows.containsKey(claim.paragraph) && taken.add(claim.row)) {
                rows.put(claim.paragraph, claim.row);
            }
        }
        return rows;
    }

    /// What a paragraph is stays as it was where the file says nothing of it.
    private static NewParagraph likeRow(
            NewParagraph content, @Nullable DocumentParagraphRecord row) {
        if (row == null || content.kind() != ParagraphKind.BODY) {
            return content;
        }
        return new NewParagraph(
                ParagraphKind.of(row.getKind()),
                row.getLevel(),
                content.textUnit(),
                content.separatorBefore(),
                content.translatable(),
                content.page(),
                content.noteMark(),
                content.segments(),
                content.codes());
    }

    int count(Kind kind) {
        return (int)
                paragraphs.stream()
                        .flatMap(paragraph -> paragraph.segments.stream())
                        .filter(segment -> segment.kind == kind)
                        .count();
    }
}
