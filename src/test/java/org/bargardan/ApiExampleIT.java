package org.bargardan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the worked example of `docs/api.md` as it stands there, with bash and curl.
class ApiExampleIT {

    private static final Pattern BLOCK =
            Pattern.compile("^```bash\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String LOGIN = "golnar";
    private static final String PASSWORD = "a long enough password";
    private static final String LIT = "چراغ‌ها روشن شد.";

    @TempDir private Path folder;

    private static PackagedApplication app;

    @BeforeAll
    static void start(@TempDir Path data) {
        app =
                PackagedApplication.on(data)
                        .with("BARGARDAN_ADMIN_USERNAME", LOGIN)
                        .with("BARGARDAN_ADMIN_PASSWORD", PASSWORD)
                        .start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void theWorkedExampleWorks() throws Exception {
        var address = app.address().toString();
        assertThat(run(address.substring(0, address.length() - 1)))
                .contains("/invite/", "\"status\":\"approved\"", "\"score\":100", "\"exact\"")
                .contains("Nobody slept that night.");
        assertThat(Files.readString(folder.resolve("lamps.fa.txt")))
                .isEqualTo(LIT + "\n\nNobody slept that night.\n");
        assertThat(Files.readString(folder.resolve("approved.tmx")))
                .contains("<seg>" + LIT + "</seg>")
                .doesNotContain(LOGIN);
        try (var archive = new ZipFile(folder.resolve("everything.zip").toFile())) {
            assertThat(archive.getEntry("project.json")).isNotNull();
            assertThat(archive.getEntry("memory/approved.tmx")).isNotNull();
        }
    }

    /// A server that listens refuses some things before any controller is found.
    @Test
    void whatFailsEarlyIsAProblemToo() throws Exception {
        var project = UUID.randomUUID();
        var tooLarge =
                "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n%s\r\n--line--\r\n"
                        .formatted("a".repeat(22 * 1024 * 1024));
        assertProblem(
                413,
                request("projects/" + project + "/documents")
                        .header("Content-Type", "multipart/form-data; boundary=line")
                        .POST(BodyPublishers.ofString(tooLarge)));
        assertProblem(404, request("nothing").GET());
        assertProblem(405, request("projects").DELETE());
        assertProblem(
                400,
                request("projects")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{")));
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(app.address().resolve("api/v1/" + path))
                .header("Authorization", AccessToken.header(app.address(), LOGIN, PASSWORD));
    }

    private static void assertProblem(int status, HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"title\":", "\"detail\":");
        }
    }

    private String run(String address) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var builder =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("BARGARDAN", address);
        builder.environment().put("LOGIN", LOGIN);
        builder.environment().put("PASSWORD", PASSWORD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var shell = builder.start();
        assertThat(shell.waitFor(3, TimeUnit.MINUTES)).isTrue();
        var said = Files.readString(output);
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }

    private static String script() throws IOException {
        var blocks =
                BLOCK.matcher(Files.readString(Path.of("docs/api.md")))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .toList();
        assertThat(blocks).hasSizeGreaterThan(8);
        assertThat(blocks.getFirst()).contains("TOKEN=", "AUTHORIZATION=");
        return String.join("\n", blocks);
    }
}
