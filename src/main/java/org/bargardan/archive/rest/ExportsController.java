package org.bargardan.archive.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.archive.Archives;
import org.bargardan.base.FileNames;
import org.bargardan.base.Messages;
import org.bargardan.base.rest.AlsoAnswers;
import org.bargardan.base.rest.Choice;
import org.bargardan.base.rest.FileAnswer;
import org.bargardan.base.rest.RequestProblem;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.memory.MemoryExport;
import org.bargardan.memory.MemoryKind;
import org.bargardan.memory.Names;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What leaves: documents as text or TMX, and a project as a whole.
@RestController
@Tag(name = "Exports", description = "Documents and whole projects as files")
class ExportsController {

    private static final String FORM = "Bargardan-Form";
    private static final List<String> FORMATS = List.of("txt", "source", "tmx");
    private static final MemoryKind[] KINDS = {MemoryKind.WORKING, MemoryKind.APPROVED};

    private final Exports exports;
    private final MemoryExport memories;
    private final Archives archives;
    private final Documents documents;
    private final Projects projects;
    private final SignedInUser signedIn;

    ExportsController(
            Exports exports,
            MemoryExport memories,
            Archives archives,
            Documents documents,
            Projects projects,
            SignedInUser signedIn) {
        this.exports = exports;
        this.memories = memories;
        this.archives = archives;
        this.documents = documents;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    @GetMapping(
            path = "/api/v1/documents/{id}/export",
            produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_XML_VALUE})
    @Operation(
            summary = "A document as a file: its translation, its source, or what it taught",
            description =
                    "txt is the translation in UTF-8, with the source where there is none yet;"
                            + " source is the file as it came, byte for byte; tmx is what the"
                            + " document taught a memory. Text names nobody. The header"
                            + " Bargardan-Form is `plain` where the original is no longer read as"
                            + " it was; Bargardan-Left-Out counts characters XML could not hold.")
    @AlsoAnswers(422)
    ResponseEntity<Resource> export(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"txt", "source", "tmx"}))
                    @RequestParam(defaultValue = "txt")
                    String format,
            @Parameter(
                            description = "With tmx",
                            schema = @Schema(allowableValues = {"working", "approved"}))
                    @RequestParam(defaultValue = "working")
                    String memory,
            @Parameter(
                            description = "With tmx",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "without",
                                                "pen-names",
                                                "credit-names"
                                            }))
                    @RequestParam(defaultValue = "without")
                    String names,
            Principal principal)
            throws IOException {
        var actor = actor(principal);
        var chosen = Choice.read("format", format, FORMATS, each -> each);
        var kind = Choice.read("memory", memory, KINDS, MemoryKind::key);
        var named = Choice.read("names", names, Names.values(), Names::key);
        var document = documents.get(new DocumentId(id), actor);
        return switch (chosen) {
            case "txt" -> translation(document, actor);
            case "source" -> source(document, actor);
            default -> tmx(document, kind, named, actor);
        };
    }

    private ResponseEntity<Resource> translation(Document document, UserId actor)
            throws IOException {
        return FileAnswer.of(
                name(document, document.languages().target() + ".txt"),
                MediaType.parseMediaType("text/plain;charset=UTF-8"),
                (out, remarks) -> check(exports.translation(document.id(), out, actor), remarks));
    }

    /// In whatever encoding it came.
    private ResponseEntity<Resource> source(Document document, UserId actor) throws IOException {
        return FileAnswer.of(
                name(document, document.languages().source() + ".txt"),
                MediaType.APPLICATION_OCTET_STREAM,
                (out, remarks) -> check(exports.source(document.id(), out, actor), remarks));
    }

    private ResponseEntity<Resource> tmx(
            Document document, MemoryKind kind, Names names, UserId actor) throws IOException {
        var languages = document.languages();
        return FileAnswer.of(
                name(
                        document,
                        "%s-%s.%s.tmx"
                                .formatted(languages.source(), languages.target(), kind.key())),
                MediaType.APPLICATION_XML,
                (out, remarks) ->
                        remarks.set(
                                FileAnswer.LEFT_OUT,
                                Integer.toString(
                                        memories.document(document.id(), kind, names, out, actor)
                                                .size())));
    }

    private static void check(ExportResult result, HttpHeaders remarks) {
        switch (result) {
            case ExportResult.Exported exported -> remarks.set(FORM, "own");
            case ExportResult.ExportedPlain plain -> remarks.set(FORM, "plain");
            case ExportResult.Failed(var problem) ->
                    throw new RequestProblem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            Messages.of(
                                    problem.kind().key(),
                                    problem.arguments(),
                                    LocaleContextHolder.getLocale()));
        }
    }

    private static String name(Document document, String ending) {
        return FileNames.part(document.title()) + "." + ending;
    }

    @GetMapping(path = "/api/v1/projects/{id}/archive", produces = "application/zip")
    @Operation(
            summary = "Everything of a project as a ZIP; for managers",
            description =
                    "Originals, texts, history and comments as JSON lines, translations, memories"
                            + " as TMX. The header Bargardan-Left-Out counts characters XML could"
                            + " not hold.")
    @AlsoAnswers(403)
    ResponseEntity<Resource> archive(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"without", "pen-names", "credit-names"}))
                    @RequestParam(defaultValue = "without")
                    String names,
            Principal principal)
            throws IOException {
        var actor = actor(principal);
        var named = Choice.read("names", names, Names.values(), Names::key);
        var project = projects.get(new ProjectId(id), actor);
        return FileAnswer.of(
                FileNames.part(project.name()) + ".zip",
                MediaType.parseMediaType("application/zip"),
                (out, remarks) ->
                        remarks.set(
                                FileAnswer.LEFT_OUT,
                                Integer.toString(archives.write(project.id(), named, out, actor))));
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }
}
