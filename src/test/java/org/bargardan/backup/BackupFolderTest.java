package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {

    private static final Instant FIRST = Instant.parse("2026-03-20T00:00:00.123Z");

    @TempDir private Path temporary;
    private BackupFolder folder;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        folder = new BackupFolder(temporary.resolve("backups"));
    }

    @Test
    void ofNightlyBackupsTheNewestAreKeptAndNothingElseIsTouched() throws IOException {
        var asked = write(folder.asked(FIRST));
        var before = write(folder.beforeMigration(10, 20, FIRST));
        var mine = write(asked.resolveSibling("nightly-mine.zip"));
        var part = write(asked.resolveSibling(".backup-1.part"));
        for (int night = 0; night < 16; night++) {
            write(folder.nightly(night(night)));
        }
        folder.keepNightly(14);
        assertThat(asked.resolveSibling("..").resolve("backups").toFile().list()).hasSize(18);
        assertThat(folder.nightly(night(0))).doesNotExist();
        assertThat(folder.nightly(night(1))).doesNotExist();
        assertThat(folder.nightly(night(2))).exists();
        assertThat(asked).exists();
        assertThat(before).exists();
        assertThat(mine).exists();
        assertThat(part).exists();
    }

    @Test
    void theLastBackupIsTheNewestOfEveryKind() throws IOException {
        assertThat(folder.last()).isEmpty();
        write(folder.nightly(night(1)));
        var newest = write(folder.beforeMigration(10, 20, night(2)));
        write(folder.asked(night(0)));
        write(newest.resolveSibling("unknown.zip"));
        assertThat(folder.last()).contains(new StoredBackup(newest, night(2), 5));
        assertThat(folder.lastNightly().orElseThrow().at()).isEqualTo(night(1));
    }

    private static Instant night(int number) {
        return FIRST.plus(Duration.ofDays(number));
    }

    private static Path write(Path file) throws IOException {
        return Files.writeString(file, "words");
    }
}
