package org.bargardan.document.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Rendering;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@House
class SegmentsControllerTest {

    private static final String RENDERING = "/api/v1/renderings/{id}";

    @Autowired private Collective collective;
    @Autowired private Program program;

    private ProjectId project;
    private UserId sara;
    private UserId mina;
    private DocumentId document;
    private List<Rendering> renderings;

    /// Segments 1 to 5: translated, draft, untranslated, returned, approved.
    @BeforeEach
    void aDocumentWithOneSegmentOfEachKind() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        mina = collective.member(project, "mina", ProjectRole.REVIEWER);
        document = collective.document(project, "One.\nTwo.\nThree.", "Four.\nFive.");
        renderings = collective.entries(document).stream().map(entry -> entry.rendering()).toList();
        put(1, true);
        put(2, false);
        put(4, true);
        put(5, true);
        assertThat(move(4, mina, "\"action\": \"return\", \"reason\": {\"kind\": \"style\"}"))
                .hasStatusOk();
        assertThat(move(5, mina, "\"action\": \"approve\"")).hasStatusOk();
    }

    @Test
    void aPageHoldsOnlyTheStatusesAskedFor() throws Exception {
        assertThat(numbers("?status=untranslated")).containsExactly(3);
        assertThat(numbers("?status=draft")).containsExactly(2, 4);
        assertThat(numbers("?status=returned")).containsExactly(4);
        assertThat(numbers("?status=translated,approved")).containsExactly(1, 5);
        assertThat(numbers("?status=untranslated&status=returned")).containsExactly(3, 4);
        assertThat(numbers("?status=reviewed")).isEmpty();
        assertThat(numbers("")).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void pagesOfSomeStatusesMissNothingAndRepeatNothing() throws Exception {
        assertThat(numbers("?status=draft,translated,approved&limit=1"))
                .containsExactly(1, 2, 4, 5);
        assertThat(numbers("?status=draft,translated,approved&limit=3"))
                .containsExactly(1, 2, 4, 5);
    }

    @Test
    void aCursorKeepsItsPlaceWhenItsSegmentHasMovedOn() throws Exception {
        var page = json(segments("?status=draft&limit=1"));
        assertThat(page.at("/segments/0/number").asInt()).isEqualTo(2);
        put(2, true);
        var rest = json(segments("?status=draft&limit=1&cursor=" + page.get("next").asString()));
        assertThat(rest.at("/segments/0/number").asInt()).isEqualTo(4);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void anUnknownStatusIsAnsweredWithThoseThatExist() {
        assertThat(segments("?status=done"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo(
                        "status is one of untranslated, draft, translated, reviewed, approved, returned");
    }

    @Test
    void aDocumentSaysHowFarItIs() {
        assertThat(program.get(sara, "/api/v1/documents/{id}", document.value()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"id": "%s", "project": "%s", "source": "en", "target": "fa", "renderings":
                        {"untranslated": 1, "draft": 2, "translated": 1, "reviewed": 0, "approved": 1}}
                        """
                                .formatted(document.value(), project.value()));
        var stranger = collective.member(collective.project(), "s", ProjectRole.READER);
        assertThat(program.get(stranger, "/api/v1/documents/{id}", document.value()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aProjectsDocumentsComeInPages() throws Exception {
        var other = collective.document(project, "Another.");
        var path = "/api/v1/projects/{id}/documents?limit=1";
        var first = json(program.get(sara, path, project.value()));
        assertThat(first.at("/documents/0/id").asString()).isEqualTo(document.value().toString());
        var second =
                json(
                        program.get(
                                sara,
                                path + "&cursor=" + first.get("next").asString(),
                                project.value()));
        assertThat(second.at("/documents/0/id").asString()).isEqualTo(other.value().toString());
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void historyTellsWhoDidWhatAndWhy() throws Exception {
        var page = json(program.get(sara, RENDERING + "/revisions?limit=1", id(4)));
        assertThat(page.at("/revisions/0/status").asString()).isEqualTo("translated");
        assertThat(page.at("/revisions/0/by").asString()).startsWith("sara ");
        var rest =
                json(
                        program.get(
                                sara,
                                RENDERING + "/revisions?cursor=" + page.get("next").asString(),
                                id(4)));
        assertThat(rest.get("revisions").size()).isOne();
        assertThat(rest.at("/revisions/0/revision").asLong()).isEqualTo(2);
        assertThat(rest.at("/revisions/0/returned").asBoolean()).isTrue();
        assertThat(rest.at("/revisions/0/reason/kind").asString()).isEqualTo("style");
        assertThat(rest.at("/revisions/0/by").asString()).startsWith("mina ");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void whoApprovesMayCorrectAndWhoComesLateGetsBothTexts() throws Exception {
        assertThat(move(1, mina, "\"action\": \"approve\", \"text\": \"متن 1!\""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"text\": \"متن 1!\", \"status\": \"approved\"}");
        assertThat(
                        program.post(
                                mina,
                                "{\"action\": \"approve\", \"version\": 1, \"text\": \"متن 1؟\"}",
                                RENDERING + "/status",
                                id(1)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"sent\": \"متن 1؟\", \"current\": {\"text\": \"متن 1!\"}}");
        assertThat(move(1, mina, "\"action\": \"reopen\""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"text\": \"متن 1!\", \"status\": \"draft\"}");
    }

    @Test
    void aMoveThatCannotBeIsNamed() {
        assertThat(move(1, mina, "\"action\": \"reject\"")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(move(1, mina, "\"action\": \"return\""))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo("reason.kind");
        assertThat(
                        move(
                                1,
                                mina,
                                "\"action\": \"return\", \"reason\": {\"kind\": \"style\", \"words\": \"%s\"}"
                                        .formatted("x".repeat(4001))))
                .hasStatus(HttpStatus.BAD_REQUEST);
        var reader = collective.member(project, "reader", ProjectRole.READER);
        assertThat(move(1, reader, "\"action\": \"approve\""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.refusal")
                .isEqualTo("role");
    }

    @Test
    void moreWordsThanARenderingHoldsAreRefused() {
        assertThat(
                        program.put(
                                sara,
                                "{\"text\": \"%s\", \"version\": 1}".formatted("a".repeat(200_001)),
                                RENDERING,
                                id(3)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.refusal")
                .isEqualTo("too-long");
    }

    private void put(int number, boolean confirm) {
        assertThat(
                        program.put(
                                sara,
                                "{\"text\": \"متن %d\", \"version\": %d, \"confirm\": %s}"
                                        .formatted(number, version(number), confirm),
                                RENDERING,
                                id(number)))
                .hasStatusOk();
    }

    private MvcTestResult move(int number, UserId person, String what) {
        return program.post(
                person,
                "{%s, \"version\": %d}".formatted(what, version(number)),
                RENDERING + "/status",
                id(number));
    }

    private long version(int number) {
        return collective.entries(document).get(number - 1).rendering().version();
    }

    private UUID id(int number) {
        return renderings.get(number - 1).id().value();
    }

    private MvcTestResult segments(String query) {
        return program.get(sara, "/api/v1/documents/{id}/segments" + query, document.value());
    }

    private List<Integer> numbers(String query) throws Exception {
        var numbers = new ArrayList<Integer>();
        var cursor = "";
        while (cursor != null) {
            var page = json(segments(query + cursor));
            page.get("segments").forEach(segment -> numbers.add(segment.get("number").asInt()));
            var next = page.get("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }
        return numbers;
    }

    private static JsonNode json(MvcTestResult answer) throws Exception {
        return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
    }
}
