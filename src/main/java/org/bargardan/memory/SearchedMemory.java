package org.bargardan.memory;

/// A memory of a project, of whatever kind.
///
/// @param name empty for the two that every project has
public record SearchedMemory(MemoryId id, MemoryKind kind, String name) {}
