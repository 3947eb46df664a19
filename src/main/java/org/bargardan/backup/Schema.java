package org.bargardan.backup;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// Which schema a database has, and which this program knows; a schema is named by the number of
/// its newest migration.
final class Schema {

    private Schema() {}

    /// Empty before the first migration.
    static OptionalInt current(Flyway flyway) {
        var current = flyway.info().current();
        return current == null ? OptionalInt.empty() : OptionalInt.of(number(current));
    }

    /// The newest that this program can make.
    static int newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .mapToInt(Schema::number)
                .max()
                .orElseThrow(() -> new IllegalStateException("a program without migrations"));
    }

    private static int number(MigrationInfo migration) {
        return Integer.parseInt(Objects.requireNonNull(migration.getVersion()).getVersion());
    }
}
