package org.bargardan.archive.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Origin;
import org.bargardan.document.Renderings;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.Imports;
import org.bargardan.memory.Memories;
import org.bargardan.memory.MemoryKind;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@House
class ExportsControllerTest {

    private static final String SOURCE = "It was night.\r\n\r\nNobody slept.\r\n";
    private static final String PATH = "/api/v1/documents/{id}/export";

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Imports imports;
    @Autowired private Renderings renderings;
    @Autowired private Memories memories;
    @Autowired private Users users;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId sara;
    private DocumentId document;

    @BeforeEach
    void aDocumentHalfTranslated() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        document =
                ((Imported)
                                imports.importText(
                                        project, "شب.txt", SOURCE.getBytes(UTF_8), UTF_8, sara))
                        .document();
        var first = collective.entries(document).getFirst().rendering();
        renderings.confirm(first.id(), 1, TaggedText.plain("شب بود."), Origin.TYPED, sara);
    }

    @Test
    void theTranslationIsTextAndNamesNobody() throws Exception {
        var answer = export("?names=pen-names");
        assertThat(answer).hasStatusOk().hasHeader("Bargardan-Form", "own");
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.getResponse().getContentAsString(UTF_8))
                .isEqualTo(SOURCE.replace("It was night.", "شب بود."));
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains("filename=\"__.fa.txt\"", "filename*=UTF-8''%D8%B4%D8%A8.fa.txt");
    }

    @Test
    void theSourceIsTheFileAsItCame() throws Exception {
        assertThat(export("?format=source").getResponse().getContentAsByteArray())
                .isEqualTo(SOURCE.getBytes(UTF_8));
    }

    @Test
    void whatTheDocumentTaughtIsTmxWithNamesOnlyWhenAskedFor(Scenario scenario) throws Exception {
        learned(scenario);
        var name = users.get(sara).penName();
        assertThat(export("?format=tmx").getResponse().getContentAsString(UTF_8))
                .contains("<seg>شب بود.</seg>")
                .doesNotContain(name, users.loginOf(sara));
        assertThat(export("?format=tmx&names=pen-names").getResponse().getContentAsString(UTF_8))
                .contains(name)
                .doesNotContain(users.loginOf(sara));
    }

    @Test
    void theProjectsMemoryIsTmxToo(Scenario scenario) throws Exception {
        learned(scenario);
        var answer = program.get(sara, "/api/v1/projects/{id}/memory.tmx", project.value());
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/xml")
                .hasHeader("Bargardan-Left-Out", "0");
        assertThat(answer.getResponse().getContentAsString(UTF_8))
                .contains("<seg>شب بود.</seg>")
                .doesNotContain(users.get(sara).penName());
        assertThat(
                        program.get(
                                        sara,
                                        "/api/v1/projects/{id}/memory.tmx?memory=approved",
                                        project.value())
                                .getResponse()
                                .getContentAsString(UTF_8))
                .doesNotContain("<seg>");
    }

    @Test
    void everyWayInAndOutIsInTheAuditLog() {
        export("");
        export("?format=source");
        export("?format=tmx&memory=approved&names=credit-names");
        program.get(sara, "/api/v1/projects/{id}/memory.tmx", project.value());
        assertThat(audited("document:" + document.value()))
                .containsExactly(
                        "imported plain-text segments=2",
                        "exported txt",
                        "exported source",
                        "exported tmx approved names=credit-names");
        assertThat(audited("project:" + project.value()))
                .containsExactly("exported tmx working names=without");
    }

    @Test
    void whatMayNotBeReadIsNotHandedOut() {
        var stranger = collective.member(collective.project(), "s", ProjectRole.MANAGER);
        for (var format : List.of("txt", "source", "tmx")) {
            assertThat(program.get(stranger, PATH + "?format=" + format, document.value()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(export("?format=docx")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(export("?format=tmx&names=all")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult export(String query) {
        return program.get(sara, PATH + query, document.value());
    }

    private void learned(Scenario scenario) {
        scenario.stimulate(() -> {})
                .andWaitForStateChange(
                        () -> memories.size(memories.of(project, MemoryKind.WORKING)),
                        size -> size == 1)
                .andVerify(size -> assertThat(size).isOne());
    }

    private List<String> audited(String subject) {
        return database.sql(
                        "select action, detail from account_audit_entry where subject = ? order by id")
                .param(subject)
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
