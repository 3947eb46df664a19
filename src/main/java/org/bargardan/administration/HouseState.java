package org.bargardan.administration;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.bargardan.backup.DiskFigures;
import org.bargardan.backup.StoredBackup;
import org.bargardan.base.PendingWork;
import org.jspecify.annotations.Nullable;

/// How the house stands, at a glance.
///
/// @param lastBackup null if there is none
/// @param databaseBytes empty where nobody can say cheaply
/// @param quota the most bytes of originals a project may hold; 0 for no limit
public record HouseState(
        @Nullable StoredBackup lastBackup,
        DiskFigures disk,
        OptionalLong databaseBytes,
        PendingWork.Counts pending,
        boolean readOnly,
        boolean mailSetUp,
        long quota) {

    /// Two nights without a backup: something is wrong.
    public static final Duration BACKUP_LIFE = Duration.ofHours(48);

    /// Whether there is no backup that is young enough.
    public boolean backupOverdue(Instant now) {
        return lastBackup == null || lastBackup.at().plus(BACKUP_LIFE).isBefore(now);
    }
}
