package org.bargardan.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.bargardan.base.StoredFileBytes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Writes a whole database as one zip, as it stood at one moment, while people work on.
///
/// A row is in memory at a time, or a piece of a stored file. Passwords and links are in the
/// database as hashes only, and so in the zip: whoever restores it finds every account and every
/// token as it was.
final class BackupWriting {

    /// H2's level, which JDBC has no constant for: every table as it was at the first statement.
    private static final int SNAPSHOT = 6;

    /// Without one PostgreSQL would send a whole table at once.
    private static final int ROWS_AT_A_TIME = 500;

    private final DataSource dataSource;

    BackupWriting(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Leaves the stream open.
    Manifest write(int schemaVersion, Instant now, OutputStream out)
            throws IOException, SQLException {
        try (var connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            var product = connection.getMetaData().getDatabaseProductName();
            connection.setTransactionIsolation(
                    product.equals("H2") ? SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return write(connection, schemaVersion, now, out);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
                connection.setReadOnly(false);
                connection.setTransactionIsolation(isolation);
            }
        }
    }

    private Manifest write(Connection connection, int schemaVersion, Instant now, OutputStream out)
            throws IOException, SQLException {
        var zip = new ZipOutputStream(new BufferedOutputStream(out));
        var tables = Tables.of(connection);
        var rows = new ArrayList<Manifest.Rows>();
        boolean filesKept = false;
        for (var table : tables) {
            if (table.name().equals(StoredFileBytes.TABLE)) {
                filesKept = true;
            } else {
                rows.add(rows(connection, table, now, zip));
            }
        }
        var files = files(connection, filesKept, now, zip);
        var metadata = connection.getMetaData();
        var manifest =
                new Manifest(
                        Manifest.FORMAT,
                        Manifest.PRODUCT,
                        productVersion(),
                        schemaVersion,
                        now.truncatedTo(ChronoUnit.MICROS),
                        metadata.getDatabaseProductName()
                                + " "
                                + metadata.getDatabaseProductVersion(),
                        rows,
                        files);
        begin(Manifest.NAME, now, zip);
        zip.write(Json.MANIFEST.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    private static Manifest.Rows rows(
            Connection connection, Table table, Instant now, ZipOutputStream zip)
            throws IOException, SQLException {
        begin(Manifest.tableEntry(table.name()), now, zip);
        var sum = sha256();
        var counted = new Counting(new DigestOutputStream(zip, sum));
        long rows = 0;
        try (var statement = connection.createStatement();
                var out = Json.LINES.createGenerator(ObjectWriteContext.empty(), counted)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var row = statement.executeQuery(table.select())) {
                while (row.next()) {
                    write(row, table.columns(), out);
                    rows++;
                }
            }
        }
        if (rows > 0) {
            counted.write('\n');
        }
        zip.closeEntry();
        return new Manifest.Rows(
                table.name(), rows, counted.bytes, HexFormat.of().formatHex(sum.digest()));
    }

    private static void write(ResultSet row, List<Table.Column> columns, JsonGenerator out)
            throws SQLException {
        out.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            if (row.getObject(i + 1) != null) {
                out.writeName(columns.get(i).name());
                columns.get(i).kind().write(out, row, i + 1);
            }
        }
        out.writeEndObject();
    }

    private static Manifest.Files files(
            Connection connection, boolean kept, Instant now, ZipOutputStream zip)
            throws IOException {
        var sum = sha256();
        var counted = new Counting(new DigestOutputStream(zip, sum));
        long count = 0;
        if (kept) {
            var bytes = new StoredFileBytes(connection);
            for (var file : bytes.all()) {
                begin(Manifest.fileEntry(file.sha256()), now, zip);
                bytes.copy(file, counted);
                zip.closeEntry();
                count++;
            }
        }
        return new Manifest.Files(count, counted.bytes, HexFormat.of().formatHex(sum.digest()));
    }

    private static void begin(String name, Instant now, ZipOutputStream zip) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(now.toEpochMilli());
        zip.putNextEntry(entry);
    }

    /// Of the jar that runs; there is none while one develops.
    private static String productVersion() {
        var version = BackupWriting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Counts what passes through.
    private static final class Counting extends FilterOutputStream {

        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            out.write(some, from, count);
            bytes += count;
        }
    }
}
