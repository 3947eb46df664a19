package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_CHANGE;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SEGMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_RENDERING_SET;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.bargardan.account.UserId;
import org.bargardan.document.SourceMarking.Asking;
import org.bargardan.document.SourceMarking.Judged;
import org.bargardan.document.internal.schema.tables.records.DocumentRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingRecord;
import org.bargardan.document.internal.schema.tables.records.DocumentRenderingSegmentRecord;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts a newer version of its file in a document's place, so that no id dies and no word is lost:
/// docs/adr/0029 tells how each case is stored.
@Component
class DocumentReplacing {

    private final DSLContext database;
    private final SourceMarking marking;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentReplacing(
            DSLContext database,
            SourceMarking marking,
            ChangeLog changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.marking = marking;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /// @param shown the document's last change when somebody saw what would change
    @Transactional(propagation = Propagation.MANDATORY)
    ReimportResult replace(NewVersion version, Original original, long shown, Asking asking) {
        var id = asking.document();
        var stored = StoredText.read(database, id);
        var plan = VersionPlan.of(stored, version);
        var covering = CoveringChange.of(stored, plan, links(id));
        var rows = marking.lock(covering.touched());
        var document = lock(id);
        if (isStale(id, rows, shown)) {
            return new ReimportResult.Stale();
        }
        var marked = rows.stream().filter(row -> covering.marked().contains(row.getId())).toList();
        return switch (marking.judge(marked, asking)) {
            case Judged.Refused(var why) -> new ReimportResult.Refused(why);
            case Judged.Allowed(var follows) -> {
                var change =
                        new Replacement(
                                database,
                                stored,
                                plan,
                                document,
                                asking.actor(),
                                OffsetDateTime.now(clock));
                change.place();
                change.cover(covering);
                change.noteAgain();
                change.repair(version.repairs());
                change.takeOriginal(original, version.textAfter());
                if (change.isEmpty() && rows.isEmpty()) {
                    yield new ReimportResult.Unchanged();
                }
                write(change, id, asking.actor());
                marking.write(rows, follows, change.changeNo(), asking.actor());
                yield new ReimportResult.Reimported(change.changeNo());
            }
        };
    }

    private void write(Replacement change, DocumentId id, UserId actor) {
        long changeNo = changes.next(id, "reimport", null, null, actor);
        if (changeNo != change.changeNo()) {
            throw new IllegalStateException("a locked document was changed by another");
        }
        change.write();
        events.publishEvent(new DocumentReimported(id, changeNo));
    }

    private DocumentRecord lock(DocumentId id) {
        return database.selectFrom(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle();
    }

    /// Words saved in what stays as it is are no reason to ask again.
    private boolean isStale(DocumentId id, List<DocumentRenderingRecord> rows, long shown) {
        return rows.stream().anyMatch(row -> row.getChangedNo() > shown)
                || database.fetchExists(
                        DOCUMENT_CHANGE,
                        DOCUMENT_CHANGE
                                .DOCUMENT_ID
                                .eq(id.value())
                                .and(DOCUMENT_CHANGE.CHANGE_NO.gt(shown))
                                .and(DOCUMENT_CHANGE.WHAT.in("split", "join", "reimport")));
    }

    List<DocumentRenderingSegmentRecord> links(DocumentId id) {
        return database.select(DOCUMENT_RENDERING_SEGMENT.fields())
                .from(DOCUMENT_RENDERING_SEGMENT)
                .join(DOCUMENT_RENDERING_SET)
                .on(DOCUMENT_RENDERING_SET.ID.eq(DOCUMENT_RENDERING_SEGMENT.SET_ID))
                .where(DOCUMENT_RENDERING_SET.DOCUMENT_ID.eq(id.value()))
                .fetchInto(DOCUMENT_RENDERING_SEGMENT);
    }
}
