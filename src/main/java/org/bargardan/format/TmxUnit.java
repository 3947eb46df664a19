package org.bargardan.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stored correspondence, with a variant per language.
///
/// @param id empty when it has none
/// @param created null when nobody knows
/// @param createdBy null when nobody knows
/// @param changed null when never changed
/// @param changedBy null when never changed
public record TmxUnit(
        String id,
        List<TmxVariant> variants,
        @Nullable Instant created,
        @Nullable String createdBy,
        @Nullable Instant changed,
        @Nullable String changedBy,
        List<TmxProp> props,
        List<String> notes) {

    public TmxUnit {
        variants = List.copyOf(variants);
        props = List.copyOf(props);
        notes = List.copyOf(notes);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("unit " + id + " has no variant");
        }
    }
}
