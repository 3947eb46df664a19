package org.bargardan.base.operations;

import static org.jooq.impl.DSL.table;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// How many outbox events nobody has worked off yet: near 0 in a healthy server, and rising where a
/// listener fails again and again.
@Component
class WaitingEvents implements MeterBinder {

    private final DSLContext database;

    WaitingEvents(DSLContext database) {
        this.database = database;
    }

    /// Counted when somebody asks. A row is deleted as soon as its event is worked off, so all that
    /// are there are waiting.
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "bargardan.outbox.waiting",
                        () -> database.fetchCount(table("event_publication")))
                .description("Events in the outbox that wait for a listener")
                .register(registry);
    }
}
