package org.bargardan.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.Job;
import org.bargardan.base.JobId;
import org.bargardan.base.JobState;
import org.bargardan.base.Jobs;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.Segments;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.importing.ImportJobs.Asked;
import org.bargardan.importing.RepairChoices.Typed;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.repair.RepairStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@House
class ImportJobsTest {

    private static final String BRIDGE =
            "پل كهنه\n\nاو مي گفت پل هاي شهر را مي شناسد. كسي باور نمي كرد.\n\nشب بود.\n";

    @Autowired private Collective collective;
    @Autowired private Imports imports;
    @Autowired private ImportJobs importJobs;
    @Autowired private Jobs jobs;
    @Autowired private Documents documents;
    @Autowired private Segments segments;
    @Autowired private Projects projects;

    private UserId golnar;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        golnar = collective.administrator();
        project = projects.create("Bridges", new LanguagePair("fa", "en"), golnar);
    }

    @Test
    void aJobImportsWhatThePersonDecided() {
        var read = read();
        int night = BRIDGE.indexOf("شب");
        var choices =
                new RepairChoices(
                        Set.of("arabic-letters"),
                        Set.of(),
                        List.of(),
                        List.of(new Typed(night, night + 2, "روز")),
                        RepairStyle.DEFAULT);
        var repaired = RepairedFile.of(read, choices);
        var marks =
                List.of(
                        new ParagraphMark(
                                repaired.paragraphStarts()[2], ParagraphKind.QUOTE, 0, true));
        var ended = ended(begin(repaired, marks));
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        var document = DocumentId.find(ended.report()).orElseThrow();
        assertThat(segments.paragraphs(document, golnar))
                .extracting(paragraph -> paragraph.source())
                .satisfies(sources -> {
                    assertThat(sources.getFirst()).isEqualTo("پل كهنه");
                    assertThat(sources.getLast()).isEqualTo("روز بود.");
                });
        assertThat(segments.paragraphs(document, golnar).get(2).kind())
                .isEqualTo(ParagraphKind.QUOTE);
        assertThat(importJobs.underWay(project, golnar)).isEmpty();
    }

    @Test
    void whatIsStoredTwiceUnderOneIdIsOneDocument() {
        var repaired = RepairedFile.of(read(), RepairChoices.DEFAULT);
        var id = new DocumentId(TimeOrderedIds.next());
        imports.storeOnce(id, project, repaired, List.of(), golnar);
        imports.storeOnce(id, project, repaired, List.of(), golnar);
        assertThat(documents.of(project, golnar)).hasSize(1);
    }

    @Test
    void aReaderBeginsNoImport() {
        var sara = collective.member(project, "sara", ProjectRole.READER);
        assertThatThrownBy(() ->
                        importJobs.begin(
                                project,
                                RepairedFile.of(read(), RepairChoices.DEFAULT),
                                List.of(),
                                sara))
                .isInstanceOf(NotAllowedException.class);
        assertThat(documents.of(project, golnar)).isEmpty();
    }

    private JobId begin(RepairedFile repaired, List<ParagraphMark> marks) {
        var asked = importJobs.begin(project, repaired, marks, golnar);
        assertThat(asked).isInstanceOf(Asked.Begun.class);
        return ((Asked.Begun) asked).job();
    }

    private Job ended(JobId id) {
        return await().until(() -> jobs.get(id, golnar), job -> job.endedAt() != null);
    }

    private ReadFile read() {
        var outcome =
                imports.read(
                        project,
                        "bridge.txt",
                        BRIDGE.getBytes(UTF_8),
                        FileFormats.PLAIN_TEXT,
                        "",
                        Progress.NONE,
                        golnar);
        return ((ReadOutcome.Read) outcome).file();
    }
}
