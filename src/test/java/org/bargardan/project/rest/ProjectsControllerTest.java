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

    private MvcTestResult post(String name, String source, String target) {
        return program.post(
                sara,
                "{\"name\": \"%s\", \"source\": \"%s\", \"target\": \"%s\"}"
                        .formatted(name, source, target),
                PATH);
    }
}
