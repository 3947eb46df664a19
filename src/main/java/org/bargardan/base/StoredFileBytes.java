package org.bargardan.base;

import static org.bargardan.base.internal.schema.Tables.BASE_STORED_FILE;
import static org.bargardan.base.internal.schema.Tables.BASE_STORED_FILE_CHUNK;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The bytes of stored files over a connection of the caller's own, one piece in memory at a time;
/// for whoever copies a whole database.
public final class StoredFileBytes {

    /// The table that holds the pieces.
    public static final String TABLE = BASE_STORED_FILE_CHUNK.getName();

    private final DSLContext database;

    public StoredFileBytes(Connection connection) {
        database = DSL.using(connection);
    }

    /// In the order of their ids.
    public List<StoredFile> all() {
        return database.select(BASE_STORED_FILE.ID, BASE_STORED_FILE.SHA256, BASE_STORED_FILE.SIZE)
                .from(BASE_STORED_FILE)
                .orderBy(BASE_STORED_FILE.ID)
                .fetch(row ->
                        new StoredFile(
                                row.value1(),
                                HexFormat.of().formatHex(row.value2()),
                                row.value3()));
    }

    public void copy(StoredFile file, OutputStream out) throws IOException {
        int n = 0;
        for (var piece = piece(file, n); piece != null; piece = piece(file, n)) {
            out.write(piece);
            n++;
        }
    }

    private byte @Nullable [] piece(StoredFile file, int n) {
        return database.select(BASE_STORED_FILE_CHUNK.BYTES)
                .from(BASE_STORED_FILE_CHUNK)
                .where(BASE_STORED_FILE_CHUNK.FILE_ID.eq(file.id()), BASE_STORED_FILE_CHUNK.N.eq(n))
                .fetchOne(BASE_STORED_FILE_CHUNK.BYTES);
    }

    /// Cuts the bytes into the pieces that [StoredFiles#store] would have made of them.
    public void put(StoredFile file, InputStream in) throws IOException {
        int n = 0;
        for (var piece = in.readNBytes(StoredFiles.CHUNK_BYTES);
                piece.length > 0;
                piece = in.readNBytes(StoredFiles.CHUNK_BYTES)) {
            database.insertInto(BASE_STORED_FILE_CHUNK)
                    .set(BASE_STORED_FILE_CHUNK.FILE_ID, file.id())
                    .set(BASE_STORED_FILE_CHUNK.N, n)
                    .set(BASE_STORED_FILE_CHUNK.BYTES, piece)
                    .execute();
            n++;
        }
    }

    /// One stored file, without its bytes.
    ///
    /// @param sha256 in small hexadecimal figures; no two files have the same
    public record StoredFile(UUID id, String sha256, long size) {}
}
