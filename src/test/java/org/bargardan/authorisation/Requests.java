package org.bargardan.authorisation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bargardan.Program;
import org.bargardan.authorisation.Operations.Path;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Sends to every path what a program of a person of that column would, with the household's ids.
final class Requests {

    private static final String TMX =
            """
            <tmx version="1.4"><header srclang="en"/><body><tu>
            <tuv xml:lang="en"><seg>Night.</seg></tuv><tuv xml:lang="fa"><seg>شب.</seg></tuv>
            </tu></body></tmx>
            """;

    private final Household household;
    private final Program program;

    Requests(Household household, Program program) {
        this.household = household;
        this.program = program;
    }

    MvcTestResult send(Path path, Column column, boolean writing) {
        var uri = path.pattern().replace("{id}", id(path, column)) + query(path);
        var token = token(column, writing);
        if (path.name().equals("POST /api/v1/projects/{id}/documents")) {
            return upload(uri, "a.txt", "It was night.", token);
        }
        if (path.name().equals("POST /api/v1/projects/{id}/memory")) {
            return upload(uri, "a.tmx", TMX, token);
        }
        return program.paths()
                .method(HttpMethod.valueOf(path.method()))
                .uri(uri)
                .with(token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(path, column))
                .exchange();
    }

    private MvcTestResult upload(
            String uri, String name, String content, RequestPostProcessor token) {
        var file =
                new MockMultipartFile(
                        "file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
        return program.paths().post().multipart().file(file).uri(uri).with(token).exchange();
    }

    private RequestPostProcessor token(Column column, boolean writing) {
        return request -> {
            if (column != Column.ANONYMOUS) {
                var person = household.people.get(column);
                request.addHeader(
                        "Authorization",
                        "Bearer " + (writing ? household.writing : household.reading).get(person));
            }
            return request;
        };
    }

    private String id(Path path, Column column) {
        var kind = path.pattern().replaceFirst("^/api/v1/([a-z]+).*", "$1");
        return switch (kind) {
            case "projects" -> household.project.value().toString();
            case "documents" -> household.document.value().toString();
            case "renderings" -> household.entry(column).rendering().id().value().toString();
            case "jobs" -> household.job.value().toString();
            case "tokens" -> household.token.value().toString();
            default ->
                    throw new IllegalStateException("say in Requests which id " + path + " takes");
        };
    }

    private static String query(Path path) {
        return switch (path.name()) {
            case "GET /api/v1/projects/{id}/matches" -> "?text=" + Household.SECRET + " spoke.";
            case "GET /api/v1/projects/{id}/memory.tmx" -> "?memory=working";
            case "GET /api/v1/documents/{id}/export" -> "?format=tmx";
            default -> "";
        };
    }

    private String body(Path path, Column column) {
        long version = household.entry(column).rendering().version();
        return Map.of(
                        "POST /api/v1/projects",
                        "{\"name\": \"A project\", \"source\": \"en\", \"target\": \"fa\"}",
                        "PUT /api/v1/projects/{id}/workflow",
                        "{\"ownTextMayBeApproved\": true}",
                        "POST /api/v1/projects/{id}/members",
                        "{\"roles\": [\"reader\"]}",
                        "PUT /api/v1/renderings/{id}",
                        "{\"text\": \"شب\", \"version\": %d}".formatted(version),
                        "POST /api/v1/renderings/{id}/status",
                        "{\"action\": \"reopen\", \"version\": %d}".formatted(version),
                        "POST /api/v1/tokens",
                        "{\"name\": \"a script\"}")
                .getOrDefault(path.name(), "");
    }
}
