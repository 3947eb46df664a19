package org.bargardan.text;

/// An SRX rule as a person writes it down.
///
/// @param before what must stand before the place, as a regular expression; empty for anything
/// @param after what must stand after it
/// @param note why the rule is there, or an example; kept as a comment before the rule
public record WrittenRule(boolean breaks, String before, String after, String note) {}
