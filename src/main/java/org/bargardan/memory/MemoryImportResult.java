package org.bargardan.memory;

/// What became of a file of units.
public sealed interface MemoryImportResult {

    MemoryImportReport report();

    /// The memory exists now, with the units that were kept.
    record Imported(MemoryId memory, MemoryImportReport report) implements MemoryImportResult {}

    /// There was nothing to keep, so there is no memory.
    record NothingKept(MemoryImportReport report) implements MemoryImportResult {}
}
