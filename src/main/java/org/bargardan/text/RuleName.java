package org.bargardan.text;

/// Which rule of an SRX file it is.
///
/// @param own whether a project brought it along
/// @param number within its set, from 1
public record RuleName(boolean own, String set, int number) {}
