package org.bargardan.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The table of who may do what: `authorisation.tsv`, one operation a row, one kind of person a
/// column.
///
/// A cell is `allow`; `deny` (they may know of it and may not); `hidden` (it looks as if it did not
/// exist); `sign-in`; or `-` where the question makes no sense. A row that says `internal` in its
/// first cell is of an operation that no screen and no REST path calls.
final class AuthorisationTable {

    static final String INTERNAL = "internal";
    static final String NO_QUESTION = "-";

    private AuthorisationTable() {}

    /// What one row asks for.
    record Row(String operation, Map<Column, String> cells) {

        boolean isInternal() {
            return cells.get(Column.ANONYMOUS).equals(INTERNAL);
        }

        String cell(Column column) {
            return cells.get(column);
        }

        String line() {
            return operation
                    + "\t"
                    + Arrays.stream(Column.values())
                            .map(cells::get)
                            .collect(Collectors.joining("\t"));
        }
    }

    static Map<String, Row> read() {
        try (var in = AuthorisationTable.class.getResourceAsStream("authorisation.tsv")) {
            if (in == null) {
                return Map.of();
            }
            List<String> lines =
                    new ArrayList<>(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                    .toList());
            var expected =
                    "operation\t"
                            + Arrays.stream(Column.values())
                                    .map(Column::title)
                                    .collect(Collectors.joining("\t"));
            if (!lines.removeFirst().equals(expected)) {
                throw new IllegalStateException("the first line must be: " + expected);
            }
            var rows = new LinkedHashMap<String, Row>();
            for (var line : lines) {
                var row = row(line.split("\t", -1));
                if (rows.put(row.operation(), row) != null) {
                    throw new IllegalStateException("two rows for " + row.operation());
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] fields) {
        if (fields.length != Column.values().length + 1) {
            throw new IllegalStateException("not all cells: " + Arrays.toString(fields));
        }
        var cells = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            cells.put(column, fields[column.ordinal() + 1]);
        }
        return new Row(fields[0], cells);
    }
}
