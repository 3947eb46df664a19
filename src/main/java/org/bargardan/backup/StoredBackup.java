package org.bargardan.backup;

import java.nio.file.Path;
import java.time.Instant;

/// A backup that lies in the folder for them.
///
/// @param at when it was made, to the millisecond
/// @param bytes its size
public record StoredBackup(Path file, Instant at, long bytes) {

    public String fileName() {
        return String.valueOf(file.getFileName());
    }
}
