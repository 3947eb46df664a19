package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.bargardan.HandClock;
import org.bargardan.account.AuditLog;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class MigrationTest {

    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final int OLDER = 9;

    @TempDir private Path folder;
    private Path backups;
    private Database database;
    private Migration migration;

    @BeforeEach
    void aDatabase() {
        backups = folder.resolve("backups");
        database = Database.h2();
        migration =
                new Migration(
                        new HandClock(NOW, ZoneOffset.UTC),
                        new DefaultListableBeanFactory().getBeanProvider(AuditLog.class),
                        backups);
    }

    @Test
    void anEmptyDatabaseIsMigratedWithoutABackup() {
        migrate();
        assertThat(database.schema()).isEqualTo(Schema.newest(database.flyway()));
        assertThat(backups).doesNotExist();
    }

    @Test
    void anOlderDatabaseIsBackedUpBeforeItIsMigrated() throws Exception {
        database.migratedTo(OLDER);
        var before = database.rows();
        migrate();
        int newest = Schema.newest(database.flyway());
        assertThat(database.schema()).isEqualTo(newest);
        var zip = backups.resolve("before-V9-to-V" + newest + "-20260320T120000000Z.zip");
        assertThat(zip).isRegularFile();
        try (var backup = BackupFile.open(zip)) {
            assertThat(backup.manifest().schemaVersion()).isEqualTo(OLDER);
            assertThat(backup.manifest().tables())
                    .extracting(Manifest.Rows::table)
                    .contains("account_person")
                    .doesNotContain("bitext_bead");
        }
        assertThat(before).doesNotContainKey("bitext_bead");
    }

    @Test
    void aDatabaseThatIsUpToDateIsNotBackedUp() {
        database.flyway().migrate();
        migrate();
        assertThat(backups).doesNotExist();
    }

    @Test
    void whereTheBackupFailsNothingIsMigrated() throws IOException {
        database.migratedTo(OLDER);
        Files.writeString(backups, "a file where the folder should be");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("nothing was migrated, because the backup before it failed")
                .message()
                .hasLineCount(1);
        assertThat(database.schema()).isEqualTo(OLDER);
    }

    @Test
    void aDatabaseOfANewerProgramIsLeftAlone() throws IOException {
        database.flyway().migrate();
        database.sql()
                .sql(
                        """
                        insert into "flyway_schema_history" ("installed_rank", "version",
                        "description", "type", "script", "checksum", "installed_by",
                        "installed_on", "execution_time", "success")
                        values (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1, 'sa',
                        current_timestamp, 1, true)
                        """)
                .update();
        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("the database has schema 9999, and this program knows up to")
                .message()
                .hasLineCount(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private void migrate() {
        var configuration = Flyway.configure().dataSource(database.dataSource());
        Migration.nothingIsIgnored().customize(configuration);
        migration.migrate(configuration.load());
    }
}
