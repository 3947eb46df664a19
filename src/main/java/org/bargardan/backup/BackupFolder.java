package org.bargardan.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that the server's own backups are kept in; whatever else lies there is left alone.
final class BackupFolder {

    /// Sorts by itself, and stands in file names of every system.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String NIGHTLY = "nightly";
    private static final Pattern NAME =
            Pattern.compile("(" + NIGHTLY + "|asked|before-V\\d+-to-V\\d+)-(\\d{8}T\\d{9}Z)\\.zip");

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path nightly(Instant at) throws IOException {
        return named(NIGHTLY, at);
    }

    Path asked(Instant at) throws IOException {
        return named("asked", at);
    }

    Path beforeMigration(int from, int to, Instant at) throws IOException {
        return named("before-V%d-to-V%d".formatted(from, to), at);
    }

    private Path named(String kind, Instant at) throws IOException {
        OwnerOnlyFile.createFolder(folder);
        return folder.resolve(kind + "-" + TIME.format(at) + ".zip");
    }

    Optional<StoredBackup> last() {
        return newestFirst("").stream().findFirst();
    }

    Optional<StoredBackup> lastNightly() {
        return newestFirst(NIGHTLY).stream().findFirst();
    }

    /// Removes all nightly backups but the newest.
    void keepNightly(int most) throws IOException {
        for (var backup : newestFirst(NIGHTLY).stream().skip(most).toList()) {
            Files.deleteIfExists(backup.file());
        }
    }

    DiskFigures disk() {
        try {
            OwnerOnlyFile.createFolder(folder);
            var store = Files.getFileStore(folder);
            return new DiskFigures(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<StoredBackup> newestFirst(String kind) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(kind))
                    .map(BackupFolder::stored)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(StoredBackup::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<StoredBackup> stored(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new StoredBackup(
                            file, TIME.parse(name.group(2), Instant::from), Files.size(file)));
        } catch (IOException | DateTimeException e) {
            // Gone meanwhile, or named by somebody else.
            return Optional.empty();
        }
    }
}
