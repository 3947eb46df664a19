package org.bargardan.format;

import org.jspecify.annotations.Nullable;

/// What a whole TMX file turned out to be.
///
/// @param header null when the file has none that can be read
/// @param units how many were handed over
/// @param leftOut how many units were too damaged to be handed over
public record TmxReading(@Nullable TmxHeader header, int units, int leftOut) {}
