package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT_PARAGRAPH;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_REPAIR_EDIT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_SEGMENT;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was repaired in a document's original, and the way back, also years later.
@Service
public class Repairs {

    /// UTF-16 code units shown on either side of a repair.
    private static final int AROUND = 40;

    private final DSLContext database;
    private final Documents documents;
    private final Membership membership;
    private final SegmentShaping shaping;

    Repairs(
            DSLContext database,
            Documents documents,
            Membership membership,
            SegmentShaping shaping) {
        this.database = database;
        this.documents = documents;
        this.membership = membership;
        this.shaping = shaping;
    }

    /// What became of taking a repair back.
    public sealed interface UndoResult {

        record Undone(SegmentId segment) implements UndoResult {}

        /// The text there is not what the repair left: somebody has changed it, or it is cut
        /// within.
        record NotThere() implements UndoResult {}

        /// A rule of the project stands against it; nothing is stored.
        record Refused(Refusal refusal) implements UndoResult {}
    }

    /// A repair among the words around it.
    ///
    /// @param left,right the text before and after its place, some words of each
    public record Seen(Repair repair, String left, String right) {}

    /// The repairs of a document in order of place, those of one rule or all.
    ///
    /// @param rule empty for all
    /// @param skipped how many of them to pass over
    @Transactional(readOnly = true)
    public List<Seen> seen(DocumentId id, String rule, int skipped, int most, UserId actor) {
        var all = documents.repairs(id, actor);
        var text = new StringBuilder();
        stretches(id).forEach(stretch -> text.append(stretch.source.text()).append(stretch.space));
        var seen = new ArrayList<Seen>();
        int shift = 0;
        int passed = 0;
        for (var repair : all) {
            boolean applied = repair.state() == RepairState.APPLIED;
            int at = Math.clamp(repair.at() + shift, 0, text.length());
            int length = (applied ? repair.after() : repair.before()).length();
            if (rule.isEmpty() || repair.rule().equals(rule)) {
                if (passed++ >= skipped && seen.size() < most) {
                    int end = Math.min(text.length(), at + length);
                    seen.add(
                            new Seen(
                                    repair,
                                    text.substring(Math.max(0, at - AROUND), at),
                                    text.substring(end, Math.min(text.length(), end + AROUND))));
                }
            }
            if (applied) {
                shift += repair.after().length() - repair.before().length();
            }
        }
        return seen;
    }

