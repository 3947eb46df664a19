package org.bargardan.memory.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bargardan.account.Person;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.rest.Choice;
import org.bargardan.base.rest.Paging;
import org.bargardan.base.rest.RequestProblem;
import org.bargardan.memory.Match;
import org.bargardan.memory.Matches;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the memories of a project offer for a text.
@RestController
@Tag(name = "Memories", description = "Matches, and memories as TMX")
class MatchesController {

    private static final int TEXT_MOST = 10_000;
    private static final int EXACT = 100;
    private static final String LEAST = "" + Matches.THRESHOLD;

    private final Matches matches;
    private final Projects projects;
    private final Users users;
    private final SignedInUser signedIn;

    MatchesController(Matches matches, Projects projects, Users users, SignedInUser signedIn) {
        this.matches = matches;
        this.projects = projects;
        this.users = users;
        this.signedIn = signedIn;
    }

    /// @param kind exact, context or fuzzy
    /// @param memory working or approved
    /// @param by pen name of whoever confirmed or approved it; null if nobody is known
    record MatchAnswer(
            int score,
            String kind,
            String source,
            String target,
            String memory,
            @Nullable String by,
            Instant at) {

        static MatchAnswer of(Match match, Map<UserId, Person> people) {
            var by = match.by() == null ? null : people.get(match.by());
            return new MatchAnswer(
                    match.score(),
                    match.context() ? "context" : match.score() == EXACT ? "exact" : "fuzzy",
                    match.source(),
                    match.target(),
                    match.memory().key(),
                    by == null ? null : by.penName(),
                    match.at());
        }
    }

    /// Best first.
    record MatchList(List<MatchAnswer> matches) {}

    @GetMapping("/api/v1/projects/{id}/matches")
    @Operation(summary = "The best matches for a text, in either language of the project")
    MatchList find(
            @PathVariable UUID id,
            @RequestParam String text,
            @Parameter(description = "That of the text; the project's source language if absent")
                    @RequestParam(required = false)
                    @Nullable String lang,
            @Parameter(description = "The source before the text, for context matches")
                    @RequestParam(required = false)
                    @Nullable String before,
            @Parameter(description = "The source after the text, for context matches")
                    @RequestParam(required = false)
                    @Nullable String after,
            @RequestParam(defaultValue = "8") int limit,
            @RequestParam(defaultValue = LEAST) int minScore,
            Principal principal) {
        var actor = signedIn.require(principal).id();
        var project = new ProjectId(id);
        var search =
                new Matches.Search(
                        text("text", text),
                        language(lang, projects.get(project, actor).languages()),
                        before == null ? null : text("before", before),
                        after == null ? null : text("after", after),
                        Paging.limit(limit),
                        score(minScore));
        var found = matches.find(project, search, actor);
        var people = users.byIds(found.stream().map(Match::by).filter(Objects::nonNull).toList());
        return new MatchList(found.stream().map(match -> MatchAnswer.of(match, people)).toList());
    }

    private static String text(String parameter, String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > TEXT_MOST) {
            throw RequestProblem.of(parameter, parameter + " is 1 to " + TEXT_MOST + " characters");
        }
        return text;
    }

    private static String language(@Nullable String lang, LanguagePair languages) {
        return lang == null
                ? languages.source()
                : Choice.read(
                        "lang",
                        lang,
                        Stream.of(languages.source(), languages.target()).toList(),
                        each -> each);
    }

    private static int score(int minScore) {
        if (minScore < Matches.THRESHOLD || minScore > EXACT) {
            throw RequestProblem.of(
                    "minScore", "minScore is " + Matches.THRESHOLD + " to " + EXACT);
        }
        return minScore;
    }
}
