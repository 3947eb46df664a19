package org.bargardan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.document.SaveResult.Conflict;
import org.bargardan.document.ShapeResult.Impossible;
import org.bargardan.document.ShapeResult.Shaped;
import org.bargardan.document.ShapeResult.Stale;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class SegmentShapingTest {

    private static final String[] TEXT = {
        "The press came by barge.\nIt was wet.\nNobody laughed.", "It worked."
    };
    private static final TaggedText BARGE = TaggedText.plain("ماشین با دوبه آمد.");
    private static final TaggedText WET = TaggedText.plain("خیس بود.");

    @Autowired private Collective collective;
    @Autowired private Segments segments;
    @Autowired private Renderings renderings;
    @Autowired private JdbcClient database;

    private UserId sara;
    private DocumentId document;

    @BeforeEach
    void aDocument() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        document = collective.document(project, TEXT);
    }

    @Test
    void theFirstPartOfASplitKeepsIdAndRenderingAndTheSecondSharesTheRendering() {
        var before = entries().getFirst();
        confirm(before, BARGE);
        assertThat(split(before.segment(), 14)).isInstanceOf(Shaped.class);
        var after = entries();
        assertThat(after).hasSize(4);
        assertThat(after.getFirst().segment()).isEqualTo(before.segment());
        assertThat(after.getFirst().source().text()).isEqualTo("The press came by barge.");
        assertThat(after.getFirst().rendering().text()).isEqualTo(BARGE);
        assertThat(sources(before.rendering().id())).containsExactly("The press came", "by barge.");
        assertTextAndLinksAreWhole();
    }

    @Test
    void aJoinKeepsBothTextsAndTheSecondRowPointsToTheFirst() {
        var before = entries();
        confirm(before.get(0), BARGE);
        confirm(before.get(1), WET);
        assertThat(join(before.getFirst().segment())).isInstanceOf(Shaped.class);
        var joined = entries().getFirst();
        assertThat(joined.source().text()).isEqualTo("The press came by barge. It was wet.");
        assertThat(joined.rendering().text()).isEqualTo(BARGE.append(" ").append(WET));
        assertThat(joined.rendering().status()).isEqualTo(Status.TRANSLATED);
        assertThat(
                        database.sql("select joined_into from document_segment where id = ?")
                                .param(before.get(1).segment().value())
                                .query(UUID.class)
                                .single())
                .isEqualTo(before.getFirst().segment().value());
        assertThat(renderings.revisions(before.get(1).rendering().id(), sara)).hasSize(1);
        assertTextAndLinksAreWhole();
    }

    @Test
    void joiningAConfirmedWithAnUntranslatedOneLeavesADraft() {
        var before = entries();
        confirm(before.get(1), WET);
        join(before.getFirst().segment());
        assertThat(entries().getFirst().rendering().status()).isEqualTo(Status.DRAFT);
        assertThat(entries().getFirst().rendering().text()).isEqualTo(WET);
    }

    @Test
    void aSegmentIsNotJoinedAcrossParagraphsNorSplitAtItsEnds() {
        var all = entries();
        assertThat(join(all.get(2).segment())).isEqualTo(new Impossible());
        assertThat(split(all.getFirst().segment(), 0)).isEqualTo(new Impossible());
        assertThat(split(all.getFirst().segment(), 24)).isEqualTo(new Impossible());
    }

    @Test
    void whoeverShapesAStaleVersionIsTold() {
        var segment = entries().getFirst().segment();
        split(segment, 14);
        assertThat(segments.split(segment, 1, 3, sara)).isEqualTo(new Stale());
        assertThat(segments.join(segment, 1, sara)).isEqualTo(new Stale());
    }

    @Test
    void wordsBegunOnTheOldCutConflict() {
        var entry = entries().getFirst();
        split(entry.segment(), 14);
        assertThat(
                        renderings.confirm(
                                entry.rendering().id(),
                                entry.rendering().version(),
                                BARGE,
                                Origin.TYPED,
                                sara))
                .isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noWalkThroughSplitsJoinsAndConfirmationsLosesAWordOrALink(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            var live = liveSegments();
            var segment = live.get(random.nextInt(live.size()));
            switch (random.nextInt(3)) {
                case 0 -> split(segment, 1 + random.nextInt(20));
                case 1 -> join(segment);
                default -> {
                    var all = entries();
                    confirm(all.get(random.nextInt(all.size())), TaggedText.plain("گام " + step));
                }
            }
            assertTextAndLinksAreWhole();
        }
    }

    @Test
    void aHundredSplitsInOnePlaceFindRoom() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        document = collective.document(project, "x".repeat(120) + "\nend.");
        var segment = entries().getFirst().segment();
        for (int length = 119; length > 19; length--) {
            assertThat(split(segment, length)).isInstanceOf(Shaped.class);
        }
        assertThat(liveSegments()).hasSize(102);
    }

    /// Invariants 1 to 4 of the model, for this document.
    private void assertTextAndLinksAreWhole() {
        var text =
                segments.paragraphs(document, sara).stream()
                        .map(paragraph -> paragraph.separatorBefore() + paragraph.source())
                        .collect(Collectors.joining());
        assertThat(text + segments.textAfter(document, sara))
                .isEqualTo(String.join("\n\n", TEXT).replaceAll("(?<!\n)\n(?!\n)", " ") + "\n");
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from document_segment s
                                        where s.document_id = ? and s.joined_into is null
                                        and 1 <> (select count(*) from document_rendering_segment l
                                                  join document_rendering_set r on r.id = l.set_id
                                                  where l.segment_id = s.id and r.kind = 'working')
                                        """)
                                .param(document.value())
                                .query(Long.class)
                                .single())
                .isZero();
        var covered = entries().stream().map(entry -> entry.rendering().id()).toList();
        assertThat(covered).as("covered segments are neighbours").doesNotHaveDuplicates();
        for (var entry : entries()) {
            var revisions = renderings.revisions(entry.rendering().id(), sara);
            assertThat(entry.rendering().revisionN()).isEqualTo(revisions.size());
            if (!revisions.isEmpty()) {
                assertThat(entry.rendering().text()).isEqualTo(revisions.getLast().text());
                assertThat(entry.rendering().status()).isEqualTo(revisions.getLast().status());
            }
        }
    }

    private List<Entry> entries() {
        return segments.entries(document, sara);
    }

    private List<SegmentId> liveSegments() {
        return database
                .sql(
                        """
                        select s.id from document_segment s
                        join document_paragraph p on p.id = s.paragraph_id
                        where s.document_id = ? and s.joined_into is null
                        order by p.position, s.position
                        """)
                .param(document.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(SegmentId::new)
                .toList();
    }

    private List<String> sources(RenderingId rendering) {
        return database.sql(
                        """
                        select s.source from document_segment s
                        join document_rendering_segment l on l.segment_id = s.id
                        where l.rendering_id = ? and s.joined_into is null order by s.position
                        """)
                .param(rendering.value())
                .query(String.class)
                .list();
    }

    private ShapeResult split(SegmentId segment, int at) {
        return segments.split(segment, segments.version(segment, sara), at, sara);
    }

    private ShapeResult join(SegmentId segment) {
        return segments.join(segment, segments.version(segment, sara), sara);
    }

    private void confirm(Entry entry, TaggedText text) {
        assertThat(
                        renderings.confirm(
                                entry.rendering().id(),
                                entry.rendering().version(),
                                text,
                                Origin.TYPED,
                                sara))
                .isInstanceOf(SaveResult.Saved.class);
    }
}
