package org.bargardan.document;

import java.util.UUID;

/// Names one rendering for ever; never reused, never changed.
public record RenderingId(UUID value) {}
