package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bargardan.base.StoredFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a restore refuses, and that it then leaves the database as empty as it was.
class RestoringTest {

    private static final String PERSON =
            """
            insert into account_person (id, login, login_key, pen_name, pen_name_key,
            password_hash, site_role, locale, state, created_at, version)
            values ('0199aaaa-0000-7000-8000-000000000001', 'sara', 'sara', 'Sara', 'sara',
            '{none}', 'member', 'fa', 'active', current_timestamp, 1)
            """;
    private static final String FILE =
            """
            insert into base_stored_file (id, sha256, size, media_type)
            values ('0199aaaa-0000-7000-8000-000000000002',
            X'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 3, 'text/plain')
            """;
    private static final String PIECE =
            """
            insert into base_stored_file_chunk (file_id, n, bytes)
            values ('0199aaaa-0000-7000-8000-000000000002', 0, X'616263')
            """;
    private static final String STORED =
            "files/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String PEOPLE = "tables/account_person.jsonl";

    private static byte[] whole;

    @TempDir private Path folder;
    private Path zip;
    private Database empty;

    @BeforeAll
    static void aBackup() throws IOException, SQLException {
        var database = Database.h2();
        database.flyway().migrate();
        for (var statement : new String[] {PERSON, FILE, PIECE}) {
            database.sql().sql(statement).update();
        }
        var out = new ByteArrayOutputStream();
        new BackupWriting(database.dataSource()).write(database.schema(), Instant.EPOCH, out);
        whole = out.toByteArray();
    }

    @BeforeEach
    void anEmptyDatabase() throws IOException {
        zip = Files.write(folder.resolve("a backup.zip"), whole);
        empty = Database.h2();
    }

    @Test
    void aWholeBackupIsRestored() throws Exception {
        restore();
        assertThat(empty.rows().get("account_person")).hasSize(1);
        assertThat(empty.rows().get("base_stored_file_chunk")).hasSize(1);
    }

    @Test
    void aServerThatNobodyUsedYetCountsAsEmpty() throws Exception {
        empty.flyway().migrate();
        restore();
        assertThat(empty.rows().get("account_person")).hasSize(1);
    }

    @Test
    void aDatabaseWithARowIsNotOverwritten() {
        empty.flyway().migrate();
        empty.sql().sql(PERSON).update();
        var before = empty.rows();
        assertThatThrownBy(this::restore)
                .isInstanceOf(BackupRefusedException.class)
                .hasMessage(
                        "the database is not empty, and a restore never overwrites; restore into"
                                + " another.");
        assertThat(empty.rows()).isEqualTo(before);
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() {
        empty.sql().sql("create table theirs (id int primary key)").update();
        assertThatThrownBy(this::restore)
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("not Bargardan's");
        assertThat(empty.tables()).containsExactly("theirs");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 0.999})
    void aPartOfABackupIsRefused(double part) throws IOException {
        Files.write(zip, Arrays.copyOf(whole, (int) (whole.length * part)));
        assertRefused("is no zip, or only a part of one");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(zip);
        assertRefused("there is no file " + zip);
    }

    @Test
    void aZipOfSomethingElseIsRefused() throws IOException {
        var entries = entries();
        entries.remove(Manifest.NAME);
        write(entries);
        assertRefused("is no backup of Bargardan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"format\": 1}",
                "[1]",
                "{\"format\": 1, \"product\": \"bargardan\", \"schemaVersion\": 3}",
                "{\"format\": 1, \"product\": \"bargardan\", \"schemaVersion\": 3, \"tables\": []}"
            })
    void aManifestThatIsNoneIsRefused(String manifest) throws IOException {
        var entries = entries();
        entries.put(Manifest.NAME, manifest.getBytes(StandardCharsets.UTF_8));
        write(entries);
        assertRefused("has a manifest that");
    }

    @Test
    void aNewerFormatIsRefusedBeforeAnythingElseIsRead() throws IOException {
        var entries = entries();
        entries.put(
                Manifest.NAME, "{\"format\": 2, \"new\": true}".getBytes(StandardCharsets.UTF_8));
        write(entries);
        assertRefused("has format 2, and this program reads up to 1; use a newer program.");
    }

    @Test
    void aNewerSchemaIsRefused() throws IOException {
        changeManifest("\"schemaVersion\" : \\d+", "\"schemaVersion\" : 9999");
        assertRefused("holds schema 9999, and this program knows up to");
    }

