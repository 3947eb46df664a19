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

    /// Words of a text beyond which only the same text is a match: comparing two of thousands of
    /// words takes seconds, and nobody reads what differs.
    private static final int LONGEST = 1_000;

    private static final Duration GOOD = Duration.ofMillis(100);
    private static final Duration TOLERABLE = Duration.ofMillis(500);

    private final Projects projects;
    private final Memories memories;
    private final MatchIndex index;
    private final Timer searches;

    Matches(Projects projects, Memories memories, MatchIndex index, MeterRegistry meters) {
        this.projects = projects;
        this.memories = memories;
        this.index = index;
        this.searches =
                Timer.builder("bargardan.matches.search")
                        .description("Searching the memories of a project for one text")
                        .serviceLevelObjectives(GOOD, TOLERABLE)
                        .register(meters);
    }

    /// What to look for, in either of the project's languages.
    ///
    /// @param lang that of the text; the matches have their source in it
    /// @param before the source before the text, for context matches; null if it is not known
    /// @param after likewise
    /// @param limit the most matches wanted
    /// @param minScore [#THRESHOLD] to 100
    public record Search(
            String text,
            String lang,
            @Nullable String before,
            @Nullable String after,
            int limit,
            int minScore) {

        public Search {
            if (minScore < THRESHOLD || minScore > EXACT) {
                throw new IllegalArgumentException("no match has a score of " + minScore);
            }
        }
    }

    /// The best matches for an entry, best first, without what its own rendering taught.
    public List<Match> find(ProjectId project, Entry entry, UserId actor) {
        var query =
                new Query(
                        entry.source().text(),
                        projects.get(project, actor).languages().source(),
                        false,
                        entry.beforeHash(),
                        entry.afterHash(),
                        entry.rendering().id());
        return find(project, query, THRESHOLD, MOST);
    }

    /// The best matches for a text without neighbours, best first.
    public List<Match> find(ProjectId project, String text, UserId actor) {
        var lang = projects.get(project, actor).languages().source();
        return find(project, new Search(text, lang, null, null, MOST, THRESHOLD), actor);
    }

    /// The best matches for what somebody looks for, best first. Neighbours count in the language
    /// that the project translates from only: no memory knows those of a target.
    ///
    /// @throws IllegalArgumentException if the language is none of the project's
    public List<Match> find(ProjectId project, Search search, UserId actor) {
        var languages = projects.get(project, actor).languages();
        boolean reversed = search.lang().equals(languages.target());
        if (!reversed && !search.lang().equals(languages.source())) {
            throw new IllegalArgumentException("no language of the project: " + search.lang());
        }
        var query =
                new Query(
                        search.text(),
                        search.lang(),
                        reversed,
                        hash(search.before(), search.lang()),
                        hash(search.after(), search.lang()),
                        null);
        return find(project, query, search.minScore(), search.limit());
    }

    private static @Nullable Long hash(@Nullable String neighbour, String lang) {
        return neighbour == null ? null : Long.valueOf(SearchFolding.keyHash(neighbour, lang));
    }

    private List<Match> find(ProjectId project, Query query, int minScore, int limit) {
        return searches.record(() -> search(project, query, minScore, limit));
    }

    private List<Match> search(ProjectId project, Query query, int minScore, int limit) {
        var tokens = SearchFolding.tokens(query.text(), query.lang());
        var found = new ArrayList<Match>();
        for (var memory : memories.searched(project)) {
            for (var unit : index.units(memory.id())) {
                if (unit.rendering() == null || !unit.rendering().equals(query.own())) {
                    match(query, tokens, unit, memory, minScore).ifPresent(found::add);
                }
            }
        }
        found.sort(
                Comparator.comparing(Match::context)
                        .reversed()
                        .thenComparing(Match::score, Comparator.reverseOrder())
                        .thenComparingInt(match -> match.memory().rank())
                        .thenComparing(Match::at, Comparator.reverseOrder()));
        return withoutRepetition(found, limit);
    }

    private static Optional<Match> match(
            Query query, List<String> tokens, Indexed unit, SearchedMemory memory, int minScore) {
        int score = score(query, tokens, unit, minScore);
        if (score < minScore) {
            return Optional.empty();
        }
        boolean context =
                score == EXACT
                        && !query.reversed()
                        && Objects.equals(unit.before(), query.before())
                        && Objects.equals(unit.after(), query.after())
                        && (query.before() != null || query.after() != null);
        return Optional.of(
                new Match(
                        unit.id(),
                        score,
                        context,
                        memory.kind(),
                        memory.name(),
                        query.reversed() ? unit.target() : unit.source(),
                        query.reversed() ? unit.source() : unit.target(),
                        unit.rendering(),
                        unit.by(),
                        unit.at()));
    }

    /// The index holds the words of sources only: programs ask the other way about, and seldom.
    private static int score(Query query, List<String> tokens, Indexed unit, int minScore) {
        var text = query.reversed() ? unit.target() : unit.source();
        var others = query.reversed() ? SearchFolding.tokens(text, query.lang()) : unit.tokens();
        if (Math.max(tokens.size(), others.size()) > LONGEST && !tokens.equals(others)) {
            return 0;
        }
        int words = Similarity.scoreAtLeast(minScore, tokens, others);
        return words < minScore ? words : Similarity.compare(words, query.text(), text).score();
    }

    /// One rendering teaches both memories once it is approved, and the same words come from many
    /// places: the first of them, which is the best, stands for all.
    private static List<Match> withoutRepetition(List<Match> sorted, int limit) {
        Set<Object> seen = new HashSet<>();
        var kept = new ArrayList<Match>();
        for (var match : sorted) {
            var rendering = match.rendering();
            boolean knownRendering = rendering != null && !seen.add(rendering);
            boolean knownWords = !seen.add(List.of(match.source(), match.target()));
            if (!knownRendering && !knownWords && kept.size() < limit) {
                kept.add(match);
            }
        }
        return kept;
    }

    /// What is looked for, with the hashes of its neighbours.
    ///
    /// @param reversed whether it is compared with targets
    private record Query(
            String text,
            String lang,
            boolean reversed,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable RenderingId own) {}
}
