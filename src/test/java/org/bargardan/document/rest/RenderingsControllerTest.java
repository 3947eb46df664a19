package org.bargardan.document.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentId;
import org.bargardan.document.RenderingId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@House
class RenderingsControllerTest {

    private static final String PATH = "/api/v1/renderings/{id}";
    private static final String GREETING = "سلام بر شما، خانه‌ی من.";

    @Autowired private Collective collective;
    @Autowired private Program program;

    private UserId sara;
    private UserId omid;
    private UserId reader;
    private UserId stranger;
    private DocumentId document;
    private RenderingId first;

    @BeforeEach
    void aDocumentOfThreeSegments() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
        reader = collective.member(project, "reader", ProjectRole.READER);
        stranger = collective.member(collective.project(), "stranger", ProjectRole.TRANSLATOR);
        document = collective.document(project, "Peace be upon you.\nCome in.", "Sit down.");
        first = collective.entries(document).getFirst().rendering().id();
    }

    @Test
    void whatIsConfirmedIsReadAgainExactly() {
        var confirmed = put(sara, 1, GREETING, true);
        assertThat(confirmed).hasStatusOk();
        assertThat(confirmed)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"id": "%s", "version": 2, "text": "%s", "status": "translated"}
                        """
                                .formatted(first.value(), GREETING));
        assertThat(program.get(omid, PATH, first.value()))
                .bodyJson()
                .extractingPath("$.text")
                .isEqualTo(GREETING);
    }

    @Test
    void withoutConfirmItIsADraft() {
        assertThat(
                        program.put(
                                sara,
                                "{\"text\": \"%s\", \"version\": 1}".formatted(GREETING),
                                PATH,
                                first.value()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("draft");
    }

    @Test
    void aChangeFromAStaleVersionIsAnsweredWithBothTexts() {
        put(sara, 1, GREETING, true);
        var conflict = put(omid, 1, "درود بر شما.", true);
        assertThat(conflict).hasStatus(HttpStatus.CONFLICT);
        assertThat(conflict)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"status": 409, "sent": "درود بر شما.", "current": {"version": 2, "text": "%s"}}
                        """
                                .formatted(GREETING));
    }

    @Test
    void whatNoDatabaseHoldsIsRefusedNamingItsPlace() {
        assertThat(put(sara, 1, "سلام\\u0000", true))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .startsWith("U+0000 at 4 ");
        assertThat(put(sara, 1, "\\ud83d", true)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void whatTheRulesRefuseSaysWhy() {
        assertThat(put(reader, 1, GREETING, true))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.refusal")
                .isEqualTo("role");
    }

    @Test
    void aStrangerCannotTellWhatExistsFromWhatDoesNot() throws Exception {
        var closed = program.get(stranger, PATH, first.value());
        var missing = program.get(stranger, PATH, new UUID(0, 0));
        assertThat(closed).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(missing).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(closed).replace(first.value().toString(), "…"))
                .isEqualTo(body(missing).replace(new UUID(0, 0).toString(), "…"));
        assertThat(put(stranger, 1, GREETING, true)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(segments(stranger, "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void withoutCredentialsNothingIsAnsweredAndNothingAsked() {
        assertThat(program.paths().get().uri(PATH, first.value()))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .doesNotContainHeader(HttpHeaders.WWW_AUTHENTICATE);
        assertThat(
                        program.paths()
                                .get()
                                .uri(PATH, first.value())
                                .headers(all -> all.setBasicAuth("nobody", "nothing")))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .doesNotContainHeader(HttpHeaders.WWW_AUTHENTICATE);
    }

    @Test
    void malformedRequestsAreTheCallersFault() {
        assertThat(program.get(sara, PATH, "none")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(program.put(sara, "{\"version\": 1}", PATH, first.value()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(program.put(sara, "{", PATH, first.value())).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(segments(sara, "?limit=201")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(segments(sara, "?cursor=none")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void segmentsComeInPagesAndInOrder() throws Exception {
        var page = segments(sara, "?limit=2");
        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"segments": [
                          {"number": 1, "kind": "body", "source": "Peace be upon you.",
                           "rendering": {"id": "%s", "version": 1, "text": "", "status": "untranslated",
                           "returned": false}},
                          {"number": 2, "source": "Come in."}]}
                        """
                                .formatted(first.value()));
        var next = body(page).replaceFirst(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(segments(sara, "?limit=2&cursor=" + next))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"segments": [{"number": 3, "source": "Sit down."}], "next": null}
                        """);
    }

    private MvcTestResult put(UserId person, long version, String text, boolean confirm) {
        return program.put(
                person,
                "{\"text\": \"%s\", \"version\": %d, \"confirm\": %s}"
                        .formatted(text, version, confirm),
                PATH,
                first.value());
    }

    private MvcTestResult segments(UserId person, String query) {
        return program.get(person, "/api/v1/documents/{id}/segments" + query, document.value());
    }

    private static String body(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }
}
