package org.bargardan.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// The backups that a running server makes: nightly, for its administrators, and for whoever owns
/// the machine. People work on meanwhile.
@Service
public class Backups {

    private static final int NIGHTLY_KEPT = 14;

    private final BackupWriting writing;
    private final BackupFolder folder;
    private final Flyway flyway;
    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    /// Two at once would only be slower, and might ask for one name.
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Backups(
            DataSource dataSource,
            Flyway flyway,
            Users users,
            AuditLog audit,
            Clock clock,
            @Value("${bargardan.backup.folder}") Path folder) {
        this.writing = new BackupWriting(dataSource);
        this.folder = new BackupFolder(folder);
        this.flyway = flyway;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// The newest in the folder, whatever it was made for.
    public Optional<StoredBackup> lastBackup() {
        return folder.last();
    }

    /// Returns when it is whole; a large database takes minutes.
    ///
    /// @throws org.bargardan.base.NotAllowedException unless an administrator asks
    public StoredBackup backUpNow(UserId actor) {
        users.requireAdministrator(actor);
        var backup = stored(BackupFolder::asked);
        audit.add(AuditAction.BACKED_UP, actor, "backup:" + backup.fileName(), bytes(backup));
        return backup;
    }

    /// Of the disk that the backups are on.
    public DiskFigures disk() {
        return folder.disk();
    }

    Optional<StoredBackup> lastNightly() {
        return folder.lastNightly();
    }

    StoredBackup backUpNightly() {
        var backup = stored(BackupFolder::nightly);
        audit.add(AuditAction.BACKED_UP, "backup:" + backup.fileName(), bytes(backup));
        try {
            folder.keepNightly(NIGHTLY_KEPT);
        } catch (IOException e) {
            throw new UncheckedIOException("an old backup cannot be removed", e);
        }
        return backup;
    }

    /// For whoever may read the data folder; the audit log says that it left the house.
    Manifest write(OutputStream out) throws IOException, SQLException {
        var manifest = written(out);
        audit.add(AuditAction.BACKED_UP, "backup:command", "schema " + manifest.schemaVersion());
        return manifest;
    }

    private StoredBackup stored(Name name) {
        oneAtATime.lock();
        try {
            var now = clock.instant();
            var file = name.of(folder, now);
            OwnerOnlyFile.write(file, this::written);
            return new StoredBackup(file, now.truncatedTo(ChronoUnit.MILLIS), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Manifest written(OutputStream out) throws IOException, SQLException {
        return writing.write(Schema.current(flyway).orElseThrow(), clock.instant(), out);
    }

    private static String bytes(StoredBackup backup) {
        return backup.bytes() + " bytes";
    }

    /// What a backup in the folder is called.
    @FunctionalInterface
    private interface Name {
        Path of(BackupFolder folder, Instant at) throws IOException;
    }
}
