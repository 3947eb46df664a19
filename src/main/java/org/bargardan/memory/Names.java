package org.bargardan.memory;

/// How the people who made a unit are named in an export.
public enum Names {
    /// Not at all; the default, since a file travels further than its sender thinks.
    WITHOUT,
    /// By pen name.
    PEN_NAMES,
    /// As they want to be credited; by pen name where they have not said.
    CREDIT_NAMES
}
