package org.bargardan.importing.rest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.format.Detection;
import org.bargardan.format.FormatProblem;
import org.bargardan.importing.ImportResult;
import org.bargardan.importing.Imports;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files become documents, whole or not at all.
@RestController
class ImportsController {

    private final Imports imports;
    private final Projects projects;
    private final SignedInUser signedIn;

    ImportsController(Imports imports, Projects projects, SignedInUser signedIn) {
        this.imports = imports;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    /// What became of the file.
    record DocumentAnswer(UUID document, int paragraphs, int segments) {}

    /// A charset the file may be in, and what it would say then.
    record ReadingAnswer(String charset, String preview) {}

    /// @param charset only needed when the bytes do not say it beyond doubt
    @PostMapping("/api/v1/projects/{id}/documents")
    ResponseEntity<?> post(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable Charset charset,
            Principal principal)
            throws IOException {
        var actor = signedIn.require(principal).id();
        var project = projects.get(new ProjectId(id), actor).id();
        var bytes = file.getBytes();
        var detection = imports.detect(bytes);
        if (detection instanceof Detection.NotText notText) {
            return failed(notText.problem());
        }
        if (charset == null && detection instanceof Detection.Unsure(var readings)) {
            return unsure(readings);
        }
        var name = file.getOriginalFilename();
        var known = charset == null ? StandardCharsets.UTF_8 : charset;
        return switch (imports.importText(project, name == null ? "" : name, bytes, known, actor)) {
            case ImportResult.Imported(var document, int paragraphs, int segments) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new DocumentAnswer(document.value(), paragraphs, segments));
            case ImportResult.Failed(var problem) -> failed(problem);
        };
    }

    private static ResponseEntity<?> failed(FormatProblem problem) {
        var answer = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        answer.setProperty("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        answer.setProperty("line", problem.line());
        answer.setProperty("column", problem.column());
        answer.setProperty("arguments", problem.arguments());
        return ResponseEntity.of(answer).build();
    }

    private static ResponseEntity<?> unsure(List<Detection.Reading> readings) {
        var answer = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        answer.setProperty("kind", "charset_unsure");
        answer.setProperty(
                "readings",
                readings.stream()
                        .map(reading ->
                                new ReadingAnswer(reading.charset().name(), reading.preview()))
                        .toList());
        return ResponseEntity.of(answer).build();
    }
}
