package org.bargardan.document.rest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.document.RenderingId;

/// Writes the place where a page ended in a form that programs hand back and do not read.
final class Cursor {

    private Cursor() {}

    static String write(RenderingId last) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(last.value().getMostSignificantBits());
        bytes.putLong(last.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Empty on what was never written here.
    static Optional<RenderingId> read(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return Optional.of(new RenderingId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }
}
