package org.bargardan.base;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A job as its runner sees it: what to do, and the wish of others that it end.
///
/// The runner's thread is not interrupted where it pleases others: H2 closes the whole database
/// when an interruption meets it at its file. [#interruptibly] says where it does no harm.
public final class RunningJob {

    /// Why a job is to end before its work is done.
    enum Wish {
        NONE,
        /// Its person no longer wants it.
        CANCEL,
        /// The server stops, and another takes it up.
        STOP,
        /// Another process has it.
        LOSE
    }

    private final JobRows.Claimed claimed;
    private volatile JobProgress progress = JobProgress.NONE;
    private volatile Wish wish = Wish.NONE;
    private @Nullable Thread interruptible;

    RunningJob(JobRows.Claimed claimed) {
        this.claimed = claimed;
    }

    public JobId id() {
        return claimed.id();
    }

    /// What the feature wrote down when it started the job.
    public String input() {
        return claimed.input();
    }

    /// Who asked for it; empty for work of the house itself.
    public Optional<UUID> by() {
        return Optional.ofNullable(claimed.by());
    }

    /// Costs next to nothing, so call it after every small piece of work: it is stored at most
    /// twice a second, and outside the caller's transaction.
    ///
    /// @param total 0 while nobody knows it
    /// @throws JobStoppedException if the job is to end
    public void progress(long done, long total) {
        progress = new JobProgress(done, total);
        check();
    }

    /// @throws JobStoppedException if the job is to end
    public void check() {
        if (wish != Wish.NONE) {
            throw new JobStoppedException();
        }
    }

    /// Does work that ends by itself when its thread is interrupted, and that touches no database.
    ///
    /// @throws JobStoppedException if the job is to end, also when the work ended in good order
    public <T> T interruptibly(Callable<T> work) throws Exception {
        synchronized (this) {
            check();
            interruptible = Thread.currentThread();
        }
        T made;
        try {
            made = work.call();
        } finally {
            synchronized (this) {
                interruptible = null;
                // Or the next statement would find it.
                var _ = Thread.interrupted();
            }
        }
        check();
        return made;
    }

    /// The first wish holds, but for a loss, after which nothing may be written.
    synchronized void wish(Wish wanted) {
        if (wish == Wish.NONE || wanted == Wish.LOSE) {
            wish = wanted;
        }
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    Wish wish() {
        return wish;
    }

    JobProgress progress() {
        return progress;
    }

    JobRows.Claimed claimed() {
        return claimed;
    }
}
