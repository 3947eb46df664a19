package org.bargardan.document;

import java.util.UUID;

/// Names one paragraph for ever; never reused, never changed.
public record ParagraphId(UUID value) {}
