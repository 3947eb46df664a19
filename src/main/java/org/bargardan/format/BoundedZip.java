package org.bargardan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bargardan.format.FormatProblem.Kind;

/// A ZIP archive that was looked through to its last byte before anything is taken from it.
///
/// - **Input**: the archive's bytes, which stay packed in memory; an entry is unpacked when it is
///   asked for.
/// - **Refused**: what exceeds the [ContainerLimits]; names that lead out of the archive, or come
///   twice; entries that are encrypted, packed by another way than deflate, overlap, or are not as
///   long as they say, or not what their checksum says; a local header that tells otherwise than
///   the central directory; archives in several files or of more than 4 GB.
/// - **Source**: PKWARE, APPNOTE.TXT 6.3.10, §4.3 and §4.4.
final class BoundedZip {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int COMMENT_MOST = 0xffff;
    private static final int ENCRYPTED = 1;
    private static final int LENGTHS_FOLLOW = 1 << 3;
    private static final int NAME_IN_UTF_8 = 1 << 11;
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    /// Below this, any ratio is harmless.
    private static final int RATIO_COUNTS_FROM = 1024 * 1024;

    /// What a writer puts there that has no clock. Not the first day a ZIP archive can tell, beside
    /// which the JDK tells the time of day in an extra field, which EPUB forbids (OCF 3.3, §4.3).
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final byte[] file;
    private final ByteBuffer buffer;
    private final ContainerLimits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private BoundedZip(byte[] file, ContainerLimits limits) {
        this.file = file;
        this.limits = limits;
        buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Where an entry's packed bytes are, and what it says of itself.
    private record Entry(int method, int from, int packed, int length, int checksum) {

        int end() {
            return from + packed;
        }
    }

    static BoundedZip of(byte[] file, ContainerLimits limits) throws RefusedFile {
        if (file.length > limits.maxBytes()) {
            throw new RefusedFile(Kind.TOO_LARGE, file.length, limits.maxBytes());
        }
        var zip = new BoundedZip(file, limits);
        try {
            zip.readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // An offset or a length that leads out of the file.
            throw damaged();
        }
        zip.checkOverlaps();
        zip.checkContents();
        return zip;
    }

    /// In the archive's order; without folders.
    Collection<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// The entry unpacked.
    Optional<byte[]> bytes(String name) throws RefusedFile {
        Entry entry = entries.get(name);
        return entry == null ? Optional.empty() : Optional.of(unpacked(entry));
    }

    /// Writes the archive with other bytes for some of its entries, and with new ones at its end.
    ///
    /// `mimetype` comes first and unpacked, as ODF (1.3, part 2, §3.3) and EPUB (OCF 3.3, §4.3)
    /// demand. No entry tells a time, so that the same input gives the same bytes.
    void write(Map<String, byte[]> replaced, OutputStream out) throws IOException {
        var names = new ArrayList<String>(entries.keySet());
        replaced.keySet().stream().filter(name -> !entries.containsKey(name)).forEach(names::add);
        names.sort(Comparator.comparing(name -> !name.equals("mimetype")));
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (String name : names) {
            byte[] changed = replaced.get(name);
            byte[] bytes = changed != null ? changed : bytes(name).orElseThrow();
            zip.putNextEntry(header(name, bytes));
            zip.write(bytes);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static ZipEntry header(String name, byte[] bytes) {
        var header = new ZipEntry(name);
        header.setTimeLocal(NO_TIME);
        if (name.equals("mimetype")) {
            var checksum = new CRC32();
            checksum.update(bytes);
            header.setMethod(ZipEntry.STORED);
            header.setSize(bytes.length);
            header.setCrc(checksum.getValue());
        }
        return header;
    }

    private void readDirectory() throws RefusedFile {
        int end = endOfDirectory();
        int count = unsignedShort(end + 10);
        if (unsignedShort(end + 4) != 0
                || unsignedShort(end + 6) != 0
                || unsignedShort(end + 8) != count) {
            throw damaged();
        }
        if (count > limits.maxEntries()) {
            throw new RefusedFile(Kind.CONTAINER_TOO_MANY_FILES, limits.maxEntries());
        }
        int at = length(end + 16);
        if (at + (long) length(end + 12) > end) {
            throw damaged();
        }
        var seen = new HashSet<String>();
        long unpacked = 0;
        for (int i = 0; i < count; i++) {
            if (buffer.getInt(at) != CENTRAL_HEADER) {
                throw damaged();
            }
            String name = name(at + 8, at + 28, at + CENTRAL_LENGTH);
            if (!seen.add(name)) {
                throw new RefusedFile(Kind.CONTAINER_BAD_NAME, FormatProblem.quoted(name));
            }
            Entry entry = entry(at, name);
            unpacked += entry.length;
            if (unpacked > limits.maxUnpackedBytes()) {
                throw new RefusedFile(Kind.CONTAINER_TOO_LARGE, limits.maxUnpackedBytes());
            }
            if (!name.endsWith("/")) {
                entries.put(name, entry);
            } else if (entry.length > 0) {
                throw damaged();
            }
            at +=
                    CENTRAL_LENGTH
                            + unsignedShort(at + 28)
                            + unsignedShort(at + 30)
                            + unsignedShort(at + 32);
        }
        if (entries.isEmpty()) {
            throw damaged();
        }
    }

    /// The record may be followed by a comment, so it is looked for from the file's end.
    private int endOfDirectory() throws RefusedFile {
        int last = file.length - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - COMMENT_MOST); at--) {
            if (buffer.getInt(at) == END
                    && at + END_LENGTH + unsignedShort(at + 20) <= file.length) {
                return at;
            }
        }
        throw damaged();
    }

    private Entry entry(int central, String name) throws RefusedFile {
        int flags = unsignedShort(central + 8);
        int method = unsignedShort(central + 10);
        if ((flags & ENCRYPTED) != 0) {
            throw new RefusedFile(Kind.CONTAINER_ENCRYPTED);
        }
        if (method != ZipEntry.DEFLATED && method != ZipEntry.STORED) {
            throw damaged();
        }
        int checksum = buffer.getInt(central + 16);
        int packed = length(central + 20);
        int length = length(central + 24);
        int local = length(central + 42);
        if (length > limits.maxEntryBytes()) {
            throw new RefusedFile(Kind.CONTAINER_TOO_LARGE, limits.maxEntryBytes());
        }
        if (length > RATIO_COUNTS_FROM && length / limits.maxRatio() > packed) {
            throw new RefusedFile(Kind.CONTAINER_TOO_TIGHT, limits.maxRatio());
        }
        if (buffer.getInt(local) != LOCAL_HEADER
                || unsignedShort(local + 8) != method
                || !name(local + 6, local + 26, local + LOCAL_LENGTH).equals(name)
                || (method == ZipEntry.STORED && packed != length)) {
            throw damaged();
        }
        boolean follow = (unsignedShort(local + 6) & LENGTHS_FOLLOW) != 0;
        differs(local + 14, checksum, follow);
        differs(local + 18, packed, follow);
        differs(local + 22, length, follow);
        int from = local + LOCAL_LENGTH + unsignedShort(local + 26) + unsignedShort(local + 28);
        if (from < 0 || packed > file.length - from) {
            throw damaged();
        }
        return new Entry(method, from, packed, length, checksum);
    }

    /// A local header whose lengths follow the data holds zeros, or what the directory says too.
    private void differs(int at, int value, boolean follow) throws RefusedFile {
        int local = buffer.getInt(at);
        if (local != value && !(follow && local == 0)) {
            throw damaged();
        }
    }

    private void checkOverlaps() throws RefusedFile {
        List<Entry> inOrder =
                entries.values().stream().sorted(Comparator.comparingInt(Entry::from)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).from < inOrder.get(i - 1).end() + LOCAL_LENGTH) {
                throw damaged();
            }
        }
    }

    private void checkContents() throws RefusedFile {
        var piece = new byte[64 * 1024];
        for (Entry entry : entries.values()) {
            var sum = new CRC32();
            if (entry.method == ZipEntry.STORED) {
                sum.update(file, entry.from, entry.length);
            } else {
                checkPacked(entry, piece, sum);
            }
            if ((int) sum.getValue() != entry.checksum) {
                throw damaged();
            }
        }
    }

    private void checkPacked(Entry entry, byte[] piece, CRC32 sum) throws RefusedFile {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file, entry.from, entry.packed);
            long length = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(piece);
                length += more;
                sum.update(piece, 0, more);
                if (length > entry.length || (more == 0 && !inflater.finished())) {
                    throw damaged();
                }
            }
            if (length != entry.length || inflater.getBytesRead() != entry.packed) {
                throw damaged();
            }
        } catch (DataFormatException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }

    private byte[] unpacked(Entry entry) throws RefusedFile {
        if (entry.method == ZipEntry.STORED) {
            return Arrays.copyOfRange(file, entry.from, entry.end());
        }
        var bytes = new byte[entry.length];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file, entry.from, entry.packed);
            int done = 0;
            while (done < bytes.length) {
                int more = inflater.inflate(bytes, done, bytes.length - done);
                if (more == 0) {
                    throw damaged();
                }
                done += more;
            }
            return bytes;
        } catch (DataFormatException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }

    private String name(int flags, int length, int from) throws RefusedFile {
        boolean utf8 = (unsignedShort(flags) & NAME_IN_UTF_8) != 0;
        String name =
                new String(
                        file,
                        from,
                        unsignedShort(length),
                        utf8 ? StandardCharsets.UTF_8 : OLD_NAMES);
        if (!isInside(name)) {
            throw new RefusedFile(Kind.CONTAINER_BAD_NAME, FormatProblem.quoted(name));
        }
        return name;
    }

    private static boolean isInside(String name) {
        if (name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String step : name.split("/", -1)) {
            if (step.equals("..") || step.equals(".")) {
                return false;
            }
        }
        return true;
    }

    private int length(int at) throws RefusedFile {
        int length = buffer.getInt(at);
        if (length < 0) {
            throw damaged();
        }
        return length;
    }

    private int unsignedShort(int at) {
        return buffer.getShort(at) & 0xffff;
    }

    private static RefusedFile damaged() {
        return new RefusedFile(Kind.CONTAINER_DAMAGED);
    }
}
