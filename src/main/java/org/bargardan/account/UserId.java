package org.bargardan.account;

import java.util.UUID;

/// Names one person for ever; the actor of every change.
public record UserId(UUID value) implements java.io.Serializable {}
