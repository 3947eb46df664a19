package org.bargardan.document;

import static org.bargardan.document.internal.schema.Tables.DOCUMENT;
import static org.bargardan.document.internal.schema.Tables.DOCUMENT_CHANGE;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.bargardan.account.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Numbers the changes of a document. The number is taken by updating the document's own row, so a
/// second change waits for the first to commit: the order of numbers is the order of commits, and
/// whoever reads what is later than n misses nothing.
@Component
class ChangeLog {

    private final DSLContext database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeLog(DSLContext database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long next(
            DocumentId document,
            String what,
            @Nullable SegmentId segment,
            @Nullable RenderingId rendering,
            UserId by) {
        database.update(DOCUMENT)
                .set(DOCUMENT.CHANGE_NO, DOCUMENT.CHANGE_NO.plus(1))
                .where(DOCUMENT.ID.eq(document.value()))
                .execute();
        long number =
                database.select(DOCUMENT.CHANGE_NO)
                        .from(DOCUMENT)
                        .where(DOCUMENT.ID.eq(document.value()))
                        .fetchSingle(row -> row.value1());
        database.insertInto(DOCUMENT_CHANGE)
                .set(DOCUMENT_CHANGE.DOCUMENT_ID, document.value())
                .set(DOCUMENT_CHANGE.CHANGE_NO, number)
                .set(DOCUMENT_CHANGE.WHAT, what)
                .set(DOCUMENT_CHANGE.SEGMENT_ID, segment == null ? null : segment.value())
                .set(DOCUMENT_CHANGE.RENDERING_ID, rendering == null ? null : rendering.value())
                .set(DOCUMENT_CHANGE.BY_PERSON, by.value())
                .set(DOCUMENT_CHANGE.AT, OffsetDateTime.now(clock))
                .execute();
        events.publishEvent(new DocumentChanged(document, number));
        return number;
    }
}
