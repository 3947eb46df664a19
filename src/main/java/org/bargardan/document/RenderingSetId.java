package org.bargardan.document;

import java.util.UUID;

/// Names one rendering set for ever; never reused, never changed.
public record RenderingSetId(UUID value) {}
