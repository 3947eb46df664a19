package org.bargardan.base;

import java.util.UUID;

/// The person who does something, as far as this module must know: `account` knows who they are.
public interface Actor {

    /// The person's id.
    UUID value();
}
