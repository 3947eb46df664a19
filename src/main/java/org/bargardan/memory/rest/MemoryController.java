package org.bargardan.memory.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.Messages;
import org.bargardan.base.rest.AlsoAnswers;
import org.bargardan.format.FormatProblem;
import org.bargardan.memory.MemoryImport;
import org.bargardan.memory.MemoryImportReport;
import org.bargardan.memory.MemoryImportResult;
import org.bargardan.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// TMX files become memories: what can be read of them, with an account of the rest.
@RestController
class MemoryController {

    private final MemoryImport memoryImport;
    private final SignedInUser signedIn;
    private final Messages messages;

    MemoryController(MemoryImport memoryImport, SignedInUser signedIn, Messages messages) {
        this.memoryImport = memoryImport;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /// What is wrong with the file or a unit, and where.
    ///
    /// @param line 0 for the file as a whole
    /// @param detail in the language of the request
    record ProblemAnswer(
            int line, int column, String kind, List<String> arguments, String detail) {}

    /// What became of the file's units.
    ///
    /// @param memory null when nothing was kept
    /// @param file its name, without folders
    record MemoryAnswer(
            @Nullable UUID memory,
            String file,
            int read,
            int kept,
            int doubled,
            int otherLanguages,
            int leftOut,
            List<ProblemAnswer> problems,
            int moreProblems) {}

    @PostMapping(
            path = "/api/v1/projects/{id}/memory",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Bring a TMX file in as a memory; for managers")
    @AlsoAnswers({403, 422})
    ResponseEntity<?> post(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            Principal principal,
            Locale locale)
            throws IOException {
        var actor = signedIn.require(principal).id();
        var name = file.getOriginalFilename();
        try (var in = file.getInputStream()) {
            var result =
                    memoryImport.importTmx(new ProjectId(id), name == null ? "" : name, in, actor);
            return switch (result) {
                case MemoryImportResult.Imported(var memory, var report) ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .body(answer(memory.value(), report, locale));
                case MemoryImportResult.NothingKept(var report) -> nothingKept(report, locale);
            };
        }
    }

    private ResponseEntity<?> nothingKept(MemoryImportReport report, Locale locale) {
        var answer = answer(null, report, locale);
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        if (!answer.problems().isEmpty()) {
            var first = answer.problems().getFirst();
            problem.setDetail(first.detail());
            problem.setProperty("kind", first.kind());
        }
        problem.setProperty("report", answer);
        return ResponseEntity.of(problem).build();
    }

    private MemoryAnswer answer(@Nullable UUID memory, MemoryImportReport report, Locale locale) {
        return new MemoryAnswer(
                memory,
                report.fileName(),
                report.read(),
                report.kept(),
                report.doubled(),
                report.otherLanguages(),
                report.leftOut(),
                report.problems().stream().map(problem -> answer(problem, locale)).toList(),
                report.moreProblems());
    }

    private ProblemAnswer answer(FormatProblem problem, Locale locale) {
        return new ProblemAnswer(
                problem.line(),
                problem.column(),
                problem.kind().name().toLowerCase(Locale.ROOT),
                problem.arguments(),
                messages.get(problem.kind().key(), problem.arguments(), locale));
    }
}
