package org.bargardan.account;

import java.util.UUID;
import org.bargardan.base.Actor;

/// Names one person for ever; the actor of every change.
public record UserId(UUID value) implements Actor, java.io.Serializable {}
