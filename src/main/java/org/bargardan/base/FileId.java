package org.bargardan.base;

import java.util.UUID;

/// Names one stored file for ever.
public record FileId(UUID value) {}
