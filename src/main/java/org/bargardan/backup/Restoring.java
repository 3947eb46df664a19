package org.bargardan.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.bargardan.backup.Table.Column;
import org.bargardan.base.StoredFileBytes;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Fills an empty database from a backup, all or nothing: rows are loaded in one transaction at the
/// schema they were written at, and then migrated on to the newest. What fails leaves the database
/// as empty as it was.
final class Restoring {

    private static final int ROWS_AT_A_TIME = 500;

    private final DataSource dataSource;
    private final String place;

    /// @param place what to call the database in a sentence for people
    Restoring(DataSource dataSource, String place) {
        this.dataSource = dataSource;
        this.place = place;
    }

    /// @throws BackupRefusedException if the database holds anything, or the file is no whole
    ///   backup of a schema that this program knows
    Manifest restore(Path path) throws IOException, SQLException {
        try (var backup = BackupFile.open(path)) {
            var version = backup.manifest().schemaVersion();
            var newest = Schema.newest(flyway(null));
            if (version > newest) {
                throw new BackupRefusedException(
                        "%s holds schema %d, and this program knows up to %d; use a newer program."
                                .formatted(path, version, newest));
            }
            requireEmpty();
            try {
                flyway(null).clean();
                flyway(String.valueOf(version)).migrate();
                load(backup, path);
                flyway(null).migrate();
                sync();
            } catch (IOException | SQLException | RuntimeException e) {
                flyway(null).clean();
                throw e;
            }
            return backup.manifest();
        }
    }

