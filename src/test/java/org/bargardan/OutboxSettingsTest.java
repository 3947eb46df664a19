package org.bargardan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentChanged;
import org.bargardan.document.DocumentCreated;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.Rendering;
import org.bargardan.document.RenderingApproved;
import org.bargardan.document.RenderingConfirmed;
import org.bargardan.document.RenderingReopened;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.document.SegmentReshaped;
import org.bargardan.document.Segments;
import org.bargardan.document.ShapeResult.Shaped;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What waits in the outbox. It is looked at before the commit, when nobody has taken it yet.
@House
class OutboxSettingsTest {

    private static final String SOURCE = "Peace be upon you.";
    private static final String WORDS = "سلام بر شما.";
    private static final String REASON = "Not a greeting.";
    private static final int MOST = 4000;

    @Autowired private Collective collective;
    @Autowired private Renderings renderings;
    @Autowired private Segments segments;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId sara;
    private UserId mina;

    @BeforeEach
    void aProject() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
    }

    @Test
    void onlyWhatMustHappenWaitsInTheOutbox() {
        assertThat(everyChange())
                .extracting(row -> row.get("event_type"))
                .contains(
                        RenderingConfirmed.class.getName(),
                        RenderingApproved.class.getName(),
                        RenderingReopened.class.getName(),
                        SegmentReshaped.class.getName())
                .doesNotContain(DocumentChanged.class.getName(), DocumentCreated.class.getName());
    }

    @Test
    void waitingEventsHoldIdsAndNumbersAndNoWords() {
        assertThat(everyChange())
                .isNotEmpty()
                .allSatisfy(row -> {
                    var event = (String) row.get("serialized_event");
                    assertThat(event).hasSizeLessThan(MOST).doesNotContain(SOURCE, WORDS, REASON);
                    assertIdsAndNumbers(JsonMapper.builder().build().readTree(event));
                });
    }

    /// The name of a class or method would orphan what waits when somebody renames it.
    @Test
    void listenersAreKnownByNamesThatOutliveTheirClasses() {
        assertThat(everyChange())
                .extracting(row -> (String) row.get("listener_id"))
                .allMatch(id -> id.matches("[a-z]+\\.[a-z-]+"));
    }

    @Test
    void whatWasHeardLeavesTheOutbox(Scenario scenario) {
        var document = collective.document(project, SOURCE);
        var id = collective.entries(document).getFirst().rendering().id();
        scenario.stimulate(() ->
                        renderings.confirm(id, 1, TaggedText.plain(WORDS), Origin.TYPED, sara))
                .andWaitForStateChange(() -> waiting(document), List::isEmpty)
                .andVerify(waiting -> assertThat(waiting).isEmpty());
    }

    /// A document from its import to its end, with the rows that wait just before the commit.
    private List<Map<String, Object>> everyChange() {
        return transaction.execute(status -> {
            var document = collective.document(project, SOURCE + "\nCome in.");
            var entry = collective.entries(document).getFirst();
            var id = entry.rendering().id();
            var words = TaggedText.plain(WORDS);
            saved(renderings.save(id, 1, TaggedText.plain("سلام"), Origin.TYPED, sara));
            saved(renderings.confirm(id, 2, words, Origin.TYPED, sara));
            saved(renderings.approve(id, 3, words, mina));
            saved(renderings.giveBack(id, 4, new Reason(Reason.Kind.MEANING, REASON), mina));
            long version = segments.version(entry.segment(), sara);
            assertThat(segments.split(entry.segment(), version, 5, sara))
                    .isInstanceOf(Shaped.class);
            assertThat(segments.join(entry.segment(), version + 1, sara))
                    .isInstanceOf(Shaped.class);
            return waiting(document);
        });
    }

    private List<Map<String, Object>> waiting(DocumentId document) {
        return database.sql("select * from event_publication where serialized_event like ?")
                .param("%" + document.value() + "%")
                .query()
                .listOfRows();
    }

    private static void assertIdsAndNumbers(JsonNode node) {
        if (node.isContainer()) {
            assertThat(node.size()).isPositive();
            node.forEach(OutboxSettingsTest::assertIdsAndNumbers);
        } else if (node.isString()) {
            assertThat(UUID.fromString(node.stringValue())).hasToString(node.stringValue());
        } else {
            assertThat(node.isIntegralNumber()).as(node.toString()).isTrue();
        }
    }

    private static Rendering saved(SaveResult result) {
        assertThat(result).isInstanceOf(Saved.class);
        return ((Saved) result).rendering();
    }
}
