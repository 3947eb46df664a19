package org.bargardan.base;

import java.util.UUID;

/// Names one job for ever.
public record JobId(UUID value) {}
