package org.bargardan.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bargardan.format.FormatProblem.Kind;
import org.jspecify.annotations.Nullable;

/// A file's bytes, unpacked if it is a gzip archive, up to a limit. A damaged or bottomless archive
/// ends where it stops making sense, and [#problem] says why.
final class BoundedUnpacking extends InputStream {

    private static final int BUFFER = 64 * 1024;

    /// A few megabytes of anything do no harm.
    private static final long RATIO_COUNTS_FROM = 8L * 1024 * 1024;

    private final TmxLimits limits;
    private final Counting packed;
    private final InputStream bytes;
    private final boolean isPacked;
    private long length;
    private @Nullable FormatProblem problem;

    /// @param packed whether the file begins as an archive does
    BoundedUnpacking(InputStream file, boolean packed, TmxLimits limits) throws IOException {
        this.limits = limits;
        this.packed = new Counting(file);
        isPacked = packed;
        bytes = packed ? unpacked(this.packed) : this.packed;
    }

    static boolean isArchive(byte[] head) {
        return head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    private InputStream unpacked(InputStream file) throws IOException {
        try {
            return new GZIPInputStream(file, BUFFER);
        } catch (ZipException | EOFException e) {
            problem = FormatProblem.ofFile(Kind.DAMAGED_ARCHIVE);
            return InputStream.nullInputStream();
        }
    }

    /// Why the bytes ended before their time, if they did.
    Optional<FormatProblem> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        if (problem != null) {
            return -1;
        }
        try {
            int read = bytes.read(buffer, from, most);
            length += Math.max(read, 0);
            problem = excess();
            return problem == null ? read : -1;
        } catch (ZipException | EOFException e) {
            if (!isPacked) {
                throw e;
            }
            problem = FormatProblem.ofFile(Kind.DAMAGED_ARCHIVE);
            return -1;
        }
    }

    private @Nullable FormatProblem excess() {
        if (length > limits.maxBytes()) {
            return FormatProblem.ofFile(Kind.UNPACKED_TOO_LARGE, limits.maxBytes());
        }
        return isPacked && length > RATIO_COUNTS_FROM && length / limits.maxRatio() > packed.count
                ? FormatProblem.ofFile(Kind.PACKED_TOO_TIGHTLY, limits.maxRatio())
                : null;
    }

    /// Counts the bytes of the archive itself.
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = super.read(buffer, from, most);
            count += Math.max(read, 0);
            return read;
        }
    }
}
