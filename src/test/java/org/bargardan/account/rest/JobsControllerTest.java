package org.bargardan.account.rest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.Rehearsal;
import org.bargardan.account.UserId;
import org.bargardan.base.JobId;
import org.bargardan.base.JobOutcome;
import org.bargardan.base.JobState;
import org.bargardan.base.Jobs;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

@House
class JobsControllerTest {

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private Jobs jobs;
    @Autowired private Rehearsal rehearsal;

    private UserId sara;
    private UserId omid;

    @BeforeEach
    void saraAndOmid() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
    }

    @Test
    void aProgramSeesWhatAJobLeft() {
        var input = "left " + UUID.randomUUID();
        rehearsal.learn(
                input,
                job -> {
                    job.progress(7, 7);
                    return new JobOutcome.Done("segments=7");
                });
        var id = jobs.start(Rehearsal.KIND, input, sara);
        await().until(() -> jobs.get(id, sara).state() == JobState.DONE);
        assertThat(program.get(sara, "/api/v1/jobs/{id}", id.value()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"kind": "rehearsal", "state": "done", "done": 7, "total": 7,
                        "cancelWanted": false, "report": "segments=7"}
                        """);
        assertThat(program.get(sara, "/api/v1/jobs"))
                .hasStatusOk()
                .bodyText()
                .contains(id.value().toString());
        assertThat(program.get(omid, "/api/v1/jobs"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(id.value().toString());
    }

    @Test
    void aProgramCancelsAJob() {
        var id = endless();
        assertThat(program.post(sara, "", "/api/v1/jobs/{id}/cancel", id.value()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.cancelWanted")
                .isEqualTo(true);
        await().until(() -> jobs.get(id, sara).state() == JobState.CANCELLED);
    }

    @Test
    void othersAreToldThatItDoesNotExist() {
        var id = endless();
        assertThat(program.get(omid, "/api/v1/jobs/{id}", id.value()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(program.post(omid, "", "/api/v1/jobs/{id}/cancel", id.value()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(jobs.get(id, sara).cancelWanted()).isFalse();
        jobs.cancel(id, sara);
    }

    private JobId endless() {
        var input = "endless " + UUID.randomUUID();
        rehearsal.learn(
                input,
                job ->
                        job.interruptibly(() -> {
                            new CountDownLatch(1).await(60, SECONDS);
                            return new JobOutcome.Done("");
                        }));
        return jobs.start(Rehearsal.KIND, input, sara);
    }
}
