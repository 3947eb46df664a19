package org.bargardan.document;

import java.util.EnumMap;
import java.util.Map;

/// How many renderings of a document, or of several, have which status.
public record Progress(Map<Status, Integer> counts) {

    public Progress {
        counts = Map.copyOf(counts);
    }

    public int of(Status status) {
        return counts.getOrDefault(status, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Confirmed or better.
    public int translated() {
        return of(Status.TRANSLATED) + of(Status.REVIEWED) + of(Status.APPROVED);
    }

    public Progress plus(Progress other) {
        var sum = new EnumMap<Status, Integer>(Status.class);
        for (var status : Status.values()) {
            sum.put(status, of(status) + other.of(status));
        }
        return new Progress(sum);
    }
}
