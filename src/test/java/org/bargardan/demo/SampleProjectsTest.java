package org.bargardan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.document.Document;
import org.bargardan.document.Documents;
import org.bargardan.document.Entry;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.Progress;
import org.bargardan.document.Segments;
import org.bargardan.document.Status;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@House
class SampleProjectsTest {

    @Autowired private Collective collective;
    @Autowired private SampleProjects sample;
    @Autowired private Projects projects;
    @Autowired private Documents documents;
    @Autowired private Segments segments;
    @Autowired private Comments comments;

    private UserId curious;
    private List<Document> essays;

    @BeforeEach
    void somebodyAsksForTheSample() {
        curious = collective.member(collective.project(), "curious", ProjectRole.READER);
        var before = projects.of(curious);
        sample.add(curious);
        essays =
                projects.of(curious).stream()
                        .filter(project -> !before.contains(project))
                        .map(Project::id)
                        .flatMap(id -> documents.of(id, curious).stream())
                        .toList();
    }

    @Test
    void everyLineOfTheTranslationsFindsItsSegment() throws IOException {
        assertThat(essays).hasSize(2);
        for (var essay : essays) {
            var pair = essay.languages().source() + "-" + essay.languages().target();
            Progress progress = documents.progress(essay.id(), curious);
            assertThat(progress.total() - progress.of(Status.UNTRANSLATED))
                    .isEqualTo(lines("essay." + pair + ".tsv"));
            assertThat(progress.of(Status.APPROVED)).isPositive();
            assertThat(progress.of(Status.DRAFT)).isPositive();
            var renderings = entries(essay).stream().map(entry -> entry.rendering().id()).toList();
            assertThat(
                            comments.counts(renderings, curious).values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                    .isEqualTo(lines("essay." + pair + ".comments.tsv"));
        }
    }

    @Test
    void theEssaysHaveHeadingsAPoemAListFootnotesAndSomethingReturned() {
        for (var essay : essays) {
            var kinds = entries(essay).stream().map(Entry::kind).toList();
            assertThat(kinds)
                    .contains(
                            ParagraphKind.HEADING,
                            ParagraphKind.BODY,
                            ParagraphKind.VERSE,
                            ParagraphKind.LIST,
                            ParagraphKind.FOOTNOTE);
            assertThat(entries(essay)).anyMatch(entry -> entry.rendering().returned());
        }
    }

    private List<Entry> entries(Document essay) {
        return segments.entries(essay.id(), curious);
    }

    private static int lines(String name) throws IOException {
        try (var in = SampleProjectsTest.class.getResourceAsStream("/demo/" + name)) {
            var text =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return (int) text.lines().count();
        }
    }
}
