package org.bargardan.project;

import java.util.UUID;

/// Names one project for ever.
public record ProjectId(UUID value) {}
