package org.bargardan.importing.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.Messages;
import org.bargardan.base.rest.AlsoAnswers;
import org.bargardan.base.rest.RequestProblem;
import org.bargardan.format.Detection;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.TextEncoding;
import org.bargardan.importing.ImportResult;
import org.bargardan.importing.Imports;
import org.bargardan.importing.ReadOutcome;
import org.bargardan.importing.RepairChoices;
import org.bargardan.importing.RepairedFile;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files become documents, whole or not at all.
@RestController
@Tag(name = "Documents")
class ImportsController {

    private final Imports imports;
    private final Projects projects;
    private final SignedInUser signedIn;
    private final Messages messages;

    ImportsController(
            Imports imports, Projects projects, SignedInUser signedIn, Messages messages) {
        this.imports = imports;
        this.projects = projects;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /// What became of the file.
    record ImportAnswer(UUID document, int paragraphs, int segments) {}

    /// A charset the file may be in, and what it would say then.
    record ReadingAnswer(String charset, String preview) {}

    @PostMapping(
            path = "/api/v1/projects/{id}/documents",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Bring a file in; for managers and translators")
    @AlsoAnswers({403, 422})
    ResponseEntity<ImportAnswer> post(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @Parameter(description = "Needed only where the bytes do not say it beyond doubt")
                    @RequestParam(required = false)
                    @Nullable Charset charset,
            @Parameter(
                            description =
                                    "Whether the rules that are on by default repair the text, in the"
                                            + " project's style")
                    @RequestParam(defaultValue = "false")
                    boolean repair,
            Principal principal,
            Locale locale)
            throws IOException {
        var actor = signedIn.require(principal).id();
        var project = projects.get(new ProjectId(id), actor);
        var bytes = file.getBytes();
        var given = file.getOriginalFilename();
        var name = given == null ? "" : given;
        var format = format(imports.detect(name, bytes), charset, locale);
        var parameters =
                format == FileFormats.PLAIN_TEXT && charset != null
                        ? TextEncoding.of(bytes, charset).write()
                        : "";
        var read =
                switch (imports.read(
                        project.id(), name, bytes, format, parameters, Progress.NONE, actor)) {
                    case ReadOutcome.Failed(var problem) -> throw failed(problem, locale);
                    case ReadOutcome.Read(var readFile) -> readFile;
                };
        var text =
                repair
                        ? RepairedFile.of(read, RepairChoices.of(project.style()))
                        : RepairedFile.untouched(read);
        return switch (imports.store(project.id(), text, List.of(), actor)) {
            case ImportResult.Imported(var document, int paragraphs, int segments) ->
                    ResponseEntity.created(URI.create("/api/v1/documents/" + document.value()))
                            .body(new ImportAnswer(document.value(), paragraphs, segments));
            case ImportResult.Failed(var problem) -> throw failed(problem, locale);
            case ImportResult.QuotaReached(long held, long most) ->
                    throw quotaReached(held, most, locale);
        };
    }

    private FileFormat format(Detection detection, @Nullable Charset charset, Locale locale) {
        return switch (detection) {
            case Detection.Known(var format) -> format;
            case Detection.NotText notText -> throw failed(notText.problem(), locale);
            case Detection.Unsure(var readings) when charset == null -> throw unsure(readings);
            case Detection.Unsure _, Detection.Utf8 _ -> FileFormats.PLAIN_TEXT;
        };
    }

    private RequestProblem failed(FormatProblem problem, Locale locale) {
        return new RequestProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        messages.get(problem.kind().key(), problem.arguments(), locale))
                .with("kind", problem.kind().name().toLowerCase(Locale.ROOT))
                .with("line", problem.line())
                .with("column", problem.column())
                .with("arguments", problem.arguments());
    }

    private RequestProblem quotaReached(long held, long most, Locale locale) {
        return new RequestProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        messages.get(
                                "import.quota.bytes",
                                List.of(Long.toString(held), Long.toString(most)),
                                locale))
                .with("kind", "quota_reached")
                .with("held", held)
                .with("most", most);
    }

    private static RequestProblem unsure(List<Detection.Reading> readings) {
        return new RequestProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "the bytes may be read in several ways; send one of them as charset")
                .with("kind", "charset_unsure")
                .with(
                        "readings",
                        readings.stream()
                                .map(reading ->
                                        new ReadingAnswer(
                                                reading.charset().name(), reading.preview()))
                                .toList());
    }
}
