package org.bargardan.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bargardan.AccessToken;
import org.bargardan.kill.Ledger.Attempt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to a running application over REST as its administrator; every method throws an
/// [IOException] when the application is gone.
public final class Api implements AutoCloseable {

    public static final String LOGIN = "golnar";
    public static final String PASSWORD = "password of the kill test";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "a-line-that-no-book-has";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private String token;

    public Api(URI address) {
        this.root = address.resolve("api/v1/");
    }

    public record Answer(int status, JsonNode body) {

        public Answer orThrow(int expected) {
            if (status != expected) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return this;
        }
    }

    /// A rendering as REST shows it.
    public record Seen(UUID id, long version, String text) {

        static Seen of(JsonNode rendering) {
            return new Seen(
                    UUID.fromString(rendering.get("id").asString()),
                    rendering.get("version").asLong(),
                    rendering.get("text").asString());
        }
    }

    public UUID createProject(String name) throws IOException {
        var answer = send("POST", "projects", Map.of("name", name, "source", "en", "target", "fa"));
        return UUID.fromString(answer.orThrow(201).body().get("id").asString());
    }

    public Answer importBook(UUID project, Book book) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                """
                        .formatted(BOUNDARY, book.fileName())
                        .getBytes(UTF_8));
        body.writeBytes(book.bytes());
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return send(
                request("projects/" + project + "/documents")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /// Every rendering of a document, in order.
    public Map<UUID, Seen> renderings(UUID document) throws IOException {
        var all = new LinkedHashMap<UUID, Seen>();
        var path = "documents/" + document + "/segments?limit=200";
        var cursor = "";
        while (cursor != null) {
            var page = send("GET", path + cursor, null).orThrow(200).body();
            for (var segment : page.get("segments")) {
                var seen = Seen.of(segment.get("rendering"));
                all.put(seen.id(), seen);
            }
            var next = page.get("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }
        return all;
    }

    public Answer confirm(Attempt attempt) throws IOException {
        return send(
                "PUT",
                "renderings/" + attempt.rendering(),
                Map.of("text", attempt.text(), "version", attempt.version(), "confirm", true));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Answer send(String method, String path, Map<String, ?> json) throws IOException {
        var body =
                json == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json));
        return send(request(path).header("Content-Type", "application/json").method(method, body));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", token());
    }

    /// Asked for once; it outlives a kill like everything else.
    private synchronized String token() throws IOException {
        if (token == null) {
            token = AccessToken.header(root, LOGIN, PASSWORD);
        }
        return token;
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