    /// Tables without rows are as good as none: a server that was started once and never used.
    private void requireEmpty() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var names = Tables.names(connection);
            if (!names.isEmpty() && !names.contains(Tables.HISTORY)) {
                throw new BackupRefusedException(
                        place + " holds tables that are not Bargardan's; restore into another.");
            }
            for (var name : names) {
                if (!name.equals(Tables.HISTORY) && holdsRows(connection, name)) {
                    throw new BackupRefusedException(
                            place
                                    + " is not empty, and a restore never overwrites; restore into"
                                    + " another.");
                }
            }
        }
    }

    private static boolean holdsRows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select 1 from " + Table.quoted(table) + " fetch first row only")) {
            return row.next();
        }
    }

    /// Cleaning is for a database found empty, and for one filled by this restore alone.
    private Flyway flyway(@Nullable String target) {
        var configuration = Flyway.configure().dataSource(dataSource).cleanDisabled(false);
        return (target == null ? configuration : configuration.target(target)).load();
    }

    private void load(BackupFile backup, Path path) throws IOException, SQLException {
        try (var connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                load(backup, connection, path);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
        // After the commit, as H2 commits before it changes a table.
        try (var connection = dataSource.getConnection()) {
            for (var table : Tables.of(connection)) {
                countOn(table, connection);
            }
        }
    }

    /// On H2 a commit alone is not on the disk itself.
    private void sync() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }

    private static void load(BackupFile backup, Connection connection, Path path)
            throws IOException, SQLException {
        var tables = Tables.of(connection);
        Map<String, Manifest.Rows> rows = new HashMap<>();
        backup.manifest().tables().forEach(written -> rows.put(written.table(), written));
        for (var table : tables) {
            if (table.name().equals(StoredFileBytes.TABLE)) {
                files(backup, connection, path);
                continue;
            }
            var written = rows.remove(table.name());
            if (written == null) {
                throw new BackupRefusedException(path + " lacks the table " + table.name() + ".");
            }
            insert(backup, table, written.rows(), connection, path);
        }
        if (!rows.isEmpty()) {
            throw new BackupRefusedException(
                    path + " holds the unknown table " + rows.keySet().iterator().next() + ".");
        }
        for (var table : tables) {
            if (!table.later().isEmpty()) {
                fill(backup, table, connection, path);
            }
        }
    }

    private static void files(BackupFile backup, Connection connection, Path path)
            throws IOException {
        var bytes = new StoredFileBytes(connection);
        for (var file : bytes.all()) {
            try (var in = backup.file(file.sha256())) {
                if (in == null) {
                    throw new BackupRefusedException(
                            path + " lacks the stored file " + file.sha256() + ".");
                }
                bytes.put(file, in);
            }
        }
    }

    private static void insert(
            BackupFile backup, Table table, long expected, Connection connection, Path path)
            throws IOException, SQLException {
        try (var rows = new Lines(backup, table, path);
                var statement = connection.prepareStatement(table.insert())) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                int at = 0;
                for (var column : table.columns()) {
                    boolean waits = table.later().contains(column.name());
                    statement.setObject(++at, waits ? null : row.get(column.name()));
                }
                addToBatch(statement, rows.count);
            }
            statement.executeBatch();
            if (rows.count != expected) {
                throw new BackupRefusedException(
                        "%s should hold %d rows of %s, and holds %d."
                                .formatted(path, expected, table.name(), rows.count));
            }
        }
    }

    /// The second reading of a table whose rows point to rows of their own kind.
    private static void fill(BackupFile backup, Table table, Connection connection, Path path)
            throws IOException, SQLException {
        var filled = table.later().stream().sorted().toList();
        try (var rows = new Lines(backup, table, path);
                var statement = connection.prepareStatement(table.fill(filled))) {
            int waiting = 0;
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (Collections.disjoint(row.keySet(), filled)) {
                    continue;
                }
                int at = 0;
                for (var column : filled) {
                    statement.setObject(++at, row.get(column));
                }
                for (var column : table.key()) {
                    statement.setObject(++at, row.get(column));
                }
                addToBatch(statement, ++waiting);
            }
            statement.executeBatch();
        }
    }

    private static void addToBatch(PreparedStatement statement, long count) throws SQLException {
        statement.addBatch();
        if (count % ROWS_AT_A_TIME == 0) {
            statement.executeBatch();
        }
    }

    /// The next number that the database gives out follows the highest restored.
    private static void countOn(Table table, Connection connection) throws SQLException {
        for (var column : table.columns()) {
            if (!column.counting()) {
                continue;
            }
            var name = Table.quoted(column.name());
            var of = Table.quoted(table.name());
            try (var statement = connection.createStatement()) {
                long next;
                try (var row =
                        statement.executeQuery(
                                "select coalesce(max(%s), 0) + 1 from %s".formatted(name, of))) {
                    row.next();
                    next = row.getLong(1);
                }
                statement.execute(
                        "alter table %s alter column %s restart with %d".formatted(of, name, next));
            }
        }
    }

    /// The rows of one table, read one at a time.
    private static final class Lines implements AutoCloseable {

        private final Map<String, Column> columns = new HashMap<>();
        private final JsonParser in;
        private final Table table;
        private final Path path;
        private long count;

        Lines(BackupFile backup, Table table, Path path) throws IOException {
            this.table = table;
            this.path = path;
            table.columns().forEach(column -> columns.put(column.name(), column));
            in = Json.LINES.createParser(ObjectReadContext.empty(), backup.rows(table.name()));
        }

        /// Null after the last.
        @Nullable Map<String, Object> next() {
            try {
                var token = in.nextToken();
                if (token == null) {
                    return null;
                }
                count++;
                if (token != JsonToken.START_OBJECT) {
                    throw unreadable("no JSON object", null);
                }
                var row = new LinkedHashMap<String, Object>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    var name = in.currentName();
                    var column = columns.get(name);
                    if (column == null) {
                        throw unreadable("no column " + name, null);
                    }
                    in.nextToken();
                    row.put(name, column.kind().read(in));
                }
                return row;
            } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                throw unreadable(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
            }
        }

        private BackupRefusedException unreadable(String reason, @Nullable Exception cause) {
            var sentence =
                    "%s: tables/%s.jsonl, line %d: %s."
                            .formatted(path, table.name(), count, reason);
            return cause == null
                    ? new BackupRefusedException(sentence)
                    : new BackupRefusedException(sentence, cause);
        }

        @Override
        public void close() {
            in.close();
        }
    }
}
