package org.bargardan.backup;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A backup that was read once from end to end and found whole; nothing in it is ever unpacked to a
/// path, so a name in it reaches no file.
final class BackupFile implements Closeable {

    private static final int LONGEST_MANIFEST = 1 << 20;

    /// A name of the schema, which becomes part of a statement.
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final Pattern STORED_FILE = Pattern.compile("files/[0-9a-f]{64}");

    /// Every row holds an id or a sum, which hardly shrink; lines that do more are none of ours.
    private static final int SHRINKS_MOST = 300;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// @throws BackupRefusedException for whatever is not a whole backup that this program reads
    static BackupFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new BackupRefusedException("there is no file " + path + ".");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            var backup = new BackupFile(zip, manifest(zip, path));
            backup.verify(path);
            zip = null;
            return backup;
        } catch (ZipException e) {
            throw new BackupRefusedException(
                    path + " is no zip, or only a part of one: " + e.getMessage() + ".", e);
        } finally {
            if (zip != null) {
                zip.close();
            }
        }
    }

    private static Manifest manifest(ZipFile zip, Path path) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupRefusedException(
                    path + " is no backup of Bargardan: it has no " + Manifest.NAME + ".");
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(LONGEST_MANIFEST + 1);
            if (bytes.length > LONGEST_MANIFEST) {
                throw new BackupRefusedException(path + " has a manifest that is too long.");
            }
            // Before the rest, which a later format may hold otherwise.
            int format = Json.MANIFEST.readTree(bytes).path("format").asInt(0);
            if (format > Manifest.FORMAT) {
                throw new BackupRefusedException(
                        "%s has format %d, and this program reads up to %d; use a newer program."
                                .formatted(path, format, Manifest.FORMAT));
            }
            var manifest = Json.MANIFEST.readValue(bytes, Manifest.class);
            if (format < 1
                    || !Manifest.PRODUCT.equals(manifest.product())
                    || manifest.schemaVersion() < 1
                    || !manifest.tables().stream()
                            .allMatch(rows -> TABLE.matcher(rows.table()).matches())) {
                throw new BackupRefusedException(path + " has a manifest that is none of ours.");
            }
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new BackupRefusedException(path + " has a manifest that cannot be read.", e);
        }
    }

    private void verify(Path path) throws IOException {
        Set<String> expected = new HashSet<>();
        expected.add(Manifest.NAME);
        for (var rows : manifest.tables()) {
            expected.add(Manifest.tableEntry(rows.table()));
        }
        var files = new ArrayList<ZipEntry>();
        Set<String> seen = new HashSet<>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var name = entry.getName();
            boolean file = STORED_FILE.matcher(name).matches();
            if (!seen.add(name) || (!file && !expected.remove(name))) {
                throw new BackupRefusedException(
                        "%s holds \"%s\", which does not belong there."
                                .formatted(path, name.replaceAll("\\p{Cntrl}", "?")));
            }
            if (file) {
                files.add(entry);
            }
        }
        if (!expected.isEmpty()) {
            throw new BackupRefusedException(path + " lacks " + expected.iterator().next() + ".");
        }
        for (var rows : manifest.tables()) {
            verifyRows(rows, path);
        }
        verifyFiles(files, path);
    }

    private void verifyRows(Manifest.Rows rows, Path path) throws IOException {
        var entry = entry(Manifest.tableEntry(rows.table()));
        if (rows.bytes() / SHRINKS_MOST > Math.max(entry.getCompressedSize(), 1 << 10)) {
            throw new BackupRefusedException(
                    "%s swells in %s more than any backup does.".formatted(path, entry.getName()));
        }
        var sum = BackupWriting.sha256();
        if (read(entry, rows.bytes(), sum, path) != rows.bytes()
                || !HexFormat.of().formatHex(sum.digest()).equals(rows.sha256())) {
            throw new BackupRefusedException(
                    "%s is damaged: %s is not what was written.".formatted(path, entry.getName()));
        }
    }

    /// In the order of the zip, which is that of writing. A file whose bytes are not those of its
    /// name was damaged in the database already, and is no reason to lose the rest.
    private void verifyFiles(List<ZipEntry> files, Path path) throws IOException {
        var sum = BackupWriting.sha256();
        long left = manifest.files().bytes();
        for (var file : files) {
            left -= read(file, left, sum, path);
        }
        if (files.size() != manifest.files().count()
                || left != 0
                || !HexFormat.of().formatHex(sum.digest()).equals(manifest.files().sha256())) {
            throw new BackupRefusedException(
                    path + " is damaged: its stored files are not those that were written.");
        }
    }

    /// Stops at the first byte too many, whatever the zip says of its sizes.
    private long read(ZipEntry entry, long most, MessageDigest sum, Path path) throws IOException {
        try (var in = new DigestInputStream(zip.getInputStream(entry), sum)) {
            var buffer = new byte[1 << 16];
            long bytes = 0;
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                bytes += got;
                if (bytes > most) {
                    throw new BackupRefusedException(
                            "%s is damaged: %s is longer than what was written."
                                    .formatted(path, entry.getName()));
                }
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new BackupRefusedException(
                    path + " is damaged in " + entry.getName() + ": " + e.getMessage() + ".", e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(String table) throws IOException {
        return zip.getInputStream(entry(Manifest.tableEntry(table)));
    }

    /// Null if there is no such file.
    @Nullable InputStream file(String sha256) throws IOException {
        var entry = zip.getEntry(Manifest.fileEntry(sha256));
        return entry == null ? null : zip.getInputStream(entry);
    }

    private ZipEntry entry(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalStateException("no entry " + name + ", though it was verified");
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
