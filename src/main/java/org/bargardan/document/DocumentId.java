package org.bargardan.document;

import java.util.Optional;
import java.util.UUID;

/// Names one document for ever; never reused, never changed.
public record DocumentId(UUID value) {

    /// Empty on what is no id.
    public static Optional<DocumentId> find(String text) {
        try {
            return Optional.of(new DocumentId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
