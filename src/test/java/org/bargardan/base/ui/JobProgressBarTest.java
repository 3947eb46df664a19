package org.bargardan.base.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.bargardan.OnScreen;
import org.bargardan.Rehearsal;
import org.bargardan.base.Job;
import org.bargardan.base.JobId;
import org.bargardan.base.JobOutcome.Done;
import org.bargardan.base.JobOutcome.Failed;
import org.bargardan.base.JobState;
import org.bargardan.base.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JobProgressBarTest extends OnScreen {

    private static final String LABEL = "Bringing in “The Lamps”";

    @Autowired private Jobs jobs;
    @Autowired private Rehearsal rehearsal;

    private final List<Job> ended = new ArrayList<>();
    private final Semaphore steps = new Semaphore(0);

    @AfterEach
    void nothingRunsOn() {
        jobs.underWay(Rehearsal.KIND, sara).forEach(job -> jobs.cancel(job.id(), sara));
    }

    @Test
    void itShowsHowMuchIsDoneWhileTheJobMoves() {
        var bar = show(stepwise(1200));
        steps.release(300);
        awaitText(bar, "300 of 1,200");
        assertThat(text(bar)).contains(LABEL, "Under way");
        assertThat(find(ProgressBar.class).single().getValue()).isEqualTo(0.25);
        steps.release(900);
        awaitText(bar, "Done.");
        assertThat(ended).extracting(Job::report).containsExactly("1200");
        assertThat(find(Button.class).withText("Cancel").exists()).isFalse();
    }

    @Test
    void itCountsInTheFiguresOfTheLanguage() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("fa"));
        var bar = show(stepwise(1200));
        steps.release(300);
        awaitText(bar, "۳۰۰ از ۱٬۲۰۰");
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void theButtonCancelsTheJob() {
        var bar = show(stepwise(10));
        steps.release(1);
        awaitText(bar, "1 of 10");
        test(find(Button.class).withText("Cancel").single()).click();
        awaitText(bar, "Cancelled.");
        assertThat(ended).extracting(Job::state).containsExactly(JobState.CANCELLED);
    }

    @Test
    void theButtonNamesWhatItCancels() {
        show(stepwise(10));
        assertThat(find(Button.class).withText("Cancel").single().getAriaLabel())
                .contains("Cancel: " + LABEL);
    }

    @Test
    void onlyTheStateIsReadOut() {
        var bar = show(stepwise(10));
        steps.release(1);
        awaitText(bar, "1 of 10");
        var live =
                bar.getElement()
                        .getChildren()
                        .flatMap(line -> line.getChildren())
                        .filter(part -> "status".equals(part.getAttribute("role")))
                        .toList();
        assertThat(live)
                .singleElement()
                .satisfies(state -> assertThat(state.getText()).startsWith("Under way"));
    }

    @Test
    void aFailureThatNobodyExpectedHasANumber() {
        var bar =
                show(
                        job(run -> {
                            throw new IllegalStateException("a word of the book");
                        }));
        awaitText(bar, "Tell your administrator the number E-");
        assertThat(text(bar)).doesNotContain("a word of the book");
    }

    @Test
    void aFailureThatItsRunnerExpectedIsForTheScreenToExplain() {
        var bar = show(job(run -> new Failed("damaged")));
        awaitText(bar, "It failed.");
        assertThat(ended).extracting(Job::report).containsExactly("damaged");
    }

    @Test
    void whoeverOpensThePageAgainSeesTheJobGoOn() {
        var id = stepwise(10);
        show(id);
        UI.getCurrent().removeAll();
        steps.release(4);
        await().until(() -> jobs.get(id, sara).progress().done() == 4);
        var again = jobs.underWay(Rehearsal.KIND, sara).getFirst();
        var bar = show(again.id());
        assertThat(text(bar)).contains("4 of 10");
        steps.release(6);
        awaitText(bar, "Done.");
        assertThat(ended).hasSize(1);
    }

    private JobProgressBar show(JobId id) {
        var bar = new JobProgressBar(jobs, id, sara, LABEL).whenEnded(ended::add);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(bar);
        return bar;
    }

    /// One step for each that the test allows.
    private JobId stepwise(int total) {
        return job(run -> {
            for (int done = 1; done <= total; done++) {
                run.interruptibly(() -> steps.tryAcquire(60, SECONDS));
                run.progress(done, total);
            }
            return new Done(Integer.toString(total));
        });
    }

    private JobId job(Rehearsal.Part part) {
        var input = "shown " + UUID.randomUUID();
        var begun = new CountDownLatch(1);
        rehearsal.learn(
                input,
                run -> {
                    begun.countDown();
                    return part.play(run);
                });
        var id = jobs.start(Rehearsal.KIND, input, sara);
        await().until(() -> begun.getCount() == 0);
        return id;
    }

    private static void awaitText(JobProgressBar bar, String expected) {
        await().pollInSameThread()
                .untilAsserted(() -> {
                    var session = VaadinSession.getCurrent();
                    session.getService().runPendingAccessTasks(session);
                    assertThat(text(bar)).contains(expected);
                });
    }
}
