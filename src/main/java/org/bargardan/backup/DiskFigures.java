package org.bargardan.backup;

/// How the disk stands on which backups are kept, in bytes.
public record DiskFigures(long free, long total) {}
