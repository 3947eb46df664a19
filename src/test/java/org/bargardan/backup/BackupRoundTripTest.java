package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.RowInEveryTable;
import org.bargardan.account.UserId;
import org.bargardan.base.StoredFiles;
import org.bargardan.demo.SampleProjects;
import org.bargardan.document.Origin;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.Segments;
import org.bargardan.document.ShapeResult.Shaped;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that people have lived in, out of one product and into the other and back. It is the
/// one that all tests of services share, as they leave it.
@House
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupRoundTripTest {

    private static final byte[] LARGE =
            "Peace. صلح.\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);

    @Autowired private Collective collective;
    @Autowired private SampleProjects sample;
    @Autowired private Segments segments;
    @Autowired private Renderings renderings;
    @Autowired private StoredFiles files;
    @Autowired private DataSource dataSource;
    @Autowired private AutowireCapableBeanFactory beans;

    /// What a release keeps of its schema, see docs/CONTRIBUTING.md.
    private static final Path FOR_A_RELEASE = Path.of("target/lived-in.zip");

    private Path folder;

    /// Nobody writes into this one any more.
    private Database lived;

    @BeforeAll
    void aLivedInDatabase(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var project = collective.project();
        var sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        sample.add(sara);
        var document = collective.document(project, "One two.\nThree.\nFour five.", "Six.");
        var entries = collective.entries(document);
        confirm(entries.getFirst().rendering().id(), "یک دو.", sara);
        renderings.keepDraft(
                entries.get(2).rendering().id(),
                1,
                TaggedText.plain("چهار\u200Cپنج 𐎠\t\\\"\r\n"),
                sara);
        assertThat(segments.split(entries.get(2).segment(), 1, 4, sara)).isInstanceOf(Shaped.class);
        assertThat(segments.join(entries.getFirst().segment(), 1, sara)).isInstanceOf(Shaped.class);
        files.store(LARGE, "text/plain");
        files.store(new byte[0], "text/plain");
        RowInEveryTable.store(beans);
        var zip = backup(new Database(dataSource), "lived.zip");
        Files.copy(zip, FOR_A_RELEASE, StandardCopyOption.REPLACE_EXISTING);
        lived = restored(Database.h2(), zip);
    }

    @Test
    void everyRowGoesToPostgresAndBackAgain() throws Exception {
        var first = backup(lived, "from-h2.zip");
        var postgres = restored(Database.postgres(), first);
        postgres.assertHoldsTheRowsOf(lived);
        var second = backup(postgres, "from-postgres.zip");
        var back = restored(Database.h2(), second);
        back.assertHoldsTheRowsOf(lived);
        var third = backup(back, "back.zip");
        assertThat(content(second)).isEqualTo(content(first));
        assertThat(content(third)).isEqualTo(content(first));
    }

    @Test
    void everyTableIsInTheBackupAndHoldsARow() throws Exception {
        var zip = backup(lived, "all.zip");
        try (var backup = BackupFile.open(zip)) {
            var tables = backup.manifest().tables();
            assertThat(tables).allMatch(rows -> rows.rows() > 0);
            // The bytes of files are entries of their own.
            assertThat(lived.tables())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(
                                            tables.stream().map(Manifest.Rows::table),
                                            Stream.of("base_stored_file_chunk"))
                                    .toList());
            assertThat(backup.manifest().files().count()).isPositive();
        }
    }

    @Test
    void theLivedInDatabaseHasPointersFromRowsToRowsOfTheirOwnKind() {
        assertThat(count(lived, "document_segment where joined_into is not null")).isPositive();
        assertThat(count(lived, "document_segment where split_from is not null")).isPositive();
    }

    @Test
    void theNextNumberFollowsTheHighest() throws Exception {
        var zip = backup(lived, "numbers.zip");
        for (var database :
                List.of(restored(Database.h2(), zip), restored(Database.postgres(), zip))) {
            var memory =
                    database.sql()
                            .sql("select id from memory fetch first row only")
                            .query(UUID.class)
                            .single();
            long highest = count(database, "memory_unit", "max(id)");
            database.sql()
                    .sql(
                            "insert into memory_unit (memory_id, at, quality, props, change_no) values (?, current_timestamp, 0, '', 1)")
                    .param(memory)
                    .update();
            assertThat(count(database, "memory_unit", "max(id)")).isEqualTo(highest + 1);
        }
    }

    @Test
    void aFileComesBackInThePiecesItWasStoredIn() throws Exception {
        var postgres = restored(Database.postgres(), backup(lived, "files.zip"));
        assertThat(postgres.rows().get("base_stored_file_chunk"))
                .hasSizeGreaterThan(2)
                .isEqualTo(lived.rows().get("base_stored_file_chunk"));
    }

    private void confirm(RenderingId id, String words, UserId actor) {
        assertThat(renderings.confirm(id, 1, TaggedText.plain(words), Origin.TYPED, actor))
                .isInstanceOf(Saved.class);
    }

    private Path backup(Database database, String name) throws IOException, SQLException {
        var file = folder.resolve(name);
        OwnerOnlyFile.write(
                file,
                out ->
                        new BackupWriting(database.dataSource())
                                .write(database.schema(), Instant.EPOCH, out));
        return file;
    }

    private static Database restored(Database database, Path zip) throws IOException, SQLException {
        new Restoring(database.dataSource(), "the database").restore(zip);
        return database;
    }

    private static long count(Database database, String from) {
        return count(database, from, "count(*)");
    }

    private static long count(Database database, String from, String what) {
        JdbcClient sql = database.sql();
        return sql.sql("select " + what + " from " + from).query(Long.class).single();
    }

    /// What the zip holds, but for the manifest, in no order: the two products sort ids otherwise.
    private static TreeMap<String, List<String>> content(Path zip) throws IOException {
        var content = new TreeMap<String, List<String>>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                if (!entry.getName().equals(Manifest.NAME)) {
                    var text =
                            new String(
                                    file.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.ISO_8859_1);
                    content.put(entry.getName(), text.lines().sorted().toList());
                }
            }
        }
        return content;
    }
}
