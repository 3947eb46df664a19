package org.bargardan.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bargardan.base.Actor;
import org.bargardan.base.Job;
import org.bargardan.base.JobId;
import org.bargardan.base.JobProgress;
import org.bargardan.base.Jobs;
import org.bargardan.base.NotFoundException;
import org.jspecify.annotations.Nullable;

/// A job as whoever asked for it watches it: how much is done, a way to cancel it, and how it
/// ended.
///
/// It is told when the job has moved, and reads it then. A screen that is opened again shows the
/// job from [Jobs#underWay]; what the job left is for the screen to say (`whenEnded`).
public final class JobProgressBar extends Div {

    private final transient Jobs jobs;
    private final transient JobId id;
    private final transient Actor actor;
    private final String label;
    private final ProgressBar bar = new ProgressBar();
    private final Span count = Parts.span("quiet", "");
    private final Span state = new Span();
    private final Button cancel;
    private final AtomicBoolean told = new AtomicBoolean();
    private transient @Nullable WhenEnded whenEnded;

    /// Null while the component is on no page.
    private transient @Nullable Runnable following;

    /// What a screen does once a job has ended, on the thread of the screen.
    @FunctionalInterface
    public interface WhenEnded {
        void show(Job job);
    }

    /// @param label what the job does, in the language of the screen
    public JobProgressBar(Jobs jobs, JobId id, Actor actor, String label) {
        this.jobs = jobs;
        this.id = id;
        this.actor = actor;
        this.label = label;
        addClassName("job");
        cancel = Parts.quiet(getTranslation("job.cancel"), this::askForTheEnd);
        cancel.setAriaLabel(getTranslation("job.cancel.named", label));
        bar.getElement().setAttribute("aria-label", label);
        // Only what is said in words: a count that is read out twice a second helps nobody.
        state.getElement().setAttribute("role", "status");
        add(
                Parts.div("line", Parts.isolated(label), Parts.grow(), count, cancel),
                bar,
                Parts.div("line", state));
    }

    /// Called once: at the end, or as soon as the component is on a page if that was before.
    public JobProgressBar whenEnded(WhenEnded action) {
        whenEnded = action;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        try {
            var look = event.getUI().accessLater(this::look, () -> {});
            following =
                    jobs.follow(
                            id,
                            () -> {
                                // One look is enough for all that was told before it.
                                if (told.compareAndSet(false, true)) {
                                    look.run();
                                }
                            },
                            actor);
            look();
        } catch (NotFoundException e) {
            // It ended so long ago that the house has forgotten it.
            setVisible(false);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        stopFollowing();
    }

    private void stopFollowing() {
        if (following != null) {
            following.run();
            following = null;
        }
    }

    private void askForTheEnd() {
        jobs.cancel(id, actor);
        look();
    }

    private void look() {
        told.set(false);
        if (isAttached()) {
            show(jobs.get(id, actor));
        }
    }

    private void show(Job job) {
        boolean ended = job.state().hasEnded();
        showProgress(job);
        bar.setVisible(!ended);
        cancel.setVisible(!ended && !job.cancelWanted());
        state.setText(words(job));
        if (ended) {
            stopFollowing();
            var action = whenEnded;
            whenEnded = null;
            if (action != null) {
                action.show(job);
            }
        }
    }

    /// A count says nothing of a job that has not begun, or whose runner counts nothing.
    private void showProgress(Job job) {
        var progress = job.progress();
        bar.setIndeterminate(!progress.hasTotal());
        if (progress.hasTotal()) {
            bar.setValue(Math.min(1, (double) progress.done() / progress.total()));
        }
        count.setText(counted(progress));
    }

    private String counted(JobProgress progress) {
        if (progress.hasTotal()) {
            return getTranslation("job.count", shown(progress.done()), shown(progress.total()));
        }
        return progress.done() == 0 ? "" : shown(progress.done());
    }

    private String words(Job job) {
        return switch (job.state()) {
            case WAITING -> getTranslation("job.waiting");
            case RUNNING ->
                    getTranslation(job.cancelWanted() ? "job.being-cancelled" : "job.running");
            case DONE -> getTranslation("job.done");
            case CANCELLED -> getTranslation("job.cancelled");
            case FAILED -> failure(job);
        };
    }

    private String failure(Job job) {
        if (Job.INTERRUPTED.equals(job.report())) {
            return getTranslation("job.interrupted");
        }
        return job.failureNumber()
                .map(number -> getTranslation("job.failed.unexpectedly", number))
                .orElseGet(() -> getTranslation("job.failed"));
    }

    private String shown(long number) {
        return Shown.number(number, getLocale());
    }
}
