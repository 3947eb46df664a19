package org.bargardan.document;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// How many renderings have been confirmed since the start, as a figure for whoever runs the
/// server; counted after the commit.
@Component
class ConfirmedRenderings {

    private final Counter confirmed;

    ConfirmedRenderings(MeterRegistry meters) {
        confirmed =
                Counter.builder("bargardan.renderings.confirmed")
                        .description("Renderings confirmed since the start")
                        .register(meters);
    }

    @TransactionalEventListener
    void on(RenderingConfirmed event) {
        confirmed.increment();
    }
}
