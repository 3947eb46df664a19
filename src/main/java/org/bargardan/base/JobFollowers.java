package org.bargardan.base;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Tells whoever follows a job that it has moved or changed its state: only that, never what.
/// Notices of one job are gathered, so that a follower hears at most four a second.
@Component
class JobFollowers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobFollowers.class);
    private static final long GATHER_MILLIS = 250;

    private final Map<JobId, List<Runnable>> followers = new ConcurrentHashMap<>();
    private final Set<JobId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("job-followers").factory());

    /// @return ends the following; ending it twice does no harm
    Runnable follow(JobId job, Runnable follower) {
        followers.compute(
                job,
                (id, all) -> {
                    var list = all == null ? new CopyOnWriteArrayList<Runnable>() : all;
                    list.add(follower);
                    return list;
                });
        return () ->
                followers.computeIfPresent(
                        job,
                        (id, all) -> {
                            all.remove(follower);
                            return all.isEmpty() ? null : all;
                        });
    }

    /// How many follow, over all jobs.
    int count() {
        return followers.values().stream().mapToInt(List::size).sum();
    }

    void moved(JobId job) {
        if (followers.containsKey(job) && waiting.add(job)) {
            try {
                teller.schedule(() -> tell(job), GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("the server stops", e);
            }
        }
    }

    /// One failing follower harms neither the others nor the job.
    private void tell(JobId job) {
        waiting.remove(job);
        for (var follower : followers.getOrDefault(job, List.of())) {
            try {
                follower.run();
            } catch (RuntimeException e) {
                LOG.warn("A follower of a job failed", e);
            }
        }
    }

    /// Followers read the database, and an interruption at its file would close H2.
    @Override
    public void destroy() {
        teller.shutdown();
    }
}
