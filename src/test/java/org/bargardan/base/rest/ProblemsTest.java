package org.bargardan.base.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@House
class ProblemsTest {

    private static final String PROJECTS = "/api/v1/projects";

    @Autowired private Collective collective;
    @Autowired private Program program;

    private ProjectId project;
    private UserId sara;

    @BeforeEach
    void aTranslator() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
    }

    /// Every answer has all members of RFC 9457 that tell the kind of problem.
    private static void assertProblem(MvcTestResult answer, HttpStatus status, String detail) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"type\": \"about:blank\", \"status\": %d}".formatted(status.value()));
        assertThat(answer).bodyJson().extractingPath("$.title").asString().isNotBlank();
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(detail);
        assertThat(answer).bodyText().doesNotContain("Exception", "\\tat ", "org.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/projects/none | 400 | id is no id",
                "/api/v1/projects?limit=0 | 400 | limit is 1 to 200",
                "/api/v1/projects?limit=201 | 400 | limit is 1 to 200",
                "/api/v1/projects?limit=many | 400 | limit is no whole number",
                "/api/v1/projects?cursor=none | 400 | no such cursor",
                "/api/v1/nothing | 404 | does not exist",
                "/api/nothing | 404 | does not exist"
            })
    void whatIsAskedForWronglyIsAnsweredSo(String path, int status, String detail) {
        assertProblem(program.get(sara, path), HttpStatus.valueOf(status), detail);
    }

    @Test
    void aParameterThatIsNeededIsNamed() {
        var answer = program.get(sara, PROJECTS + "/{id}/matches", project.value());
        assertProblem(answer, HttpStatus.BAD_REQUEST, "text is needed");
        assertThat(answer).bodyJson().extractingPath("$.parameter").isEqualTo("text");
    }

    @Test
    void aWordThatNobodyKnowsIsAnsweredWithThoseThatAre() {
        var answer =
                program.get(sara, PROJECTS + "/{id}/memory.tmx?memory=secret", project.value());
        assertProblem(answer, HttpStatus.BAD_REQUEST, "memory is one of working, approved");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactly("working", "approved");
    }

    @Test
    void whatIsNotThereAndWhatIsClosedAreOneProblem() {
        var closed = collective.project();
        assertProblem(
                program.get(sara, PROJECTS + "/{id}", closed.value()),
                HttpStatus.NOT_FOUND,
                "does not exist");
        assertProblem(
                program.get(sara, PROJECTS + "/{id}", new UUID(0, 0)),
                HttpStatus.NOT_FOUND,
                "does not exist");
    }

    @Test
    void whatARoleDoesNotIncludeIsForbidden() {
        assertProblem(
                program.post(
                        sara,
                        "{\"roles\": [\"reader\"]}",
                        PROJECTS + "/{id}/members",
                        project.value()),
                HttpStatus.FORBIDDEN,
                "roles");
    }

    @Test
    void malformedJsonIsAnsweredWithItsPlace() {
        assertProblem(
                program.post(sara, "{\"name\": \n oops}", PROJECTS),
                HttpStatus.BAD_REQUEST,
                "malformed JSON at line 2");
        assertProblem(program.post(sara, "", PROJECTS), HttpStatus.BAD_REQUEST, "JSON is needed");
        assertProblem(
                program.post(sara, "{\"name\": {}}", PROJECTS),
                HttpStatus.BAD_REQUEST,
                "name is of the wrong kind");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertProblem(
                program.post(
                        sara,
                        new MockMultipartFile("file", "a.txt", "text/plain", "x".getBytes(UTF_8)),
                        PROJECTS),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "multipart");
        assertProblem(
                program.post(sara, "{}", PROJECTS + "/{id}/documents", project.value()),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "application/json");
    }

    @Test
    void anotherMethodIsRefused() {
        assertProblem(program.put(sara, "{}", PROJECTS), HttpStatus.METHOD_NOT_ALLOWED, "PUT");
    }

    @Test
    void aRequestWithoutEndIsStopped() {
        assertProblem(
                program.post(
                        sara,
                        "{\"name\": \"%s\"}".formatted("a".repeat(BodyLimit.MOST_BYTES)),
                        PROJECTS),
                HttpStatus.CONTENT_TOO_LARGE,
                "at most");
    }

    @Test
    void namesOfFilesLeaveInBothFormsOfTheStandard() {
        assertThat(FileAnswer.disposition("گلستان \"1\".txt"))
                .isEqualTo(
                        "attachment; filename=\"________1_.txt\"; filename*=UTF-8''"
                                + "%DA%AF%D9%84%D8%B3%D8%AA%D8%A7%D9%86%20%221%22.txt");
    }
}
