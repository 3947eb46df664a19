package org.bargardan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs send that are broken or mean ill, byte for byte, to the packaged application. It
/// waits a second for the next byte, where people get twenty.
class HostileRequestsIT {

    private static final String PASSWORD = "a long enough password";
    private static final String TMX =
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>It was night.</seg></tuv><tuv xml:lang="fa"><seg>b</seg></tuv></tu>
            </body></tmx>
            """;

    @TempDir private static Path folder;

    private static PackagedApplication app;
    private static String signIn;
    private static HttpClient client;
    private static String project;

    @BeforeAll
    static void aServerWithAProject() throws Exception {
        app =
                PackagedApplication.on(folder.resolve("data"))
                        .with("BARGARDAN_ADMIN_USERNAME", "golnar")
                        .with("BARGARDAN_ADMIN_PASSWORD", PASSWORD)
                        // So that some come from elsewhere.
                        .with("BARGARDAN_BEHIND_PROXY", "true")
                        .option("--server.tomcat.connection-timeout=1s")
                        // Or the client would write into a connection that is just being closed.
                        .option("--server.tomcat.keep-alive-timeout=60s")
                        .start();
        client = HttpClient.newHttpClient();
        signIn = AccessToken.header(app.address(), "golnar", PASSWORD);
        var made =
                send(
                        request("api/v1/projects")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"name\": \"P\", \"source\": \"en\","
                                                        + " \"target\": \"fa\"}")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        project = made.body().replaceFirst("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    @AfterAll
    static void theServerStops() {
        client.close();
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents", "memory"})
    void anUploadBeyondTheLimitIsAnsweredNotCutOff(String what) throws Exception {
        var answer = upload(what, "large.txt", "x".repeat(30_000_000).getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertNothingTold(answer.body());
    }

    @Test
    void jsonBeyondAllMeasureIsRefused() throws Exception {
        for (var body :
                List.of(
                        "{\"name\": \"" + "x".repeat(40_000_000) + "\"}",
                        "[".repeat(1_000_000),
                        "{\"name\": " + "9".repeat(1_000_000) + "}")) {
            var answer =
                    send(
                            request("api/v1/projects")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).isBetween(400, 422);
            assertNothingTold(answer.body());
        }
    }

    @Test
    void headersBeyondAllMeasureAreRefused() throws Exception {
        var answer =
                raw(
                        "GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nX: "
                                + "y".repeat(100_000)
                                + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertNothingTold(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../v1/projects",
                "/api/v1/%2e%2e/v1/projects",
                "/api/v1/%252e%252e/projects",
                "/api/v1/projects;jsessionid=1",
                "/api/v1/projects%3Bx=1",
                "/api/v1/projects/%00",
                "/api/v1/projects/%0d%0aSet-Cookie:%20a=b",
                "/api/v1/projects/..%2f..%2fetc%2fpasswd",
                "/api/v1/projects/..%5c..%5cwindows",
                "/api/v1/projects/..\\..",
                "/api/v1//projects",
                "/api/v1/projects/%ff%fe",
                "/api/v1/projects/%",
                "/api/v1/projects/%zz",
                "/api/v1/projects/{id}",
                "/api/v1/projects/<script>alert(1)</script>/memory",
                "/VAADIN/../../../etc/passwd",
                "/VAADIN/%2e%2e/%2e%2e/WEB-INF/web.xml",
                "/../../../../etc/passwd"
            })
    void trickyPathsLeadNowhere(String path) throws Exception {
        var answer =
                raw(
                        "GET "
                                + path
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                + signIn
                                + "\r\nAccept: application/json\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1\\.1 40[045]");
        assertNothingTold(answer);
        assertThat(answer)
                .doesNotContain("<script>", "root:", "web-app")
                .doesNotContain("Set-Cookie: a=b");
    }

    @Test
    void fileNamesKeepNeitherFoldersNorTricks() throws Exception {
        for (var name :
                List.of(
                        "../../etc/night.tmx",
                        "C:\\\\x\\\\night.tmx",
                        "\u202Enight.tmx",
                        "a/\u2066night.tmx")) {
            var answer = upload("memory", name, TMX.getBytes(UTF_8));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("\"file\":\"night.tmx\"");
        }
    }

    @Test
    @Timeout(30)
    void aHalfSentBodyIsGivenUp() throws Exception {
        var answer = raw(halfARequest());
        assertNothingTold(answer);
        assertThat(answer)
                .satisfiesAnyOf(
                        given -> assertThat(given).isEmpty(),
                        given -> assertThat(given).startsWith("HTTP/1.1 4"));
        assertTheServerAnswers();
    }

    @Test
    @Timeout(60)
    void whoeverStallsHoldsNoThread() throws Exception {
        var stalled = new ArrayList<Socket>();
        try {
            // More than there are threads.
            for (int i = 0; i < 250; i++) {
                var socket = new Socket(app.address().getHost(), app.address().getPort());
                socket.getOutputStream()
                        .write(
                                (i % 2 == 0 ? halfARequest() : "GET / HTTP/1.1\r\nHo")
                                        .getBytes(UTF_8));
                stalled.add(socket);
            }
            assertTheServerAnswers();
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
        assertTheServerAnswers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "?v-r=uidl&v-uiId=0", "api/v1/projects/PROJECT/documents"})
    void aFormThatIsNeverSentToItsEndLeavesNoTraceInTheLog(String path) throws Exception {
        int before = app.output().length();
        var answer =
                rawToTheEnd(
                        halfARequest()
                                .replaceFirst("/api\\S*", "/" + path.replace("PROJECT", project)));
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(app.output().substring(before)).doesNotContain("\tat ", "Failure E-");
    }

    @Test
    void aFormThatIsTooLongLeavesNoTraceInTheLog() throws Exception {
        int before = app.output().length();
        var answer =
                send(
                        request("login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("username=" + "x".repeat(70_000))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertNothingTold(answer.body());
        assertThat(app.output().substring(before)).doesNotContain("\tat ", "Failure E-");
    }

    private static String halfARequest() {
        return "POST /api/v1/projects/"
                + project
                + "/memory HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.1\r\nAuthorization: "
                + signIn
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.tmx\"\r\n\r\n"
                + TMX;
    }

    private static void assertTheServerAnswers() throws Exception {
        var answer = send(request("actuator/health").timeout(Duration.ofSeconds(20)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertNothingTold(String answer) {
        assertThat(answer)
                .doesNotContain(
                        "\tat ",
                        "Exception",
                        "org.springframework",
                        "org.bargardan",
                        "Apache Tomcat");
    }

    private static HttpResponse<String> upload(String what, String name, byte[] file)
            throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: text/plain\r\n\r\n")
                        .getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return send(
                request("api/v1/projects/" + project + "/" + what)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(app.address() + path))
                .header("Authorization", signIn)
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// The same, of a sender who then says that nothing more will come.
    private static String rawToTheEnd(String request) throws IOException {
        try (var socket = new Socket(app.address().getHost(), app.address().getPort())) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /// Everything the server says until it closes the connection.
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(app.address().getHost(), app.address().getPort())) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
