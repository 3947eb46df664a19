package org.bargardan.project.rest;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.Project;
import org.bargardan.project.Projects;
import org.bargardan.text.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The projects of whoever asks, and new ones.
@RestController
@RequestMapping("/api/v1/projects")
class ProjectsController {

    private final Projects projects;
    private final SignedInUser signedIn;

    ProjectsController(Projects projects, SignedInUser signedIn) {
        this.projects = projects;
        this.signedIn = signedIn;
    }

    /// What is sent to begin a project; languages as BCP-47 tags.
    record Wanted(@Nullable String name, @Nullable String source, @Nullable String target) {}

    /// A project as programs see it.
    record ProjectAnswer(UUID id, String name, String source, String target) {

        static ProjectAnswer of(Project project) {
            return new ProjectAnswer(
                    project.id().value(),
                    project.name(),
                    project.languages().source(),
                    project.languages().target());
        }
    }

    /// Newest first.
    record ProjectList(List<ProjectAnswer> projects) {}

    @GetMapping
    ProjectList list(Principal principal) {
        return new ProjectList(
                projects.of(actor(principal)).stream().map(ProjectAnswer::of).toList());
    }

    @PostMapping
    ResponseEntity<ProjectAnswer> create(@RequestBody Wanted wanted, Principal principal) {
        var source = language(wanted.source(), "source");
        var target = language(wanted.target(), "target");
        if (source.equals(target)) {
            throw refused("source and target are the same");
        }
        var id = projects.create(name(wanted), new LanguagePair(source, target), actor(principal));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + id.value()))
                .body(ProjectAnswer.of(projects.get(id, actor(principal))));
    }

    private static String name(Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > Projects.NAME_MOST) {
            throw refused("name is 1 to " + Projects.NAME_MOST + " characters");
        }
        return name;
    }

    private static String language(@Nullable String tag, String which) {
        return Languages.check(tag == null ? "" : tag)
                .orElseThrow(() -> refused(which + " is no language tag"));
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }
}
