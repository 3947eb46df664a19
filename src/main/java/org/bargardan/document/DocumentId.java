package org.bargardan.document;

import java.util.UUID;

/// Names one document for ever; never reused, never changed.
public record DocumentId(UUID value) {}
