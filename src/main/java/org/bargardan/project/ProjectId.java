package org.bargardan.project;

import java.util.Optional;
import java.util.UUID;

/// Names one project for ever.
public record ProjectId(UUID value) {

    /// Empty on what is no id.
    public static Optional<ProjectId> find(String text) {
        try {
            return Optional.of(new ProjectId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
