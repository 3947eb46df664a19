package org.bargardan.importing.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.project.ProjectId;

/// The files that a person is bringing in, in their session.
final class ImportsUnderWay {

    /// Each holds a file in memory.
    private static final int MOST = 4;

    private static final long MOST_BYTES = 120L * 1024 * 1024;

    private final Map<UUID, ImportUnderWay> all = new LinkedHashMap<>();

    /// Those of the session at hand; its lock is held.
    static ImportsUnderWay ofSession() {
        var session = VaadinSession.getCurrent();
        var known = session.getAttribute(ImportsUnderWay.class);
        if (known == null) {
            known = new ImportsUnderWay();
            session.setAttribute(ImportsUnderWay.class, known);
        }
        return known;
    }

    /// False if there are too many already, or they are too large together.
    boolean add(ImportUnderWay file) {
        long bytes = all.values().stream().mapToLong(ImportUnderWay::size).sum() + file.size();
        if (all.size() >= MOST || (!all.isEmpty() && bytes > MOST_BYTES)) {
            return false;
        }
        all.put(file.id(), file);
        return true;
    }

    Optional<ImportUnderWay> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    List<ImportUnderWay> of(ProjectId project) {
        return all.values().stream().filter(file -> file.project().equals(project)).toList();
    }

    void remove(ImportUnderWay file) {
        file.stop();
        all.remove(file.id());
    }
}
