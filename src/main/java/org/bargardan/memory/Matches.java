package org.bargardan.memory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bargardan.account.UserId;
import org.bargardan.document.Entry;
import org.bargardan.document.RenderingId;
import org.bargardan.memory.MatchIndex.Indexed;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.text.SearchFolding;
import org.bargardan.text.Similarity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What the memories of a project offer for a segment.
///
/// The score is that of [Similarity]: words of the match key, by edit distance; 100 only where
/// nothing differs, 99 where only the spelling does. Every unit is compared, so none above the
/// threshold is missed.
@Service
public class Matches {

    /// Below this score a match is more work to read than to do without.
    public static final int THRESHOLD = 50;

    private static final int EXACT = 100;
    private static final int MOST = 8;
    private static final Duration GOOD = Duration.ofMillis(100);
    private static final Duration TOLERABLE = Duration.ofMillis(500);

    private final Projects projects;
    private final Membership membership;
    private final Memories memories;
    private final MatchIndex index;
    private final Timer searches;

    Matches(
            Projects projects,
            Membership membership,
            Memories memories,
            MatchIndex index,
            MeterRegistry meters) {
        this.projects = projects;
        this.membership = membership;
        this.memories = memories;
        this.index = index;
        this.searches =
                Timer.builder("bargardan.matches.search")
                        .description("Searching the memories of a project for one text")
                        .serviceLevelObjectives(GOOD, TOLERABLE)
                        .register(meters);
    }

    /// The best matches for an entry, best first, without what its own rendering taught.
    public List<Match> find(ProjectId project, Entry entry, UserId actor) {
        return find(
                project,
                new Query(
                        entry.source().text(),
                        entry.beforeHash(),
                        entry.afterHash(),
                        entry.rendering().id()),
                actor);
    }

    /// The best matches for a text without neighbours, best first.
    public List<Match> find(ProjectId project, String text, UserId actor) {
        return find(project, new Query(text, null, null, null), actor);
    }

    private List<Match> find(ProjectId project, Query query, UserId actor) {
        membership.requireMember(project, actor);
        return searches.record(() -> search(project, query));
    }

    private List<Match> search(ProjectId project, Query query) {
        var lang = projects.get(project).languages().source();
        var tokens = SearchFolding.tokens(query.text(), lang);
        var found = new ArrayList<Match>();
        for (var kind : new MemoryKind[] {MemoryKind.APPROVED, MemoryKind.WORKING}) {
            for (var unit : index.units(memories.of(project, kind))) {
                if (unit.rendering() == null || !unit.rendering().equals(query.own())) {
                    match(query, tokens, unit, kind).ifPresent(found::add);
                }
            }
        }
        found.sort(
                Comparator.comparing(Match::context)
                        .reversed()
                        .thenComparing(Match::score, Comparator.reverseOrder())
                        .thenComparing(Match::memory, Comparator.reverseOrder())
                        .thenComparing(Match::at, Comparator.reverseOrder()));
        return withoutRepetition(found);
    }

    private static Optional<Match> match(
            Query query, List<String> tokens, Indexed unit, MemoryKind kind) {
        int score = score(query, tokens, unit);
        if (score < THRESHOLD) {
            return Optional.empty();
        }
        boolean context =
                score == EXACT
                        && Objects.equals(unit.before(), query.before())
                        && Objects.equals(unit.after(), query.after())
                        && (query.before() != null || query.after() != null);
        return Optional.of(
                new Match(
                        unit.id(),
                        score,
                        context,
                        kind,
                        unit.source(),
                        unit.target(),
                        unit.rendering(),
                        unit.by(),
                        unit.at()));
    }

    private static int score(Query query, List<String> tokens, Indexed unit) {
        int words = Similarity.scoreAtLeast(THRESHOLD, tokens, unit.tokens());
        return words < THRESHOLD
                ? words
                : Similarity.compare(words, query.text(), unit.source()).score();
    }

    /// One rendering teaches both memories once it is approved, and the same words come from many
    /// places: the first of them, which is the best, stands for all.
    private static List<Match> withoutRepetition(List<Match> sorted) {
        Set<Object> seen = new HashSet<>();
        var kept = new ArrayList<Match>();
        for (var match : sorted) {
            var rendering = match.rendering();
            boolean knownRendering = rendering != null && !seen.add(rendering);
            boolean knownWords = !seen.add(List.of(match.source(), match.target()));
            if (!knownRendering && !knownWords && kept.size() < MOST) {
                kept.add(match);
            }
        }
        return kept;
    }

    /// What is looked for, with the hashes of its neighbours.
    private record Query(
            String text, @Nullable Long before, @Nullable Long after, @Nullable RenderingId own) {}
}
