package org.bargardan.base;

import static org.bargardan.base.internal.schema.Tables.BASE_STORED_FILE;
import static org.bargardan.base.internal.schema.Tables.BASE_STORED_FILE_CHUNK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The originals and images that people brought in, kept in the database in pieces.
@Service
public class StoredFiles {

    static final int CHUNK_BYTES = 256 * 1024;
    private static final int IDS_AT_ONCE = 1000;

    private final DSLContext database;

    StoredFiles(DSLContext database) {
        this.database = database;
    }

    /// Equal bytes are stored once: the id is then that of the first. Of two people storing them at
    /// once the second waits for the first.
    @Transactional
    public FileId store(byte[] bytes, String mediaType) {
        var hash = sha256(bytes);
        var id = TimeOrderedIds.next();
        if (!insert(id, hash, bytes.length, mediaType)) {
            return known(hash);
        }
        for (int n = 0; n * CHUNK_BYTES < bytes.length; n++) {
            database.insertInto(BASE_STORED_FILE_CHUNK)
                    .set(BASE_STORED_FILE_CHUNK.FILE_ID, id)
                    .set(BASE_STORED_FILE_CHUNK.N, n)
                    .set(
                            BASE_STORED_FILE_CHUNK.BYTES,
                            Arrays.copyOfRange(
                                    bytes,
                                    n * CHUNK_BYTES,
                                    Math.min(bytes.length, (n + 1) * CHUNK_BYTES)))
                    .execute();
        }
        return new FileId(id);
    }

    /// False if the bytes are stored already.
    private boolean insert(UUID id, byte[] hash, long size, String mediaType) {
        try {
            return database.insertInto(BASE_STORED_FILE)
                            .set(BASE_STORED_FILE.ID, id)
                            .set(BASE_STORED_FILE.SHA256, hash)
                            .set(BASE_STORED_FILE.SIZE, size)
                            .set(BASE_STORED_FILE.MEDIA_TYPE, mediaType)
                            .onConflict(BASE_STORED_FILE.SHA256)
                            .doNothing()
                            .execute()
                    == 1;
        } catch (DuplicateKeyException e) {
            // Only H2 says so of two at once, and there the transaction goes on.
            return false;
        }
    }

    private FileId known(byte[] hash) {
        return database.select(BASE_STORED_FILE.ID)
                .from(BASE_STORED_FILE)
                .where(BASE_STORED_FILE.SHA256.eq(hash))
                .fetchSingle(row -> new FileId(row.value1()));
    }

    /// For good; whether anybody still needs the file is the caller's to know.
    @Transactional
    public void remove(FileId id) {
        database.deleteFrom(BASE_STORED_FILE).where(BASE_STORED_FILE.ID.eq(id.value())).execute();
    }

    /// How many bytes each of the files has.
    @Transactional(readOnly = true)
    public Map<FileId, Long> sizes(Collection<FileId> ids) {
        var all = ids.stream().distinct().map(FileId::value).toList();
        var sizes = new HashMap<FileId, Long>();
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            database.select(BASE_STORED_FILE.ID, BASE_STORED_FILE.SIZE)
                    .from(BASE_STORED_FILE)
                    .where(
                            BASE_STORED_FILE.ID.in(
                                    all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE))))
                    .forEach(row -> sizes.put(new FileId(row.value1()), row.value2()));
        }
        return sizes;
    }

    @Transactional(readOnly = true)
    public byte[] read(FileId id) {
        var bytes = new ByteArrayOutputStream();
        database.select(BASE_STORED_FILE_CHUNK.BYTES)
                .from(BASE_STORED_FILE_CHUNK)
                .where(BASE_STORED_FILE_CHUNK.FILE_ID.eq(id.value()))
                .orderBy(BASE_STORED_FILE_CHUNK.N)
                .forEach(chunk -> bytes.writeBytes(chunk.value1()));
        return bytes.toByteArray();
    }

    /// Writes a file out piece by piece.
    @Transactional(readOnly = true, rollbackFor = IOException.class)
    public void copy(FileId id, OutputStream out) throws IOException {
        try (var chunks =
                database.select(BASE_STORED_FILE_CHUNK.BYTES)
                        .from(BASE_STORED_FILE_CHUNK)
                        .where(BASE_STORED_FILE_CHUNK.FILE_ID.eq(id.value()))
                        .orderBy(BASE_STORED_FILE_CHUNK.N)
                        .fetchSize(1)
                        .fetchLazy()) {
            for (var chunk : chunks) {
                out.write(chunk.value1());
            }
        }
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