    /// How many repairs each rule has in a document, in whatever state.
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(DocumentId id, UserId actor) {
        documents.get(id, actor);
        return database.select(DOCUMENT_REPAIR_EDIT.RULE, count())
                .from(DOCUMENT_REPAIR_EDIT)
                .where(
                        DOCUMENT_REPAIR_EDIT.DOCUMENT_ID.eq(id.value()),
                        DOCUMENT_REPAIR_EDIT.REMOVED_NO.isNull())
                .groupBy(DOCUMENT_REPAIR_EDIT.RULE)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /// A stretch of the document's text: a source with its space, or what parts paragraphs.
    ///
    /// @param segment null for what parts paragraphs
    private record Stretch(@Nullable UUID segment, TaggedText source, String space) {

        int length() {
            return source.text().length() + space.length();
        }
    }

    /// Puts back what stood in the original; the segment's source gets a revision. For managers and
    /// translators, where the words over the segment may be changed.
    @Transactional
    public UndoResult undo(DocumentId id, int n, UserId actor) {
        var document = documents.get(id, actor);
        membership.require(document.project(), actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        var all = documents.repairs(id, actor);
        var wanted =
                all.stream()
                        .filter(any -> any.n() == n && any.state() == RepairState.APPLIED)
                        .findFirst();
        if (wanted.isEmpty()) {
            return new UndoResult.NotThere();
        }
        var repair = wanted.get();
        int at = repair.at();
        for (var other : all) {
            if (other.state() == RepairState.APPLIED && other.at() < repair.at()) {
                at += other.after().length() - other.before().length();
            }
        }
        int start = 0;
        for (var stretch : stretches(id)) {
            int end = start + stretch.length();
            if (stretch.segment != null && at >= start && at + repair.after().length() <= end) {
                var result =
                        undo(new SegmentId(stretch.segment), stretch, at - start, repair, actor);
                if (!(result instanceof UndoResult.NotThere) || at < end) {
                    return marked(result, id, repair);
                }
            }
            start = end;
        }
        return new UndoResult.NotThere();
    }

    private UndoResult undo(
            SegmentId segment, Stretch stretch, int at, Repair repair, UserId actor) {
        var source = stretch.source;
        int length = source.text().length();
        boolean inSource = at + repair.after().length() <= length;
        boolean inSpace = at >= length;
        var whole = source.text() + stretch.space;
        if (!whole.startsWith(repair.after(), at) || !inSource && !inSpace) {
            return new UndoResult.NotThere();
        }
        var changed = inSource ? replaced(source, at, repair.after(), repair.before()) : source;
        var space =
                inSource
                        ? stretch.space
                        : replaced(stretch.space, at - length, repair.after(), repair.before());
        if (changed.text().isEmpty()) {
            return new UndoResult.NotThere();
        }
        return switch (shaping.rewriteSource(segment, changed, space, "repair", actor)) {
            case ShapeResult.Shaped _ -> new UndoResult.Undone(segment);
            case ShapeResult.Refused(var refusal) -> new UndoResult.Refused(refusal);
            case ShapeResult.Stale _, ShapeResult.Impossible _ -> new UndoResult.NotThere();
        };
    }

    private UndoResult marked(UndoResult result, DocumentId id, Repair repair) {
        if (result instanceof UndoResult.Undone) {
            database.update(DOCUMENT_REPAIR_EDIT)
                    .set(DOCUMENT_REPAIR_EDIT.STATE, RepairState.UNDONE.key())
                    .where(
                            DOCUMENT_REPAIR_EDIT.DOCUMENT_ID.eq(id.value()),
                            DOCUMENT_REPAIR_EDIT.N.eq(repair.n()))
                    .execute();
        }
        return result;
    }

    private static String replaced(String text, int at, String old, String other) {
        return text.substring(0, at) + other + text.substring(at + old.length());
    }

    /// Codes keep their place among the letters; those within what is replaced stand at its
    /// beginning.
    private static TaggedText replaced(TaggedText source, int at, String old, String other) {
        var text = source.text();
        int from = text.codePointCount(0, at);
        int to = from + old.codePointCount(0, old.length());
        int growth = other.codePointCount(0, other.length()) - (to - from);
        var codes = new ArrayList<InlineCode>();
        for (var code : source.codes()) {
            int place = code.at() >= to ? code.at() + growth : Math.min(code.at(), from);
            codes.add(new InlineCode(place, code.id(), code.kind(), code.label()));
        }
        return new TaggedText(replaced(text, at, old, other), codes);
    }

    /// The whole text of the document in order.
    private List<Stretch> stretches(DocumentId id) {
        var stretches = new ArrayList<Stretch>();
        var last = new UUID[1];
        database.select(
                        DOCUMENT_PARAGRAPH.ID,
                        DOCUMENT_PARAGRAPH.SEPARATOR_BEFORE,
                        DOCUMENT_SEGMENT.ID,
                        DOCUMENT_SEGMENT.SOURCE,
                        DOCUMENT_SEGMENT.SOURCE_CODES,
                        DOCUMENT_SEGMENT.SPACE_AFTER)
                .from(DOCUMENT_PARAGRAPH)
                .join(DOCUMENT_SEGMENT)
                .on(DOCUMENT_SEGMENT.PARAGRAPH_ID.eq(DOCUMENT_PARAGRAPH.ID))
                .where(
                        DOCUMENT_PARAGRAPH.DOCUMENT_ID.eq(id.value()),
                        DOCUMENT_PARAGRAPH.REMOVED_NO.isNull(),
                        DOCUMENT_SEGMENT.REMOVED_NO.isNull(),
                        DOCUMENT_SEGMENT.JOINED_INTO.isNull())
                .orderBy(DOCUMENT_PARAGRAPH.POSITION, DOCUMENT_SEGMENT.POSITION)
                .forEach(row -> {
                    if (!row.value1().equals(last[0])) {
                        last[0] = row.value1();
                        stretches.add(new Stretch(null, TaggedText.plain(row.value2()), ""));
                    }
                    stretches.add(
                            new Stretch(
                                    row.value3(),
                                    new TaggedText(row.value4(), InlineCodes.read(row.value5())),
                                    row.value6()));
                });
        return stretches;
    }
}
