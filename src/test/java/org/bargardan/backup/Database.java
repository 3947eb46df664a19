package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.bargardan.OnPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// An empty database of its own for a test, and a way to look at all that is in one.
record Database(DataSource dataSource) {

    /// With a pool, as H2's checks die with the connection that made their table.
    static Database h2() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";" + h2Settings());
        pool.setUsername("sa");
        pool.setMaximumPoolSize(3);
        pool.setMaxLifetime(0);
        return new Database(pool);
    }

    static Database postgres() {
        var url = OnPostgres.NewDatabase.create();
        return new Database(new DriverManagerDataSource(url, "postgres", ""));
    }

    static String h2Settings() {
        var properties = new Properties();
        try (var file = Database.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("bargardan.h2-settings");
    }

    JdbcClient sql() {
        return JdbcClient.create(dataSource);
    }

    Flyway flyway() {
        return Flyway.configure().dataSource(dataSource).load();
    }

    int schema() {
        return Schema.current(flyway()).orElseThrow();
    }

    Database migratedTo(int schema) {
        Flyway.configure().dataSource(dataSource).target(String.valueOf(schema)).load().migrate();
        return this;
    }

    List<String> tables() {
        return sql().sql(
                        """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        and table_name <> 'flyway_schema_history'
                        order by table_name
                        """)
                .query(String.class)
                .list();
    }

    /// Every row of every table, read without what is tested here.
    Map<String, List<String>> rows() {
        var rows = new TreeMap<String, List<String>>();
        for (var table : tables()) {
            rows.put(
                    table,
                    sql()
                            .sql("select * from \"" + table + "\"")
                            .query((row, _) -> row(row))
                            .list()
                            .stream()
                            .sorted()
                            .toList());
        }
        return rows;
    }

    void assertHoldsTheRowsOf(Database other) {
        var expected = other.rows();
        var actual = rows();
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((table, rows) -> assertThat(actual.get(table)).as(table).isEqualTo(rows));
    }

    private static String row(ResultSet row) throws SQLException {
        var values = new TreeMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var type = columns.getColumnTypeName(i);
            var value =
                    type.equals("timestamptz") || type.startsWith("TIMESTAMP")
                            ? row.getObject(i, OffsetDateTime.class)
                            : row.getObject(i);
            values.put(columns.getColumnName(i), shown(value));
        }
        return values.toString();
    }

    private static String shown(Object value) throws SQLException {
        return switch (value) {
            case null -> "null";
            case OffsetDateTime time -> time.toInstant().toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Clob text -> text.getSubString(1, (int) text.length());
            default -> value.toString();
        };
    }
}
