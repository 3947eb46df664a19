package org.bargardan.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bargardan.base.RunningJob.Wish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The jobs that this process runs: takes them up in turn, stores how far they are, holds their
/// leases, ends them.
///
/// - **Turn**: whoever had none run, or longest ago, comes first; of one person one job runs at a
///   time, so a hundred files of one keep nobody else waiting for more than one job each.
/// - **Beat**: one thread stores twice a second what has moved, so that no runner waits for it and
///   none of its transactions holds the row.
/// - **End**: a server that stops asks its jobs to end and gives them back; one that dies leaves
///   them to whoever sees their lease run out.
@Component
class JobsAtWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobsAtWork.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final long BEAT_MILLIS = 500;

    /// How often waiting jobs are looked for that nobody told of: those whose lease ran out, and
    /// those of other processes.
    private static final long LOOK_SECONDS = 10;

    private static final Duration RENEWAL = JobRows.LEASE.dividedBy(3);

    /// Within what containers and systemd give a server that stops.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JobRows rows;
    private final ObjectProvider<JobRunner> beans;
    private final JobFollowers followers;
    private final ReadOnlyMode readOnly;
    private final Clock clock;
    private final int atOnce;
    private final String node = UUID.randomUUID().toString();
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("jobs").factory());
    private final Map<JobId, Run> running = new ConcurrentHashMap<>();
    private final Map<Optional<UUID>, Long> lastTurns = new HashMap<>();
    private long turn;
    private volatile boolean begun;
    private volatile boolean stopping;

    /// @param atOnce the most jobs that run at the same moment
    JobsAtWork(
            JobRows rows,
            ObjectProvider<JobRunner> beans,
            JobFollowers followers,
            ReadOnlyMode readOnly,
            Clock clock,
            @Value("${bargardan.jobs.at-once}") int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("bargardan.jobs.at-once=" + atOnce);
        }
        this.rows = rows;
        this.beans = beans;
        this.followers = followers;
        this.readOnly = readOnly;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /// A job on its thread, and what was last stored of it.
    private static final class Run {

        private final RunningJob job;
        private final Thread thread;
        private JobProgress stored = JobProgress.NONE;
        private Instant renewed;

        Run(RunningJob job, Thread thread, Instant renewed) {
            this.job = job;
            this.thread = thread;
            this.renewed = renewed;
        }
    }

    /// Last of all who wait for this moment: by then it is known whether the site is read-only.
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        begun = true;
        var _ =
                beats.scheduleWithFixedDelay(
                        guarded(this::beat), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        var _ =
                beats.scheduleWithFixedDelay(
                        guarded(this::look), 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /// A round that failed, say without a database, is followed by the next.
    private static Runnable guarded(Runnable round) {
        return () -> {
            try {
                round.run();
            } catch (RuntimeException e) {
                LOG.error("jobs could not be looked after; trying on", e);
            }
        };
    }

    boolean knows(String kind) {
        return runners().containsKey(kind);
    }

    /// Asked for each time, as the runners' own beans may need the jobs.
    private Map<String, JobRunner> runners() {
        var all = new LinkedHashMap<String, JobRunner>();
        for (var runner : beans) {
            if (all.put(runner.kind(), runner) != null) {
                throw new IllegalStateException("two runners for jobs of kind " + runner.kind());
            }
        }
        return all;
    }

    /// Something waits, and need not wait for the next look.
    void wake() {
        if (begun) {
            soon(this::look);
        }
    }

    /// Ends a running job of this process; behind every look, so that none is missed that was just
    /// taken up.
    void cancel(JobId id) {
        soon(() -> wishCancel(id));
    }

    private synchronized void wishCancel(JobId id) {
        var run = running.get(id);
        if (run != null) {
            run.job.wish(Wish.CANCEL);
        }
        followers.moved(id);
    }

    private void soon(Runnable work) {
        try {
            beats.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("the server stops", e);
        }
    }

    /// Takes up as many jobs as there is room for.
    synchronized void look() {
        var runners = runners();
        if (stopping || runners.isEmpty()) {
            return;
        }
        // What this process still runs is its own, though it slept over a lease.
        beat();
        var resumable =
                runners.values().stream()
                        .filter(JobRunner::isResumable)
                        .map(JobRunner::kind)
                        .toList();
        rows.takeFromTheDead(runners.keySet(), resumable).forEach(followers::moved);
        while (running.size() < atOnce && !readOnly.isOn()) {
            var next = next(runners);
            if (next.isEmpty()) {
                return;
            }
            begin(next.get(), runners);
        }
    }

    private Optional<JobRows.Claimed> next(Map<String, JobRunner> runners) {
        return rows.waiting(runners.keySet()).stream()
                .sorted(
                        Comparator.comparingLong(this::lastTurn)
                                .thenComparing(JobRows.Waiting::since))
                .flatMap(waiting -> rows.claim(waiting.person(), runners.keySet(), node).stream())
                .findFirst();
    }

    private long lastTurn(JobRows.Waiting waiting) {
        return lastTurns.getOrDefault(Optional.ofNullable(waiting.person()), 0L);
    }

    private void begin(JobRows.Claimed claimed, Map<String, JobRunner> runners) {
        var runner = runners.get(claimed.kind());
        if (runner == null) {
            throw new IllegalStateException("no runner for jobs of kind " + claimed.kind());
        }
        lastTurns.put(Optional.ofNullable(claimed.by()), ++turn);
        var job = new RunningJob(claimed);
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("job-" + claimed.kind())
                        .unstarted(() -> run(job, runner));
        running.put(job.id(), new Run(job, thread, clock.instant()));
        thread.start();
        followers.moved(job.id());
    }

    private void run(RunningJob job, JobRunner runner) {
        try {
            end(job, runner);
        } catch (RuntimeException e) {
            // Its lease runs out, and it is tried again.
            LOG.error("how a job of kind {} ended could not be stored", runner.kind(), e);
        } finally {
            running.remove(job.id());
            followers.moved(job.id());
            wake();
        }
    }

    private void end(RunningJob job, JobRunner runner) {
        JobOutcome outcome;
        try {
            outcome = runner.run(job);
        } catch (Throwable e) {
            // Also what is no exception: a text may nest deeper than the stack.
            broken(job, runner, e);
            return;
        }
        switch (outcome) {
            case JobOutcome.Done(var report) -> end(job, JobState.DONE, report);
            case JobOutcome.Failed(var report) -> end(job, JobState.FAILED, report);
        }
    }

    /// What breaks in a job that is to end anyway is no failure.
    private void broken(RunningJob job, JobRunner runner, Throwable failure) {
        switch (job.wish()) {
            case CANCEL -> end(job, JobState.CANCELLED, null);
            case STOP -> giveBack(job, runner);
            case LOSE -> LOG.warn("a job of kind {} was taken over by another", runner.kind());
            case NONE -> {
                if (failure instanceof ReadOnlyException) {
                    giveBack(job, runner);
                } else {
                    var number = String.format(Locale.ROOT, "E-%04X", RANDOM.nextInt(0x10000));
                    LOG.error("Failure {} in a job of kind {}", number, runner.kind(), failure);
                    end(job, JobState.FAILED, Job.UNEXPECTED + " " + number);
                }
            }
        }
    }

    private void giveBack(RunningJob job, JobRunner runner) {
        if (runner.isResumable()) {
            rows.giveBack(job.claimed());
        } else {
            end(job, JobState.FAILED, Job.INTERRUPTED);
        }
    }

    private void end(RunningJob job, JobState state, @Nullable String report) {
        if (!rows.end(job.claimed(), state, report, job.progress())) {
            LOG.warn("a job had ended elsewhere before its end here as {}", state.key());
        }
    }

    /// Stores what has moved since the last beat, and holds what would soon be free for others.
    synchronized void beat() {
        var now = clock.instant();
        for (var run : running.values()) {
            var progress = run.job.progress();
            boolean moved = !progress.equals(run.stored);
            boolean due = !now.isBefore(run.renewed.plus(RENEWAL));
            if (moved || due) {
                if (!rows.renew(run.job.claimed(), progress)) {
                    run.job.wish(Wish.LOSE);
                } else if (due && rows.isCancelWanted(run.job.id())) {
                    run.job.wish(Wish.CANCEL);
                }
                run.stored = progress;
                run.renewed = now;
            }
            if (moved) {
                followers.moved(run.job.id());
            }
        }
    }

    @Override
    public void start() {
        // What waits is taken up once the application is ready.
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /// Tests let a context rest between two classes; it would not begin again.
    @Override
    public boolean isPauseable() {
        return false;
    }

    /// Before the beans that runners use are gone. What does not end in time is given back all the
    /// same: its run can store nothing more as its own.
    @Override
    public void stop() {
        List<Run> last;
        synchronized (this) {
            stopping = true;
            last = List.copyOf(running.values());
        }
        last.forEach(run -> run.job.wish(Wish.STOP));
        var until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var run : last) {
                if (!run.thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    rows.giveBack(run.job.claimed());
                }
            }
        } catch (InterruptedException e) {
            // Their leases run out.
            Thread.currentThread().interrupt();
        } finally {
            // Not now: an interruption at its file would close H2.
            beats.shutdown();
        }
    }
}
