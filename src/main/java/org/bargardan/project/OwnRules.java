package org.bargardan.project;

/// A project's own sentence rules.
///
/// @param srx SRX 2.0; empty where it has none
/// @param version 0 before anybody decided anything
public record OwnRules(String srx, long version) {}
