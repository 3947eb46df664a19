package org.bargardan.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.bargardan.AccessToken;
import org.bargardan.OnPostgres;
import org.bargardan.PackagedApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Backup, restore and upgrade as somebody at a terminal has them.
class BackupCommandIT {

    private static final String LOGIN = "golnar";
    private static final String PASSWORD = "a long enough password";

    @TempDir private Path folder;
    private Path data;
    private Path zip;

    @BeforeEach
    void paths() {
        data = folder.resolve("data");
        zip = folder.resolve("backup.zip");
    }

    @Test
    void aServingHouseIsBackedUpAndRestoredElsewhere() throws Exception {
        try (var _ = house(data)) {
            var run = run("backup", zip, data);
            assertThat(run.err).isEmpty();
            assertThat(run.out).startsWith(zip + " (");
            assertThat(run.exitCode).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                    .isEqualTo("rw-------");
            assertRefused(run("backup", zip, data), "exists already");
            assertRefused(run("restore", zip, data), "already using the data folder");
        }
        var stopped = folder.resolve("stopped.zip");
        assertThat(run("backup", stopped, data).exitCode).isZero();
        assertRefused(run("restore", zip, data), "is not empty, and a restore never overwrites");
        var elsewhere = folder.resolve("elsewhere");
        assertThat(run("restore", stopped, elsewhere).err).isEmpty();
        try (var app = PackagedApplication.on(elsewhere).start()) {
            assertThat(get(app, "projects", LOGIN, PASSWORD)).contains("[]");
        }
        try (var database = look(elsewhere);
                var row =
                        database.createStatement()
                                .executeQuery(
                                        "select count(*) from account_audit_entry where action ="
                                                + " 'restored'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isOne();
        }
    }

    @Test
    void whatIsNoBackupIsRefusedInOneSentenceAndLeavesNothing() throws Exception {
        Files.writeString(zip, "words");
        assertRefused(run("restore", zip, data), "is no zip");
        assertRefused(
                run("backup", folder.resolve("new.zip"), folder.resolve("none")), "no database");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void anOlderProgramSaysInOneSentenceThatTheSchemaIsNewer() throws Exception {
        house(data).close();
        try (var database = look(data)) {
            database.createStatement()
                    .execute(
                            """
                            insert into "flyway_schema_history" ("installed_rank", "version",
                            "description", "type", "script", "checksum", "installed_by",
                            "installed_on", "execution_time", "success")
                            values (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1,
                            'sa', current_timestamp, 1, true)
                            """);
        }
        assertThatThrownBy(() -> PackagedApplication.on(data).start())
                .hasMessageContaining("bargardan: the database has schema 9999")
                .message()
                .doesNotContain("\tat ", "ERROR", "Exception");
    }

    /// The whole way of an upgrade: a released schema, this program's migrations, its services.
    @ParameterizedTest
    @CsvFileSource(resources = "released.csv", numLinesToSkip = 1)
    void theDatabaseOfAReleaseIsReadByThisProgram(
            String file, String login, String password, String document, String words)
            throws Exception {
        var released = Path.of("src/test/resources/org/bargardan/backup", file).toAbsolutePath();
        assertThat(run("restore", released, data).err).isEmpty();
        try (var app = PackagedApplication.on(data).start()) {
            assertThat(get(app, "documents/" + document + "/segments", login, password))
                    .contains(words);
        }
        var postgres =
                Map.of(
                        "BARGARDAN_DB_URL",
                        OnPostgres.NewDatabase.create(),
                        "BARGARDAN_DB_USER",
                        "postgres");
        var other = folder.resolve("postgres");
        assertThat(run("restore", released, other, postgres).err).isEmpty();
        var setup = PackagedApplication.on(other);
        postgres.forEach(setup::with);
        try (var app = setup.start()) {
            assertThat(get(app, "documents/" + document + "/segments", login, password))
                    .contains(words);
            assertThat(run("backup", zip, other, postgres).exitCode).isZero();
        }
        assertThat(zip).isNotEmptyFile();
    }

    private static PackagedApplication house(Path data) {
        return PackagedApplication.on(data)
                .with("BARGARDAN_ADMIN_USERNAME", LOGIN)
                .with("BARGARDAN_ADMIN_PASSWORD", PASSWORD)
                .start();
    }

    private static String get(PackagedApplication app, String path, String login, String password)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(app.address().resolve("api/v1/" + path))
                                    .header(
                                            "Authorization",
                                            AccessToken.header(app.address(), login, password))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static Connection look(Path data) throws Exception {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("bargardan") + ";" + Database.h2Settings(),
                "sa",
                "");
    }

    private static void assertRefused(Run run, String sentence) {
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err).startsWith("bargardan: ").contains(sentence).hasLineCount(1);
    }

    private static Run run(String command, Path file, Path data) throws Exception {
        return run(command, file, data, Map.of());
    }

    private static Run run(String command, Path file, Path data, Map<String, String> environment)
            throws Exception {
        var builder =
                PackagedApplication.command(
                        BackupCommand.class.getName(), data, command, file.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private record Run(int exitCode, String out, String err) {}
}
