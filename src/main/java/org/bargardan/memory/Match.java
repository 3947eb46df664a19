package org.bargardan.memory;

import java.time.Instant;
import org.bargardan.account.UserId;
import org.bargardan.document.RenderingId;
import org.jspecify.annotations.Nullable;

/// A unit offered for a segment.
///
/// @param score 0 to 100: 100 only when nothing differs, 99 when only the spelling does
/// @param context whether the neighbours are the same too
/// @param memoryName empty for the memories that every project has
/// @param rendering the rendering that the unit follows; null for units that came in as a file
/// @param by who confirmed or approved it; null if nobody is known
public record Match(
        long unit,
        int score,
        boolean context,
        MemoryKind memory,
        String memoryName,
        String source,
        String target,
        @Nullable RenderingId rendering,
        @Nullable UserId by,
        Instant at) {

    /// Whether a reviewer stands behind it.
    public boolean reviewed() {
        return memory == MemoryKind.APPROVED;
    }
}
