package org.bargardan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What whoever runs the server relies on, tried on the packaged application.
class OperationsIT {

    private static final String LOGIN = "golnar";
    private static final String PASSWORD = "the password of an operator";
    private static final String WORDS = "اتاقِ ما هنوز روشن است";

    private static final String UP = "{\"status\":\"UP\"}";

    @TempDir private static Path folder;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PackagedApplication app;
    private static URI management;

    @BeforeAll
    static void aServerAsOperatorsSetItUp() throws IOException {
        int port = freePort();
        management = URI.create("http://127.0.0.1:" + port + "/");
        app =
                setup("operated")
                        .with("BARGARDAN_MANAGEMENT_PORT", String.valueOf(port))
                        .with("BARGARDAN_BEHIND_PROXY", "true")
                        .with("BARGARDAN_LOG", "json")
                        .with("LOGGING_LEVEL_ROOT", "info")
                        .start();
    }

    @AfterAll
    static void stop() {
        app.close();
        CLIENT.close();
    }

    @Test
    void figuresStandAtTheManagementPortOnly() throws Exception {
        assertThat(get(management.resolve("actuator/prometheus")))
                .returns(200, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains(
                        "bargardan_editors_open 0.0",
                        "bargardan_renderings_confirmed_total 0.0",
                        "bargardan_outbox_waiting 0.0",
                        "bargardan_matches_search_seconds_count 0");
        assertThat(get(app.address().resolve("actuator/prometheus")).body())
                .doesNotContain("bargardan_");
        assertThat(get(management.resolve("actuator/env")).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"livez", "readyz"})
    void whetherItIsWellMayBeAskedAtTheServersOwnPort(String path) throws Exception {
        assertThat(get(app.address().resolve(path)).body()).isEqualTo(UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void whetherItIsWellMayBeAskedAtTheManagementPort(String group) throws Exception {
        assertThat(get(management.resolve("actuator/health" + group)).body()).contains("UP");
    }

    @Test
    void behindAProxyTheSessionsCookieIsForTlsOnly() throws Exception {
        var request =
                HttpRequest.newBuilder(app.address())
                        .header("Accept", "text/html")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "books.example.org")
                        .build();
        var headers = CLIENT.send(request, BodyHandlers.ofString()).headers();
        assertThat(headers.firstValue("Set-Cookie")).get(STRING).contains("Secure", "HttpOnly");
        assertThat(headers.firstValue("Location")).hasValue("https://books.example.org/login");
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void aPageGoesOutWithEveryHeaderAndItsOwnContentPolicy() throws Exception {
        for (var path : List.of("login", "invite/a-secret", "reset/a-secret")) {
            var request =
                    HttpRequest.newBuilder(app.address().resolve(path))
                            .header("Accept", "text/html")
                            .build();
            var headers = CLIENT.send(request, BodyHandlers.ofString()).headers();
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cache-Control")).get(STRING).contains("no-store");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .get(STRING)
                    .contains("nonce-");
        }
    }

    @Test
    void aJsonLogIsOneObjectALineAndHoldsNoWordsAndNoPassword() throws Exception {
        var malformed =
                request("api/v1/projects")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\": \"" + WORDS))
                        .build();
        assertThat(CLIENT.send(malformed, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        assertThat(app.output().lines().filter(line -> line.startsWith("{")))
                .hasSizeGreaterThan(3)
                .allSatisfy(line ->
                        assertThat(new JsonMapper().readTree(line).has("@timestamp")).isTrue());
        assertThat(app.output()).doesNotContain(WORDS, PASSWORD);
    }

    @Test
    void aPageRunsOnlyItsOwnScriptsAndStandsInNoFrame() throws Exception {
        var page =
                CLIENT.send(
                        HttpRequest.newBuilder(app.address().resolve("login")).build(),
                        BodyHandlers.ofString());
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        var scripts = policy.replaceAll(".*(script-src [^;]*).*", "$1");
        assertThat(scripts).contains("'self'", "'nonce-").doesNotContain("unsafe-inline", "*");
        assertThat(policy).contains("frame-ancestors 'none'", "object-src 'none'");
        var nonce = scripts.replaceAll(".*'nonce-([^']*)'.*", "$1");
        assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax");
    }

    /// The request has begun when the server asks for its body, and its second half is sent when
    /// the server, told to stop, takes no further connection.
    @Test
    void aSaveUnderWayWhenTheServerIsStoppedIsFinishedAndAnswered() throws Exception {
        var bytes =
                "{\"name\": \"%s\", \"source\": \"en\", \"target\": \"fa\"}"
                        .formatted(WORDS)
                        .getBytes(UTF_8);
        try (var stopped = setup("stopped").start()) {
            var authorization = authorization(stopped);
            int port = stopped.address().getPort();
            try (var socket = new Socket("127.0.0.1", port);
                    var answer =
                            new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), UTF_8))) {
                var out = socket.getOutputStream();
                out.write(head(authorization, bytes.length).getBytes(UTF_8));
                assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
                assertThat(answer.readLine()).isEmpty();
                out.write(bytes, 0, bytes.length / 2);
                stopped.askToStop();
                await().until(() -> takesNoConnection(port));
                assertThat(stopped.isRunning()).isTrue();
                out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
                assertThat(answer.readLine()).startsWith("HTTP/1.1 201");
            }
            await().until(() -> !stopped.isRunning());
            stopped.restartOnSameData();
            var projects =
                    HttpRequest.newBuilder(stopped.address().resolve("api/v1/projects"))
                            .header("Authorization", authorization)
                            .build();
            assertThat(CLIENT.send(projects, BodyHandlers.ofString(UTF_8)).body()).contains(WORDS);
        }
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(app.address().resolve(path))
                .header("Authorization", authorization(app));
    }

    private static PackagedApplication.Setup setup(String data) {
        return PackagedApplication.on(folder.resolve(data))
                .with("BARGARDAN_ADMIN_USERNAME", LOGIN)
                .with("BARGARDAN_ADMIN_PASSWORD", PASSWORD);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static String head(String authorization, int length) {
        return """
        POST /api/v1/projects HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        Expect: 100-continue\r
        \r
        """
                .formatted(authorization, length);
    }

    private static String authorization(PackagedApplication application) throws IOException {
        return AccessToken.header(application.address(), LOGIN, PASSWORD);
    }

    private static boolean takesNoConnection(int port) throws IOException {
        try (var _ = new Socket("127.0.0.1", port)) {
            return false;
        } catch (ConnectException _) {
            return true;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
