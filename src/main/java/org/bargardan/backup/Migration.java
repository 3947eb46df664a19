package org.bargardan.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// Backs a database up before it is migrated, and leaves one alone that a newer program made.
@Configuration(proxyBeanMethods = false)
class Migration implements FlywayMigrationStrategy {

    private final BackupFolder folder;
    private final Clock clock;
    private final ObjectProvider<AuditLog> audit;

    /// Null if nothing had to be backed up at this start.
    private @Nullable Path backup;

    /// The audit log needs the tables that are only made here, so it comes later.
    Migration(
            Clock clock,
            ObjectProvider<AuditLog> audit,
            @Value("${bargardan.backup.folder}") Path folder) {
        this.folder = new BackupFolder(folder);
        this.clock = clock;
        this.audit = audit;
    }

    /// Flyway would take a newer schema silently.
    @Bean
    static FlywayConfigurationCustomizer nothingIsIgnored() {
        return configuration -> configuration.ignoreMigrationPatterns(new String[0]);
    }

    /// @throws StartRefusedException if a newer program made the database, or the backup fails
    @Override
    public void migrate(Flyway flyway) {
        int newest = Schema.newest(flyway);
        var current = Schema.current(flyway);
        if (current.isPresent()) {
            if (current.getAsInt() > newest) {
                throw new StartRefusedException(
                        "the database has schema %d, and this program knows up to %d; start it with a"
                                        .formatted(current.getAsInt(), newest)
                                + " newer program, or restore a backup into an empty one.");
            }
            if (flyway.info().pending().length > 0) {
                backUp(flyway, current.getAsInt(), newest);
            }
        }
        flyway.migrate();
    }

    private void backUp(Flyway flyway, int from, int to) {
        var writing = new BackupWriting(flyway.getConfiguration().getDataSource());
        var now = clock.instant();
        try {
            var file = folder.beforeMigration(from, to, now);
            OwnerOnlyFile.write(file, out -> writing.write(from, now, out));
            backup = file;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartRefusedException(
                    "nothing was migrated, because the backup before it failed: "
                            + Sentences.reason(e)
                            + ".",
                    e);
        }
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        var made = backup;
        if (made != null) {
            audit.getObject().add(AuditAction.BACKED_UP, "backup:" + made.getFileName(), "");
            backup = null;
        }
    }
}
