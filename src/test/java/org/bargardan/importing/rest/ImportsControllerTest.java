package org.bargardan.importing.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@House
class ImportsControllerTest {

    private static final String TWO_PARAGRAPHS = "The lamps were lit. Nobody came.\n\nWe left.\n";

    /// Long enough to be told from other bytes, and in a charset of a single byte a letter.
    private static final byte[] IN_WINDOWS_1256 =
            "سلام بر شما. اين يک متن کوتاه است. فردا به خانه مي رويم و نامه مي نويسيم.\n"
                    .replace('ی', 'ي')
                    .getBytes(Charset.forName("windows-1256"));

    @Autowired private Collective collective;
    @Autowired private Program program;

    private ProjectId project;
    private UserId sara;

    @BeforeEach
    void aTranslator() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
    }

    @Test
    void aFileBecomesADocument() {
        assertThat(post(sara, TWO_PARAGRAPHS.getBytes(UTF_8), ""))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isLenientlyEqualTo("{\"paragraphs\": 2, \"segments\": 3}");
    }

    @Test
    void whatIsNoTextIsRefusedByKind() {
        assertThat(post(sara, "%PDF-1.7\n".getBytes(UTF_8), ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.kind")
                .isEqualTo("pdf_broken");
    }

    @Test
    void theReasonIsAPlainSentenceWithItsPlace() {
        assertThat(post(sara, "It was night.\nIt \uFFFF was.".getBytes(UTF_8), ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"line": 2, "column": 4, "kind": "not_storable",
                         "detail": "It holds U+FFFF, a character that no database or XML can hold."}
                        """);
    }

    @Test
    void bytesOfAnUnsureEncodingAreAskedAboutAndThenTaken() {
        var asked = post(sara, IN_WINDOWS_1256, "");
        assertThat(asked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(asked).bodyJson().extractingPath("$.kind").isEqualTo("charset_unsure");
        assertThat(asked)
                .bodyJson()
                .extractingPath("$.readings[*].charset")
                .asArray()
                .contains("windows-1256");
        assertThat(post(sara, IN_WINDOWS_1256, "?charset=windows-1256"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(post(sara, IN_WINDOWS_1256, "?charset=no-such"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void onlyThoseWhoMayAddDocumentsDo() {
        var reader = collective.member(project, "reader", ProjectRole.READER);
        var stranger = collective.member(collective.project(), "s", ProjectRole.TRANSLATOR);
        var file = TWO_PARAGRAPHS.getBytes(UTF_8);
        assertThat(post(reader, file, "")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(stranger, file, "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult post(UserId person, byte[] bytes, String query) {
        return program.post(
                person,
                new MockMultipartFile("file", "متن.txt", "text/plain", bytes),
                "/api/v1/projects/{id}/documents" + query,
                project.value());
    }
}
