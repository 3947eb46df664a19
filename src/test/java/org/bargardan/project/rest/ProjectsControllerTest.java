package org.bargardan.project.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@House
class ProjectsControllerTest {

    private static final String PATH = "/api/v1/projects";

    @Autowired private Collective collective;
    @Autowired private Program program;

    private UserId sara;

    @BeforeEach
    void somebody() {
        sara = collective.member(collective.project(), "sara", ProjectRole.TRANSLATOR);
    }

    @Test
    void aNewProjectIsAmongThoseOfWhoeverBeganItAndOfNobodyElse() {
        var omid = collective.member(collective.project(), "omid", ProjectRole.TRANSLATOR);
        assertThat(post("گلستان", "FA", "en"))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"گلستان\", \"source\": \"fa\", \"target\": \"en\"}");
        assertThat(program.get(sara, PATH)).bodyText().contains("گلستان");
        assertThat(program.get(omid, PATH)).bodyText().doesNotContain("گلستان");
    }

    @ParameterizedTest
    @CsvSource({"'',en,fa", "A name,en,en", "A name,en,''", "A name,e n,fa"})
    void whatIsNoProjectIsRefused(String name, String source, String target) {
        assertThat(post(name, source, target)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void projectsComeInPagesNewestFirst() throws Exception {
        post("One", "en", "fa");
        post("Two", "en", "fa");
        var first = json(program.get(sara, PATH + "?limit=2"));
        assertThat(first.at("/projects/0/name").asString()).isEqualTo("Two");
        assertThat(first.at("/projects/1/name").asString()).isEqualTo("One");
        var rest =
                json(program.get(sara, PATH + "?limit=2&cursor=" + first.get("next").asString()));
        assertThat(rest.get("projects").size()).isOne();
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void aManagerDecidesWhatTheProjectAllowsAndNobodyElse() throws Exception {
        var id = json(post("Mine", "en", "fa")).get("id").asString();
        var path = PATH + "/{id}/workflow";
        var decision = "{\"ownTextMayBeApproved\": true}";
        assertThat(program.put(sara, "{}", path, id)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(program.put(sara, decision, path, id))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(decision);
        var foreign = collective.project();
        assertThat(program.put(sara, decision, path, foreign.value()))
                .hasStatus(HttpStatus.NOT_FOUND);
        var reader = collective.member(foreign, "reader", ProjectRole.READER);
        assertThat(program.put(reader, decision, path, foreign.value()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private static JsonNode json(MvcTestResult answer) throws Exception {
        return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult post(String name, String source, String target) {
        return program.post(
                sara,
                "{\"name\": \"%s\", \"source\": \"%s\", \"target\": \"%s\"}"
                        .formatted(name, source, target),
                PATH);
    }
}
