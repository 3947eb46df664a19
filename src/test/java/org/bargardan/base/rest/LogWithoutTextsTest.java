package org.bargardan.base.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.project.ProjectRole;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Whatever fails, the log holds neither what people wrote nor their passwords.
@House
@ExtendWith(OutputCaptureExtension.class)
class LogWithoutTextsTest {

    private static final String WORDS = "رازِ این کتاب";
    private static final String WRONG_PASSWORD = "the password of another place";

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Problems problems;
    @Autowired private DSLContext database;

    private MockMvcTester failing;
    private UserId sara;
    private Object rendering;

    @BeforeEach
    void aDocument() {
        failing =
                MockMvcTester.create(
                        MockMvcBuilders.standaloneSetup(new FailingSaves(database))
                                .setControllerAdvice(problems)
                                .build());
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        var document = collective.document(project, "Sit down.");
        rendering = collective.entries(document).getFirst().rendering().id().value();
    }

    @Test
    void whatTheDatabaseRefusesIsLoggedByItsNumberAndWithoutItsWords(CapturedOutput log) {
        for (var path : new String[] {"/unfit", "/incomplete", "/written-out"}) {
            assertThat(
                            failing.put()
                                    .uri(path)
                                    .contentType(MediaType.TEXT_PLAIN)
                                    .content(WORDS.getBytes(StandardCharsets.UTF_8)))
                    .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        assertThat(log.getAll())
                .contains("Failure E-", "state 22", "state 23502", "FailingSaves")
                .doesNotContain(WORDS);
    }

    @Test
    void refusedAndMalformedRequestsLeaveNoWords(CapturedOutput log) {
        var path = "/api/v1/renderings/{id}";
        var sent = "{\"text\": \"%s\", \"version\": %s}";
        assertThat(program.put(sara, sent.formatted(WORDS, 7), path, rendering))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(program.put(sara, sent.formatted(WORDS + "\\u0000", 1), path, rendering))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(program.put(sara, sent.formatted(WORDS, WORDS), path, rendering))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(program.put(sara, sent.formatted(1, "\"" + WORDS + "\""), path, rendering))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(
                        program.paths()
                                .get()
                                .uri(path, rendering)
                                .headers(all -> all.setBasicAuth("sara", WRONG_PASSWORD)))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(log.getAll()).doesNotContain(WORDS, WRONG_PASSWORD);
    }

    /// Saves into the real tables what they cannot hold.
    @RestController
    private static class FailingSaves {

        private final DSLContext database;

        FailingSaves(DSLContext database) {
            this.database = database;
        }

        @PutMapping("/unfit")
        void unfit(@RequestBody String words) {
            database.resultQuery("select cast(? as integer)", words).fetch();
        }

        @PutMapping("/incomplete")
        void incomplete(@RequestBody String words) {
            database.insertInto(DSL.table("project"))
                    .columns(DSL.field("name", String.class))
                    .values(words)
                    .execute();
        }

        @PutMapping("/written-out")
        void writtenOut(@RequestBody String words) {
            database.insertInto(DSL.table("project"))
                    .columns(DSL.field("nowhere"))
                    .values(DSL.inline(words))
                    .execute();
        }
    }
}
