package org.bargardan.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/// Makes the data folder, readable by its owner alone, and holds it for this process before
/// anything opens a file in it.
public final class DataFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /// Kept as long as the process lives; the system lets go of it even after a kill.
    private static @Nullable FileLock held;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var environment = prepared.getEnvironment();
        var url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:h2:file:")) {
            return;
        }
        var folder = Path.of(environment.getRequiredProperty("bargardan.data")).toAbsolutePath();
        try {
            create(folder.normalize());
            hold(folder.normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be used", e);
        }
    }

    private static void create(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
            }
            Files.setPosixFilePermissions(folder, ownerOnly);
        } else {
            Files.createDirectories(folder);
        }
    }

    private static void hold(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("server.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            throw new InUseException(folder);
        }
    }

    /// Another server works in the same folder. An abandoned run is one that Spring does not report
    /// with a stack trace: the sentence is for a person at a terminal.
    public static final class InUseException extends SpringApplication.AbandonedRunException {

        private static final long serialVersionUID = 1;

        private final String folder;

        InUseException(Path folder) {
            this.folder = folder.toString();
        }

        public Path folder() {
            return Path.of(folder);
        }

        @Override
        public String getMessage() {
            return "bargardan: another server is already using the data folder "
                    + folder
                    + "; stop it, or choose another folder with --data.";
        }
    }
}
