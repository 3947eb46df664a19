package org.bargardan.document;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.bargardan.base.AfterCommit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

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

    @EventListener
    void on(RenderingConfirmed event) {
        AfterCommit.run(confirmed::increment);
    }
}
