package org.bargardan.backup;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;

/// Files that their owner alone may read, and that are there whole or not at all.
final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /// Writes beside the file first, and gives it its name when everything is on the disk. Never
    /// overwrites.
    static <T> T write(Path file, Content<T> content) throws IOException, SQLException {
        var target = file.toAbsolutePath();
        requireNew(target);
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupRefusedException("there is no folder for " + target + ".");
        }
        var part = Files.createTempFile(folder, ".backup-", ".part", ownerOnly(target));
        try {
            T result;
            try (var out = new FileOutputStream(part.toFile())) {
                result = content.write(out);
                out.getFD().sync();
            }
            requireNew(target);
            Files.move(part, target);
            return result;
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefusedException(target + " exists already.", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void requireNew(Path target) {
        if (Files.exists(target)) {
            throw new BackupRefusedException(
                    target + " exists already, and a backup never overwrites; name another file.");
        }
    }

    static void createFolder(Path folder) throws IOException {
        if (hasRights(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// For a file that is made by other means.
    static void restrict(Path file) throws IOException {
        if (hasRights(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!hasRights(file)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)};
    }

    private static boolean hasRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// What a file is filled with.
    @FunctionalInterface
    interface Content<T> {
        T write(OutputStream out) throws IOException, SQLException;
    }
}
