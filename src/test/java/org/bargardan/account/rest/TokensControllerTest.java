package org.bargardan.account.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@House
class TokensControllerTest {

    private static final String PATH = "/api/v1/tokens";
    private static final String PROJECTS = "/api/v1/projects";
    private static final String WRITING = "{\"name\": \"a script\", \"scope\": \"write\"}";
    private static final String PROJECT =
            "{\"name\": \"A project\", \"source\": \"en\", \"target\": \"fa\"}";

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Users users;

    private UserId sara;

    @BeforeEach
    void somebody() {
        sara = collective.member(collective.project(), "sara", ProjectRole.TRANSLATOR);
    }

    @Test
    void loginAndPasswordGiveATokenThatWorksUntilItIsRevoked() throws Exception {
        var made = ask(WRITING, Collective.PASSWORD);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        var secret = field(made, "token");
        assertThat(send(secret, PROJECTS, PROJECT)).hasStatus(HttpStatus.CREATED);
        assertThat(read(secret, PATH)).hasStatusOk().bodyText().doesNotContain(secret);

        var revoked =
                program.paths()
                        .delete()
                        .uri(PATH + "/" + field(made, "id"))
                        .header("Authorization", "Bearer " + secret)
                        .exchange();
        assertThat(revoked).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(read(secret, PROJECTS)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aTokenForReadingOnlyReads() throws Exception {
        var secret = field(ask("{\"name\": \"a reader\"}", Collective.PASSWORD), "token");
        assertThat(read(secret, PROJECTS)).hasStatusOk();
        assertThat(send(secret, PROJECTS, PROJECT))
                .hasStatus(HttpStatus.FORBIDDEN)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aTokenMakesNoOther() throws Exception {
        var secret = field(ask(WRITING, Collective.PASSWORD), "token");
        assertThat(send(secret, PATH, WRITING)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aTokenMakesNoOtherHoweverThePathIsWritten() throws Exception {
        var secret = field(ask(WRITING, Collective.PASSWORD), "token");
        for (var path : List.of("/api/v1/%74okens", "/%61pi/v1/tokens", "/api/v1/token%73")) {
            var answer =
                    program.paths()
                            .post()
                            .uri(URI.create(path))
                            .header("Authorization", "Bearer " + secret)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(WRITING)
                            .exchange();
            assertThat(answer).as(path).hasStatus(HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void aPasswordOpensNothingButTheTokens() {
        var answer =
                program.paths()
                        .get()
                        .uri(PROJECTS)
                        .with(httpBasic(users.loginOf(sara), Collective.PASSWORD))
                        .exchange();
        assertThat(answer)
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void guessingPasswordsHereIsSlowedDownToo() {
        for (int i = 0; i < 20; i++) {
            ask(WRITING, "guess number " + i);
        }
        assertThat(ask(WRITING, Collective.PASSWORD))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader("Retry-After");
    }

    @Test
    void whatIsNoTokenRequestIsRefusedSayingWhy() {
        assertThat(ask("{\"name\": \"\"}", Collective.PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(ask("{\"name\": \"x\", \"scope\": \"all\"}", Collective.PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("read or write");
        assertThat(ask("{\"name\": \"x\", \"days\": 4000}", Collective.PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MvcTestResult ask(String json, String password) {
        return program.paths()
                .post()
                .uri(PATH)
                .with(httpBasic(users.loginOf(sara), password))
                .with(request -> {
                    request.setRemoteAddr("address of " + sara.value());
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult read(String secret, String path) {
        return program.paths()
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + secret)
                .exchange();
    }

    private MvcTestResult send(String secret, String path, String json) {
        return program.paths()
                .post()
                .uri(path)
                .header("Authorization", "Bearer " + secret)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String field(MvcTestResult answer, String name)
            throws UnsupportedEncodingException {
        return new JsonMapper()
                .readTree(answer.getResponse().getContentAsString())
                .get(name)
                .asString();
    }
}
