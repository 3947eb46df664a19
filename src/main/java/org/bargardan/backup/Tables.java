package org.bargardan.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bargardan.backup.Table.Column;
import org.bargardan.backup.Table.Reference;
import org.jspecify.annotations.Nullable;

/// All tables of a database in an order in which their rows can be stored: whatever a table points
/// to comes before it.
final class Tables {

    /// Flyway's own notes are no data: a restore migrates an empty database, which writes them.
    static final String HISTORY = "flyway_schema_history";

    private final DatabaseMetaData metadata;
    private final @Nullable String schema;

    private Tables(Connection connection) throws SQLException {
        metadata = connection.getMetaData();
        schema = connection.getSchema();
    }

    static List<Table> of(Connection connection) throws SQLException {
        return inOrder(new Tables(connection).read());
    }

    static List<String> names(Connection connection) throws SQLException {
        return new Tables(connection).names();
    }

    private List<String> names() throws SQLException {
        var names = new ArrayList<String>();
        try (var row =
                metadata.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private Map<String, Table> read() throws SQLException {
        var tables = new TreeMap<String, Table>();
        var columns = columns();
        for (var name : names()) {
            if (!name.equals(HISTORY)) {
                tables.put(
                        name,
                        new Table(
                                name,
                                columns.getOrDefault(name, List.of()),
                                key(name),
                                references(name),
                                Set.of()));
            }
        }
        return tables;
    }

    private Map<String, List<Column>> columns() throws SQLException {
        var columns = new LinkedHashMap<String, List<Column>>();
        try (var row = metadata.getColumns(null, schema, "%", "%")) {
            while (row.next()) {
                var table = row.getString("TABLE_NAME");
                if (table.equals(HISTORY) || row.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    continue;
                }
                var name = row.getString("COLUMN_NAME");
                var type = row.getString("TYPE_NAME");
                var kind =
                        ColumnKind.of(row.getInt("DATA_TYPE"), type)
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "%s.%s is of type %s, which no backup holds"
                                                        .formatted(table, name, type)));
                columns.computeIfAbsent(table, _ -> new ArrayList<>())
                        .add(
                                new Column(
                                        name,
                                        kind,
                                        row.getInt("NULLABLE") == DatabaseMetaData.columnNullable,
                                        row.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
        return columns;
    }

    private List<String> key(String table) throws SQLException {
        var key = new TreeMap<Short, String>();
        try (var row = metadata.getPrimaryKeys(null, schema, table)) {
            while (row.next()) {
                key.put(row.getShort("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }
        if (key.isEmpty()) {
            throw new IllegalStateException(table + " has no primary key, which a backup needs");
        }
        return List.copyOf(key.values());
    }

    private List<Reference> references(String table) throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        var targets = new LinkedHashMap<String, String>();
        try (var row = metadata.getImportedKeys(null, schema, table)) {
            while (row.next()) {
                var name = row.getString("FK_NAME");
                targets.put(name, row.getString("PKTABLE_NAME"));
                columns.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(row.getString("FKCOLUMN_NAME"));
            }
        }
        var references = new ArrayList<Reference>();
        targets.forEach((name, target) ->
                references.add(new Reference(columns.getOrDefault(name, List.of()), target)));
        return references;
    }

    /// Takes tables that wait for nothing first; where tables point to each other in a ring, one
    /// whose pointers may stay empty for a while.
    private static List<Table> inOrder(Map<String, Table> tables) {
        var waiting = new TreeMap<>(tables);
        var stored = new HashSet<String>();
        var order = new ArrayList<Table>();
        while (!waiting.isEmpty()) {
            var next =
                    first(waiting, stored, false)
                            .or(() -> first(waiting, stored, true))
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "tables point to each other in a ring: "
                                                    + waiting.keySet()));
            waiting.remove(next.name());
            stored.add(next.name());
            order.add(next);
        }
        return order;
    }

    private static Optional<Table> first(
            Map<String, Table> waiting, Set<String> stored, boolean ringsBroken) {
        return waiting.values().stream()
                .filter(table ->
                        table.references().stream()
                                .allMatch(reference ->
                                        stored.contains(reference.table())
                                                || mayWait(table, reference, ringsBroken)))
                .findFirst()
                .map(table -> withLater(table, stored));
    }

    private static boolean mayWait(Table table, Reference reference, boolean ringsBroken) {
        boolean ring = ringsBroken || reference.table().equals(table.name());
        return ring && !nullable(table, reference).isEmpty();
    }

    private static Table withLater(Table table, Set<String> stored) {
        var later = new HashSet<String>();
        table.references().stream()
                .filter(reference -> !stored.contains(reference.table()))
                .forEach(reference -> later.addAll(nullable(table, reference)));
        return new Table(table.name(), table.columns(), table.key(), table.references(), later);
    }

    private static List<String> nullable(Table table, Reference reference) {
        return table.columns().stream()
                .filter(column -> column.nullable() && reference.columns().contains(column.name()))
                .map(Column::name)
                .toList();
    }
}
