package org.bargardan.document;

import java.util.UUID;
import org.bargardan.base.NotFoundException;

/// Names one rendering for ever; never reused, never changed.
public record RenderingId(UUID value) {

    /// @throws NotFoundException on what is no id; it does not say what that was, since it may
    ///   stand in the log then
    public static RenderingId of(String text) {
        try {
            return new RenderingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("rendering");
        }
    }
}
