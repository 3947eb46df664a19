package org.bargardan.document;

import java.util.UUID;

/// Names one rendering for ever; never reused, never changed.
public record RenderingId(UUID value) {

    /// @throws IllegalArgumentException on what is no id
    public static RenderingId of(String text) {
        return new RenderingId(UUID.fromString(text));
    }
}
