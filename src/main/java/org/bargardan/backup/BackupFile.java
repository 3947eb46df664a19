package org.bargardan.backup;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
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
        long files = 0;
        long bytes = 0;
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
                files++;
                bytes += verifyFile(entry, manifest.files().bytes() - bytes, path);
            }
        }
        if (!expected.isEmpty()) {
            throw new BackupRefusedException(path + " lacks " + expected.iterator().next() + ".");
        }
        if (files != manifest.files().count() || bytes != manifest.files().bytes()) {
            throw new BackupRefusedException(
                    "%s should hold %d stored files of %d bytes in all, and holds %d of %d."
                            .formatted(
                                    path,
                                    manifest.files().count(),
                                    manifest.files().bytes(),
                                    files,
                                    bytes));
        }
        for (var rows : manifest.tables()) {
            verifyRows(rows, path);
        }
    }

    private long verifyFile(ZipEntry entry, long most, Path path) throws IOException {
        return verify(entry, most, entry.getName().substring("files/".length()), path);
    }

    private void verifyRows(Manifest.Rows rows, Path path) throws IOException {
        var entry = entry(Manifest.tableEntry(rows.table()));
        if (rows.bytes() / SHRINKS_MOST > Math.max(entry.getCompressedSize(), 1 << 10)) {
            throw new BackupRefusedException(
                    "%s swells in %s more than any backup does.".formatted(path, entry.getName()));
        }
        if (verify(entry, rows.bytes(), rows.sha256(), path) != rows.bytes()) {
            throw damaged(path, entry);
        }
    }

    /// Stops at the first byte too many, whatever the zip says of its sizes.
    private long verify(ZipEntry entry, long most, String sha256, Path path) throws IOException {
        var sum = BackupWriting.sha256();
        try (var in = new Bounded(zip.getInputStream(entry), most);
                var summed = new DigestInputStream(in, sum)) {
            long bytes = summed.transferTo(OutputStream.nullOutputStream());
            if (in.exceeded || !HexFormat.of().formatHex(sum.digest()).equals(sha256)) {
                throw damaged(path, entry);
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new BackupRefusedException(
                    path + " is damaged in " + entry.getName() + ": " + e.getMessage() + ".", e);
        }
    }

    private static BackupRefusedException damaged(Path path, ZipEntry entry) {
        return new BackupRefusedException(
                "%s is damaged: %s is not what was written.".formatted(path, entry.getName()));
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

    /// Ends early, and says so, where there is more than announced.
    private static final class Bounded extends FilterInputStream {

        private long left;
        private boolean exceeded;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            return one < 0 || spent(1) ? -1 : one;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int got = in.read(into, from, count);
            return got > 0 && spent(got) ? -1 : got;
        }

        private boolean spent(int count) {
            left -= count;
            exceeded |= left < 0;
            return exceeded;
        }
    }
}
