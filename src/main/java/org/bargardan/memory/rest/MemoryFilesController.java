package org.bargardan.memory.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.FileNames;
import org.bargardan.base.rest.Choice;
import org.bargardan.base.rest.FileAnswer;
import org.bargardan.memory.MemoryExport;
import org.bargardan.memory.MemoryKind;
import org.bargardan.memory.Names;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A project's memories as files.
@RestController
@Tag(name = "Memories")
class MemoryFilesController {

    private static final MemoryKind[] KINDS = {MemoryKind.WORKING, MemoryKind.APPROVED};

    private final MemoryExport export;
    private final Projects projects;
    private final SignedInUser signedIn;

    MemoryFilesController(MemoryExport export, Projects projects, SignedInUser signedIn) {
        this.export = export;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    @GetMapping(
            path = "/api/v1/projects/{id}/memory.tmx",
            produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "A memory of the project as TMX 1.4b",
            description = "The header Bargardan-Left-Out counts characters XML could not hold.")
    ResponseEntity<Resource> tmx(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"working", "approved"}))
                    @RequestParam(defaultValue = "working")
                    String memory,
            @Parameter(schema = @Schema(allowableValues = {"without", "pen-names", "credit-names"}))
                    @RequestParam(defaultValue = "without")
                    String names,
            Principal principal)
            throws IOException {
        var actor = signedIn.require(principal).id();
        var kind = Choice.read("memory", memory, KINDS, MemoryKind::key);
        var named = Choice.read("names", names, Names.values(), Names::key);
        var project = projects.get(new ProjectId(id), actor);
        var name =
                "%s.%s-%s.%s.tmx"
                        .formatted(
                                FileNames.part(project.name()),
                                project.languages().source(),
                                project.languages().target(),
                                kind.key());
        return FileAnswer.of(
                name,
                MediaType.APPLICATION_XML,
                (out, remarks) ->
                        remarks.set(
                                FileAnswer.LEFT_OUT,
                                Integer.toString(
                                        export.project(project.id(), kind, named, out, actor)
                                                .size())));
    }
}
