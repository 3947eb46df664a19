package org.bargardan.project.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.base.rest.AlsoAnswers;
import org.bargardan.base.rest.Paging;
import org.bargardan.base.rest.RequestProblem;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.project.Workflow;
import org.bargardan.text.Languages;
import org.bargardan.text.StorableText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The projects of whoever asks, and new ones.
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects", description = "Projects, what they allow, and their members")
class ProjectsController {

    private final Projects projects;
    private final SignedInUser signedIn;

    ProjectsController(Projects projects, SignedInUser signedIn) {
        this.projects = projects;
        this.signedIn = signedIn;
    }

    /// What is sent to begin a project; languages as BCP-47 tags.
    record WantedProject(@Nullable String name, @Nullable String source, @Nullable String target) {}

    /// What is sent to decide what a project allows.
    record WantedWorkflow(@Nullable Boolean ownTextMayBeApproved) {}

    /// @param next asks for the next page; null on the last one
    record ProjectList(List<ProjectAnswer> projects, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The projects you are a member of, newest first")
    ProjectList list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            Principal principal) {
        var last = Paging.last(cursor);
        var read =
                projects.of(
                        actor(principal),
                        last == null ? null : new ProjectId(last),
                        Paging.limit(limit) + 1);
        return new ProjectList(
                Paging.shown(read, limit).stream().map(ProjectAnswer::of).toList(),
                Paging.next(read, limit, project -> project.id().value()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a project, which you then manage")
    @AlsoAnswers(422)
    ResponseEntity<ProjectAnswer> create(@RequestBody WantedProject wanted, Principal principal) {
        var source = language(wanted.source(), "source");
        var target = language(wanted.target(), "target");
        if (source.equals(target)) {
            throw refused("target", "source and target are the same");
        }
        var id = projects.create(name(wanted), new LanguagePair(source, target), actor(principal));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + id.value()))
                .body(ProjectAnswer.of(projects.get(id, actor(principal))));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One project")
    ProjectAnswer get(@PathVariable UUID id, Principal principal) {
        return ProjectAnswer.of(projects.get(new ProjectId(id), actor(principal)));
    }

    @PutMapping("/{id}/workflow")
    @Operation(summary = "Decide what the project allows; for managers")
    @AlsoAnswers(403)
    ProjectAnswer decide(
            @PathVariable UUID id, @RequestBody WantedWorkflow wanted, Principal principal) {
        var own = wanted.ownTextMayBeApproved();
        if (own == null) {
            throw RequestProblem.of("ownTextMayBeApproved", "ownTextMayBeApproved is needed");
        }
        projects.decide(new ProjectId(id), new Workflow(own), actor(principal));
        return get(id, principal);
    }

    private static String name(WantedProject wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > Projects.NAME_MOST) {
            throw refused("name", "name is 1 to " + Projects.NAME_MOST + " characters");
        }
        StorableText.problemIn(name)
                .ifPresent(problem -> {
                    throw refused("name", "name holds what cannot be stored: " + problem);
                });
        return name;
    }

    private static String language(@Nullable String tag, String which) {
        return Languages.check(tag == null ? "" : tag)
                .orElseThrow(() -> refused(which, which + " is no language tag (BCP 47)"));
    }

    private static RequestProblem refused(String member, String why) {
        return new RequestProblem(HttpStatus.UNPROCESSABLE_CONTENT, why).with("parameter", member);
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }
}
