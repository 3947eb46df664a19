package org.bargardan.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What a backup says of itself; written last, since it holds the sums of all that comes before.
///
/// @param format rises when an older program could not read the zip
/// @param schemaVersion the number of the newest migration the database had seen
/// @param database which product the rows come from, for curiosity only
record Manifest(
        int format,
        String product,
        String productVersion,
        int schemaVersion,
        Instant createdAt,
        String database,
        List<Rows> tables,
        Files files) {

    static final int FORMAT = 1;
    static final String PRODUCT = "bargardan";
    static final String NAME = "manifest.json";

    Manifest {
        tables = List.copyOf(tables);
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    static String tableEntry(String table) {
        return "tables/" + table + ".jsonl";
    }

    static String fileEntry(String sha256) {
        return "files/" + sha256;
    }

    /// What the manifest says of one table.
    ///
    /// @param bytes the size of its JSON lines
    /// @param sha256 of its JSON lines, in hexadecimal figures
    record Rows(String table, long rows, long bytes, String sha256) {}

    /// What the manifest says of the stored files.
    ///
    /// @param sha256 of the bytes of all, one after another
    record Files(long count, long bytes, String sha256) {}
}
