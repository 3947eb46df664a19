package org.bargardan.memory.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@House
class MemoryControllerTest {

    private static final String ADDRESS = "/api/v1/projects/{id}/memory";
    private static final String FILE =
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>It was night.</seg></tuv><tuv xml:lang="fa"><seg>شب بود.</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>a &b; c</seg></tuv><tuv xml:lang="fa"><seg>ب</seg></tuv></tu>
            </body></tmx>
            """;

    @Autowired private Collective collective;
    @Autowired private Program program;

    private ProjectId project;
    private UserId manager;

    @BeforeEach
    void aManager() {
        project = collective.project();
        manager = collective.member(project, "mahin", ProjectRole.MANAGER);
    }

    @Test
    void aFileBecomesAMemoryAndWhatIsWrongWithItIsAnswered() {
        assertThat(post(manager, "../night.tmx", FILE, "en"))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"file": "night.tmx", "read": 2, "kept": 1, "doubled": 0, "otherLanguages": 0,
                         "leftOut": 1, "moreProblems": 0, "problems": [
                          {"line": 3, "column": 31, "kind": "unknown_entity", "arguments": ["b"],
                           "detail": "The unit uses an abbreviation, “b”, that is never expanded; it was left out."}]}
                        """);
    }

    @Test
    void theReasonIsInTheLanguageOfTheRequest() {
        assertThat(post(manager, "night.tmx", FILE, "fa-IR,en;q=0.5"))
                .bodyJson()
                .extractingPath("$.problems[0].detail")
                .isEqualTo(
                        "واحد کوته‌نوشت «b» را به کار برده است که هرگز باز نمی‌شود؛ کنار گذاشته شد.");
    }

    @Test
    void aFileOfNoUseIsRefusedWithItsReason() {
        var answer = post(manager, "night.tmx", "It was night.", "en");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"status": 422, "kind": "not_tmx", "detail": "It is no TMX file.",
                         "report": {"memory": null, "read": 0, "kept": 0}}
                        """);
    }

    @Test
    void onlyManagersBringMemoriesIn() {
        var translator = collective.member(project, "t", ProjectRole.TRANSLATOR);
        var stranger = collective.member(collective.project(), "s", ProjectRole.MANAGER);
        assertThat(post(translator, "a.tmx", FILE, "en")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(stranger, "a.tmx", FILE, "en")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(
                        program.paths()
                                .post()
                                .multipart()
                                .file(new MockMultipartFile("file", FILE.getBytes(UTF_8)))
                                .uri(ADDRESS, project.value())
                                .exchange())
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private MvcTestResult post(UserId person, String name, String file, String language) {
        return program.paths()
                .post()
                .multipart()
                .file(new MockMultipartFile("file", name, "application/xml", file.getBytes(UTF_8)))
                .uri(ADDRESS, project.value())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .with(program.signedIn(person))
                .exchange();
    }
}
