package org.bargardan.memory;

import java.util.UUID;

/// Names one translation memory for ever.
public record MemoryId(UUID value) {}
