package org.bargardan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running application for a personal access token, as a program does.
public final class AccessToken {

    private static final String WANTED = "{\"name\": \"a test\", \"scope\": \"write\"}";

    private AccessToken() {}

    /// What the Authorization header must say.
    public static String header(URI application, String login, String password) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(application.resolve("/api/v1/tokens"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(WANTED))
                        .build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("no token: " + answer.statusCode());
            }
            return "Bearer " + new JsonMapper().readTree(answer.body()).get("token").asString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
