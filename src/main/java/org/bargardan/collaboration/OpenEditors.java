package org.bargardan.collaboration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How many editors are open, as a figure for whoever runs the server; it names nobody and nothing.
@Component
class OpenEditors implements MeterBinder {

    private final DocumentChanges changes;

    OpenEditors(DocumentChanges changes) {
        this.changes = changes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("bargardan.editors.open", changes, DocumentChanges::followerCount)
                .description("Editors that follow the changes of a document")
                .register(registry);
    }
}
