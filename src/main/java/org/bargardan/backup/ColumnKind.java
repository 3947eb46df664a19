package org.bargardan.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/// How the values of a column stand in JSON, the same for H2 and PostgreSQL, whose names for one
/// type differ. Nulls are no business of it: a column that is null is not written.
enum ColumnKind {
    TEXT {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeString(row.getString(column));
        }

        @Override
        Object read(JsonParser in) {
            return in.getString();
        }
    },
    WHOLE_NUMBER {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeNumber(row.getLong(column));
        }

        @Override
        Object read(JsonParser in) {
            return in.getLongValue();
        }
    },
    /// As text, since JSON has neither infinity nor NaN; Java's shortest form comes back exactly.
    DOUBLE {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeString(Double.toString(row.getDouble(column)));
        }

        @Override
        Object read(JsonParser in) {
            return Double.valueOf(in.getString());
        }
    },
    BOOLEAN {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeBoolean(row.getBoolean(column));
        }

        @Override
        Object read(JsonParser in) {
            return in.getBooleanValue();
        }
    },
    UUID {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeString(row.getObject(column, java.util.UUID.class).toString());
        }

        @Override
        Object read(JsonParser in) {
            return java.util.UUID.fromString(in.getString());
        }
    },
    BYTES {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeString(Base64.getEncoder().encodeToString(row.getBytes(column)));
        }

        @Override
        Object read(JsonParser in) {
            return Base64.getDecoder().decode(in.getString());
        }
    },
    INSTANT {
        @Override
        void write(JsonGenerator out, ResultSet row, int column) throws SQLException {
            out.writeString(
                    MICROSECONDS.format(
                            row.getObject(column, OffsetDateTime.class)
                                    .withOffsetSameInstant(ZoneOffset.UTC)));
        }

        @Override
        Object read(JsonParser in) {
            return Instant.parse(in.getString()).atOffset(ZoneOffset.UTC);
        }
    };

    /// What both databases keep of an instant.
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    /// Empty for a type that backups do not know.
    static Optional<ColumnKind> of(int jdbcType, String typeName) {
        if (typeName.equalsIgnoreCase("uuid")) {
            return Optional.of(UUID);
        }
        if (typeName.equals("timestamptz")) {
            return Optional.of(INSTANT);
        }
        return switch (jdbcType) {
            case Types.VARCHAR, Types.CLOB -> Optional.of(TEXT);
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(WHOLE_NUMBER);
            case Types.DOUBLE -> Optional.of(DOUBLE);
            case Types.BOOLEAN, Types.BIT -> Optional.of(BOOLEAN);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                    Optional.of(BYTES);
            case Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(INSTANT);
            default -> Optional.empty();
        };
    }

    abstract void write(JsonGenerator out, ResultSet row, int column) throws SQLException;

    /// What JDBC takes.
    ///
    /// @throws RuntimeException of whatever kind, if the JSON holds something else
    abstract Object read(JsonParser in);
}
