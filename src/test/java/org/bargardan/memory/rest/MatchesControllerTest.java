package org.bargardan.memory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.document.Origin;
import org.bargardan.document.Renderings;
import org.bargardan.memory.Memories;
import org.bargardan.memory.MemoryKind;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@House
class MatchesControllerTest {

    private static final String[] SOURCES = {
        "The lamps were lit.", "Nobody slept that night.", "Nobody slept that long night."
    };
    private static final String[] TARGETS = {
        "چراغ‌ها روشن شد.", "آن شب کسی نخوابید.", "آن شب دراز کسی نخوابید."
    };

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Renderings renderings;
    @Autowired private Memories memories;
    @Autowired private Users users;

    private ProjectId project;
    private UserId sara;

    @BeforeEach
    void aMemoryOfThreeUnits(Scenario scenario) {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        var entries = collective.entries(collective.document(project, String.join("\n", SOURCES)));
        for (int i = 0; i < TARGETS.length; i++) {
            renderings.confirm(
                    entries.get(i).rendering().id(),
                    1,
                    TaggedText.plain(TARGETS[i]),
                    Origin.TYPED,
                    sara);
        }
        scenario.stimulate(() -> {})
                .andWaitForStateChange(
                        () -> memories.size(memories.of(project, MemoryKind.WORKING)),
                        size -> size == TARGETS.length)
                .andVerify(size -> assertThat(size).isEqualTo(TARGETS.length));
    }

    @Test
    void matchesComeBestFirstWithAllThatJudgesThem() throws Exception {
        var found = matches("text", SOURCES[1]);
        assertThat(found.size()).isEqualTo(2);
        assertThat(found.at("/0/score").asInt()).isEqualTo(100);
        assertThat(found.at("/0/kind").asString()).isEqualTo("exact");
        assertThat(found.at("/0/source").asString()).isEqualTo(SOURCES[1]);
        assertThat(found.at("/0/target").asString()).isEqualTo(TARGETS[1]);
        assertThat(found.at("/0/memory").asString()).isEqualTo("working");
        assertThat(found.at("/0/by").asString()).isEqualTo(users.get(sara).penName());
        assertThat(found.at("/0/at").asString()).endsWith("Z");
        assertThat(found.at("/1/kind").asString()).isEqualTo("fuzzy");
        assertThat(found.at("/1/score").asInt()).isBetween(50, 99);
    }

    @Test
    void limitAndLeastScoreCutTheList() throws Exception {
        assertThat(matches("text", SOURCES[1], "limit", "1").size()).isOne();
        assertThat(matches("text", SOURCES[1], "minScore", "100").size()).isOne();
        assertThat(matches("text", "Something else altogether.").size()).isZero();
    }

    @Test
    void theSameNeighboursMakeAnExactMatchOneInContext() throws Exception {
        var found = matches("text", SOURCES[1], "before", SOURCES[0], "after", SOURCES[2]);
        assertThat(found.at("/0/kind").asString()).isEqualTo("context");
        var elsewhere = matches("text", SOURCES[1], "before", SOURCES[2], "after", SOURCES[0]);
        assertThat(elsewhere.at("/0/kind").asString()).isEqualTo("exact");
    }

    @Test
    void aTextInTheTargetLanguageFindsItsSource() throws Exception {
        var found = matches("text", TARGETS[1], "lang", "fa");
        assertThat(found.at("/0/score").asInt()).isEqualTo(100);
        assertThat(found.at("/0/source").asString()).isEqualTo(TARGETS[1]);
        assertThat(found.at("/0/target").asString()).isEqualTo(SOURCES[1]);
        assertThat(found.at("/1/kind").asString()).isEqualTo("fuzzy");
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        assertThat(ask("text", "x", "lang", "de"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactly("en", "fa");
        assertThat(ask("text", "x", "minScore", "49"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo("minScore");
        assertThat(ask("text", " ")).hasStatus(HttpStatus.BAD_REQUEST);
        var stranger = collective.member(collective.project(), "s", ProjectRole.TRANSLATOR);
        assertThat(program.get(stranger, "/api/v1/projects/{id}/matches?text=x", project.value()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private JsonNode matches(String... query) throws Exception {
        var answer = ask(query);
        assertThat(answer).hasStatusOk();
        return new JsonMapper()
                .readTree(answer.getResponse().getContentAsByteArray())
                .get("matches");
    }

    private MvcTestResult ask(String... query) {
        var path = new StringBuilder("/api/v1/projects/{id}/matches");
        var values = new Object[1 + query.length / 2];
        values[0] = project.value();
        for (int i = 0; i < query.length; i += 2) {
            path.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append("={")
                    .append(query[i])
                    .append('}');
            values[1 + i / 2] = query[i + 1];
        }
        return program.get(sara, path.toString(), values);
    }
}
