package org.bargardan.base;

import static org.jooq.impl.DSL.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How large the database is, where that costs nothing to know: both databases keep the figure
/// themselves.
@Service
public class DatabaseSize {

    private final DSLContext database;

    DatabaseSize(DSLContext database) {
        this.database = database;
    }

    /// Empty for a database in memory.
    @Transactional(readOnly = true)
    public OptionalLong bytes() {
        return database.family() == SQLDialect.POSTGRES ? ofPostgres() : ofFile();
    }

    private OptionalLong ofPostgres() {
        var bytes =
                database.select(field("pg_database_size(current_database())", Long.class))
                        .fetchOne(row -> row.value1());
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private OptionalLong ofFile() {
        var path =
                database.select(field("database_path()", String.class))
                        .fetchOne(row -> row.value1());
        if (path == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.size(Path.of(path + ".mv.db")));
        } catch (IOException e) {
            // Kept in some other kind of file.
            return OptionalLong.empty();
        }
    }
}
