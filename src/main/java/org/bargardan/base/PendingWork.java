package org.bargardan.base;

import static org.bargardan.base.internal.schema.Tables.BASE_JOB;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the house has yet to do: counts only, so that whoever sees them learns nothing of anybody.
@Service
public class PendingWork {

    private final DSLContext database;

    PendingWork(DSLContext database) {
        this.database = database;
    }

    /// @param jobs long pieces of work that wait or are under way
    /// @param failedJobs those that nobody takes up again
    /// @param events outbox events that wait for a listener
    public record Counts(int jobs, int failedJobs, int events) {}

    /// The right to know them is the caller's to check.
    @Transactional(readOnly = true)
    public Counts counts() {
        return new Counts(
                database.fetchCount(BASE_JOB, BASE_JOB.STATE.in("waiting", "running")),
                database.fetchCount(BASE_JOB, BASE_JOB.STATE.eq("failed")),
                database.fetchCount(table("event_publication")));
    }
}
