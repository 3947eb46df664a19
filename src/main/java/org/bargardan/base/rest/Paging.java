package org.bargardan.base.rest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How lists are handed out in pieces: programs hand the cursor of one page back for the next, and
/// do not read it. A cursor names the last item, so what comes and goes before it moves nothing.
public final class Paging {

    /// The most items of a page.
    public static final int MOST = 200;

    /// As many as a program gets that does not say.
    public static final String USUAL = "100";

    private Paging() {}

    /// @throws RequestProblem unless it is 1 to [#MOST]
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw RequestProblem.of("limit", "limit is 1 to " + MOST);
        }
        return limit;
    }

    /// The cursor after a page, of which one item more was read than is shown; null after the last.
    public static <T> @Nullable String next(List<T> read, int limit, Function<T, UUID> id) {
        return read.size() > limit ? write(id.apply(read.get(limit - 1))) : null;
    }

    /// The items of a page, of which one more was read than is shown.
    public static <T> List<T> shown(List<T> read, int limit) {
        return read.subList(0, Math.min(limit, read.size()));
    }

    static String write(UUID last) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(last.getMostSignificantBits());
        bytes.putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// The last item of the page before; null for the first page.
    ///
    /// @throws RequestProblem on what was never written here
    public static @Nullable UUID last(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            var last = new UUID(bytes.getLong(), bytes.getLong());
            if (!bytes.hasRemaining()) {
                return last;
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw noSuchCursor();
        }
        throw noSuchCursor();
    }

    /// What a cursor named is gone, or never was.
    public static RequestProblem noSuchCursor() {
        return RequestProblem.of("cursor", "no such cursor any more; begin with the first page");
    }
}
