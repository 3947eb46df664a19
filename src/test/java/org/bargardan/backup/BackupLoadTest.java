package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.bargardan.base.TimeOrderedIds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a book of 100,000 translated segments takes into a backup and back, on both products.
@Tag("load")
class BackupLoadTest {

    private static final int SEGMENTS = 100_000;
    private static final int BATCH = 500;
    private static final long SEED = 1405;
    private static final OffsetDateTime NOW =
            OffsetDateTime.of(2026, 3, 20, 12, 0, 0, 0, ZoneOffset.UTC);

    @TempDir private Path folder;

    private final Random random = new Random(SEED);
    private final UUID person = TimeOrderedIds.next();
    private final UUID project = TimeOrderedIds.next();
    private final UUID document = TimeOrderedIds.next();
    private final UUID set = TimeOrderedIds.next();
    private final UUID memory = TimeOrderedIds.next();
    private String[] english;
    private String[] persian;

    @Test
    void aHundredThousandSegmentsGoOutAndIn() throws Exception {
        english = words("/demo/essay.en.txt");
        persian = words("/demo/essay.fa.txt");
        var lived = h2("lived");
        lived.flyway().migrate();
        fill(lived);
        say("H2 file", Files.size(folder.resolve("lived.mv.db")));
        var fromH2 = backup(lived, "from-h2.zip");
        var postgres = Database.postgres();
        restore(fromH2, postgres, "PostgreSQL");
        var fromPostgres = backup(postgres, "from-postgres.zip");
        restore(fromPostgres, h2("back"), "H2");
        assertThat(
                        postgres.sql()
                                .sql("select count(*) from document_segment")
                                .query(Integer.class)
                                .single())
                .isEqualTo(SEGMENTS);
    }