    @ParameterizedTest
    @ValueSource(strings = {PEOPLE, STORED})
    void aChangedByteIsFound(String entry) throws IOException {
        var entries = entries();
        entries.get(entry)[1]++;
        write(entries);
        assertRefused("is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {PEOPLE, STORED})
    void aMissingEntryIsFound(String entry) throws IOException {
        var entries = entries();
        entries.remove(entry);
        write(entries);
        assertRefused(entry.equals(PEOPLE) ? "lacks " + PEOPLE : "is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "tables/../x.jsonl",
                "tables/",
                "files/../../x",
                "tables/flyway_schema_history.jsonl",
                "more\u001b[31m.txt"
            })
    void anEntryThatDoesNotBelongThereIsRefused(String name) throws IOException {
        var entries = entries();
        entries.put(name, new byte[] {1});
        write(entries);
        assertRefused("which does not belong there");
    }

    @Test
    void aTableNameThatIsAStatementIsRefused() throws IOException {
        changeManifest("\"account_person\"", "\"x; drop table account_person\"");
        assertRefused("has a manifest that is none of ours");
    }

    @Test
    void linesThatSwellWithoutEndAreNotReadToTheirEnd() throws IOException {
        var entries = entries();
        entries.put(PEOPLE, new byte[50_000_000]);
        write(entries);
        assertRefused("is longer than what was written");
        changeManifest(
                "(\"account_person\",\\s+\"rows\" : \\d+,\\s+\"bytes\" : )\\d+", "$150000000");
        assertRefused("swells");
    }

    @Test
    void anUnknownColumnIsNamedWithItsLine() throws Exception {
        var line = new String(entries().get(PEOPLE), StandardCharsets.UTF_8);
        replacePeople(line.replace("\"login_key\"", "\"nickname\""));
        assertRefused("tables/account_person.jsonl, line 1: no column nickname.");
    }

    @Test
    void aValueThatIsNoneOfItsKindIsNamedWithItsLine() throws Exception {
        var line = new String(entries().get(PEOPLE), StandardCharsets.UTF_8);
        replacePeople(line.replaceFirst("\"created_at\":\"[^\"]*\"", "\"created_at\":\"today\""));
        assertRefused("tables/account_person.jsonl, line 1");
    }

    @Test
    void rowsAgainstTheRulesOfTheTablesLeaveNothingBehind() throws Exception {
        var line = new String(entries().get(PEOPLE), StandardCharsets.UTF_8);
        replacePeople(line.replace("\"active\"", "\"asleep\""));
        assertThatThrownBy(this::restore).isInstanceOf(SQLException.class);
        assertThat(empty.tables()).isEmpty();
    }

    /// With sums that fit, as somebody would write who means to.
    private void replacePeople(String lines) throws IOException {
        var entries = entries();
        var bytes = lines.getBytes(StandardCharsets.UTF_8);
        entries.put(PEOPLE, bytes);
        var sum = HexFormat.of().formatHex(StoredFiles.sha256(bytes));
        var manifest = new String(entries.get(Manifest.NAME), StandardCharsets.UTF_8);
        entries.put(
                Manifest.NAME,
                manifest.replaceFirst(
                                "(\"account_person\",\\s+\"rows\" : \\d+,\\s+\"bytes\" : )\\d+(,\\s+\"sha256\" : \")[0-9a-f]+",
                                "$1" + bytes.length + "$2" + sum)
                        .getBytes(StandardCharsets.UTF_8));
        write(entries);
    }

    private void changeManifest(String pattern, String replacement) throws IOException {
        var entries = entries();
        var manifest = new String(entries.get(Manifest.NAME), StandardCharsets.UTF_8);
        var changed = manifest.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(manifest);
        entries.put(Manifest.NAME, changed.getBytes(StandardCharsets.UTF_8));
        write(entries);
    }

    private void restore() throws IOException, SQLException {
        new Restoring(empty.dataSource(), "the database").restore(zip);
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(this::restore)
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".")
                .hasLineCount(1)
                .doesNotContain("\u001b");
        assertThat(empty.tables()).isEmpty();
    }

    private Map<String, byte[]> entries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private void write(Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                var out = new ZipOutputStream(file)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
