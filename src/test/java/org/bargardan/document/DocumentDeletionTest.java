package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.StoredFiles;
import org.bargardan.memory.Match;
import org.bargardan.memory.Matches;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

@House
class DocumentDeletionTest {

    private static final String SOURCE = "The lamp in the window was out.";
    private static final String TARGET = "چراغ پنجره خاموش بود.";

    @Autowired private Collective collective;
    @Autowired private DocumentDeletion deletion;
    @Autowired private Documents documents;
    @Autowired private Renderings renderings;
    @Autowired private Segments segments;
    @Autowired private Comments comments;
    @Autowired private Projects projects;
    @Autowired private StoredFiles files;
    @Autowired private Matches matches;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId golnar;
    private UserId sara;
    private DocumentId document;
    private RenderingId rendering;

    @BeforeEach
    void aConfirmedDocument(Scenario scenario) {
        project = collective.project();
        golnar = collective.administrator();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        document = collective.document(project, SOURCE + "\nNobody came. " + System.nanoTime());
        rendering = collective.entries(document).getFirst().rendering().id();
        scenario.stimulate(() ->
                        renderings.confirm(
                                rendering, 1, TaggedText.plain(TARGET), Origin.TYPED, sara))
                .andWaitForStateChange(this::offered, targets -> !targets.isEmpty())
                .andVerify(targets -> assertThat(targets).containsExactly(TARGET));
        comments.say(rendering, "or: خاموش؟", sara);
    }

    @Test
    void theSegmentsOfADeletedDocumentStayAsTheyAre() {
        var segment = collective.entries(document).getFirst().segment();
        long version = segments.version(segment, sara);
        deletion.delete(document, golnar);
        assertThatThrownBy(() -> segments.split(segment, version, 8, sara))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> segments.join(segment, version, sara))
                .isInstanceOf(NotFoundException.class);
        deletion.undelete(document, golnar);
        assertThat(segments.version(segment, sara)).isEqualTo(version);
    }

    @Test
    void aDeletedDocumentIsThereForNobodyAndItsMemoryIsSilent() {
        deletion.delete(document, golnar);
        assertThat(documents.of(project, golnar)).isEmpty();
        assertThatThrownBy(() -> documents.get(document, sara))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> renderings.get(rendering, sara))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        renderings.confirm(
                                rendering, 2, TaggedText.plain("دیگر"), Origin.TYPED, sara))
                .isInstanceOf(NotFoundException.class);
        assertThat(offered()).isEmpty();
    }

    @Test
    void itComesBackAsItWasAndTeachesAgain() {
        var before = renderings.revisions(rendering, sara);
        deletion.delete(document, golnar);
        assertThat(deletion.deletedOf(project, golnar))
                .extracting(DocumentDeletion.Deleted::id)
                .containsExactly(document);
        deletion.undelete(document, golnar);
        assertThat(documents.of(project, sara)).extracting(Document::id).containsExactly(document);
        assertThat(renderings.revisions(rendering, sara)).isEqualTo(before);
        assertThat(comments.of(rendering, sara)).hasSize(1);
        assertThat(offered()).containsExactly(TARGET);
        assertThat(deletion.deletedOf(project, golnar)).isEmpty();
    }

    @Test
    void onlyManagersDeleteAndBringBack() {
        assertThatThrownBy(() -> deletion.delete(document, sara))
                .isInstanceOf(NotAllowedException.class);
        deletion.delete(document, golnar);
        assertThatThrownBy(() -> deletion.undelete(document, sara))
                .isInstanceOf(NotAllowedException.class);
        var stranger = collective.member(collective.project(), "omid", ProjectRole.MANAGER);
        assertThatThrownBy(() -> deletion.undelete(document, stranger))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void beforeThirtyDaysNothingIsPurged() {
        deletion.delete(document, golnar);
        deletedBefore(Projects.KEPT.minusHours(1));
        deletion.purge();
        deletion.undelete(document, golnar);
        assertThat(segments.entries(document, sara)).hasSize(2);
    }

    @Test
    void afterThirtyDaysTheDocumentGoesWithEverythingThatHangsOnIt() {
        var file = documents.original(document, golnar).file();
        segments.split(
                collective.entries(document).get(1).segment(),
                segments.version(collective.entries(document).get(1).segment(), golnar),
                7,
                golnar);
        renderings.keepDraft(rendering, 2, TaggedText.plain("شاید"), sara);
        documents.see(document, 1, sara);
        deletion.delete(document, golnar);
        deletedBefore(Projects.KEPT.plusHours(1));
        deletion.purge();

        assertThatThrownBy(() -> deletion.undelete(document, golnar))
                .isInstanceOf(NotFoundException.class);
        for (var table :
                List.of(
                        "document where id",
                        "document_paragraph where document_id",
                        "document_segment where document_id",
                        "document_rendering_set where document_id",
                        "document_change where document_id",
                        "document_seen where document_id",
                        "memory_learned where document_id",
                        "review_thread where document_id")) {
            assertThat(count(table, document.value())).as(table).isZero();
        }
        for (var table :
                List.of(
                        "document_rendering where id",
                        "document_revision where rendering_id",
                        "document_draft where rendering_id",
                        "memory_unit where rendering_id")) {
            assertThat(count(table, rendering.value())).as(table).isZero();
        }
        assertThat(files.read(file)).isEmpty();
    }

    @Test
    void aFileThatAnotherDocumentNeedsStays() {
        var other = collective.project();
        var bytes = files.read(documents.original(document, golnar).file());
        var text = new String(bytes, StandardCharsets.UTF_8);
        var twin = collective.document(other, text);
        deletion.delete(document, golnar);
        deletedBefore(Projects.KEPT.plusHours(1));
        deletion.purge();
        assertThat(files.read(documents.original(twin, golnar).file())).isEqualTo(bytes);
    }

    private List<String> offered() {
        return matches.find(project, SOURCE, golnar).stream().map(Match::target).toList();
    }

    private void deletedBefore(Duration before) {
        database.sql("update document set deleted_at = ? where id = ?")
                .params(OffsetDateTime.now().minus(before), document.value())
                .update();
    }

    private int count(String tableWhereColumn, Object id) {
        return database.sql("select count(*) from " + tableWhereColumn + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