    private Database h2(String name) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve(name) + ";" + Database.h2Settings());
        pool.setUsername("sa");
        pool.setMaximumPoolSize(2);
        pool.setMaxLifetime(0);
        return new Database(pool);
    }

    private Path backup(Database database, String name) throws IOException, SQLException {
        var zip = folder.resolve(name);
        long began = System.nanoTime();
        var manifest =
                OwnerOnlyFile.write(
                        zip,
                        out ->
                                new BackupWriting(database.dataSource())
                                        .write(database.schema(), Instant.EPOCH, out));
        seconds(manifest.database() + " to zip", began);
        say(name, Files.size(zip));
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %s of JSON%n",
                manifest.tables().stream().mapToLong(Manifest.Rows::rows).sum(),
                Sentences.size(manifest.tables().stream().mapToLong(Manifest.Rows::bytes).sum()));
        return zip;
    }

    private static void restore(Path zip, Database into, String name)
            throws IOException, SQLException {
        long began = System.nanoTime();
        new Restoring(into.dataSource(), name).restore(zip);
        seconds("zip to " + name, began);
    }

    private static void seconds(String what, long began) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s%n",
                what,
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
    }

    private static void say(String what, long bytes) {
        System.out.println(what + ": " + Sentences.size(bytes));
    }

    private void fill(Database database) throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "insert into account_person (id, login, login_key, pen_name, pen_name_key, password_hash, site_role, locale, state, created_at, version) values (?, 'sara', 'sara', 'Sara', 'sara', '{none}', 'member', 'fa', 'active', ?, 1)",
                    person,
                    NOW);
            run(
                    connection,
                    "insert into project (id, name, source_lang, target_lang, style, workflow, created_at, created_by, version) values (?, 'A book', 'en', 'fa', '', '', ?, ?, 1)",
                    project,
                    NOW,
                    person);
            var file = TimeOrderedIds.next();
            run(
                    connection,
                    "insert into base_stored_file (id, sha256, size, media_type) values (?, ?, 0, 'text/plain')",
                    file,
                    new byte[32]);
            run(
                    connection,
                    "insert into document (id, project_id, title, lang, file_id, file_name, filter, filter_parameters, filter_version, extraction_sha256, text_after, change_no, created_at, created_by, version) values (?, ?, 'A book', 'en', ?, 'book.txt', 'text', '', 1, ?, '', ?, ?, ?, 1)",
                    document,
                    project,
                    file,
                    new byte[32],
                    (long) SEGMENTS,
                    NOW,
                    person);
            run(
                    connection,
                    "insert into document_rendering_set (id, document_id, name, kind, lang, working_of) values (?, ?, '', 'working', 'fa', ?)",
                    set,
                    document,
                    document);
            run(
                    connection,
                    "insert into memory (id, project_id, name, kind, built_in, change_no) values (?, ?, '', 'working', 'working', ?)",
                    memory,
                    project,
                    (long) SEGMENTS);
            try (var paragraph =
                            connection.prepareStatement(
                                    "insert into document_paragraph (id, document_id, position, kind, level, text_unit, separator_before, translatable) values (?, ?, ?, 'body', 0, 'p', '', true)");
                    var segment =
                            connection.prepareStatement(
                                    "insert into document_segment (id, document_id, paragraph_id, position, source, source_codes, space_after, source_hash, source_version, version, changed_no) values (?, ?, ?, ?, ?, '', ' ', ?, 1, 1, 0)");
                    var source =
                            connection.prepareStatement(
                                    "insert into document_source_revision (segment_id, n, source, codes, cause, by_person, at, change_no) values (?, 1, ?, '', 'import', ?, ?, 0)");
                    var rendering =
                            connection.prepareStatement(
                                    "insert into document_rendering (id, set_id, text, codes, status, returned, author, source_seen, revision_n, version, changed_no) values (?, ?, ?, '', 'translated', false, ?, 1, 1, 2, ?)");
                    var link =
                            connection.prepareStatement(
                                    "insert into document_rendering_segment (set_id, segment_id, rendering_id) values (?, ?, ?)");
                    var revision =
                            connection.prepareStatement(
                                    "insert into document_revision (rendering_id, n, text, codes, status, returned, change_class, origin, source_seen, by_person, at, change_no) values (?, 1, ?, '', 'translated', false, 'wording', 'typed', 1, ?, ?, ?)");
                    var change =
                            connection.prepareStatement(
                                    "insert into document_change (document_id, change_no, what, rendering_id, by_person, at) values (?, ?, 'confirmed', ?, ?, ?)");
                    var unit =
                            connection.prepareStatement(
                                    "insert into memory_unit (id, memory_id, rendering_id, revision_n, by_person, at, quality, props, change_no) values (?, ?, ?, 1, ?, ?, 0, '', ?)");
                    var variant =
                            connection.prepareStatement(
                                    "insert into memory_variant (unit_id, n, lang, text, codes, key_hash) values (?, ?, ?, ?, '', ?)")) {
                var all =
                        new PreparedStatement[] {
                            paragraph, segment, source, rendering, link, revision, change, unit,
                            variant
                        };
                UUID here = null;
                for (long n = 1; n <= SEGMENTS; n++) {
                    if (here == null || n % 5 == 0) {
                        here = TimeOrderedIds.next();
                        add(paragraph, here, document, n);
                    }
                    var id = TimeOrderedIds.next();
                    var words = TimeOrderedIds.next();
                    var one = sentence(english);
                    var other = sentence(persian);
                    add(segment, id, document, here, n, one, random.nextLong());
                    add(source, id, one, person, NOW);
                    add(rendering, words, set, other, person, n);
                    add(link, set, id, words);
                    add(revision, words, other, person, NOW.plusSeconds(n), n);
                    add(change, document, n, words, person, NOW.plusSeconds(n));
                    add(unit, n, memory, words, person, NOW.plusSeconds(n), n);
                    add(variant, n, 0, "en", one, random.nextLong());
                    add(variant, n, 1, "fa", other, random.nextLong());
                    if (n % BATCH == 0) {
                        for (var statement : all) {
                            statement.executeBatch();
                        }
                    }
                }
            }
            connection.commit();
        }
    }

    private static void run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            add(statement, values);
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /// Words of a real text in no order: as long as sentences are, and no two alike.
    private String sentence(String[] words) {
        var sentence = new StringBuilder();
        for (int count = 8 + random.nextInt(20); count > 0; count--) {
            sentence.append(words[random.nextInt(words.length)]).append(count > 1 ? ' ' : '.');
        }
        return sentence.toString();
    }

    private static String[] words(String resource) throws IOException {
        try (var in = BackupLoadTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+");
        }
    }
}
