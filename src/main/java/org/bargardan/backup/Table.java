package org.bargardan.backup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A table as the database describes it.
///
/// @param key the columns of the primary key, in its order
/// @param references what its foreign keys point to
/// @param later columns that point to rows which may be stored after their own, such as those of
///   the same table; they are filled when all rows are there
record Table(
        String name,
        List<Column> columns,
        List<String> key,
        List<Reference> references,
        Set<String> later) {

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
        later = Set.copyOf(later);
    }

    /// In the order of the key, so that two backups of the same rows are alike.
    String select() {
        return "select %s from %s order by %s"
                .formatted(
                        names(),
                        quoted(name),
                        key.stream().map(Table::quoted).collect(Collectors.joining(", ")));
    }

    String insert() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        quoted(name),
                        names(),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    }

    String fill(List<String> filled) {
        return "update %s set %s where %s"
                .formatted(quoted(name), assignments(filled, ", "), assignments(key, " and "));
    }

    private static String assignments(List<String> columns, String between) {
        return columns.stream()
                .map(column -> quoted(column) + " = ?")
                .collect(Collectors.joining(between));
    }

    private String names() {
        return columns.stream()
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    /// As SQL wants a name that may be one of its own words.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// One column; what the database computes by itself is none here.
    ///
    /// @param counting whether the database gives out the next number where none is given
    record Column(String name, ColumnKind kind, boolean nullable, boolean counting) {}

    /// A foreign key.
    record Reference(List<String> columns, String table) {

        Reference {
            columns = List.copyOf(columns);
        }
    }
}
