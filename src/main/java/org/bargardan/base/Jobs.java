package org.bargardan.base;

import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Long work behind people's backs: it is asked for here, watched and cancelled. What there is to
/// do is said by the [JobRunner]s of the features.
///
/// A person sees their own jobs, an administrator everybody's, and of others' no words; for whoever
/// else asks a job does not exist.
@Service
public class Jobs {

    /// The most UTF-16 units of an input; what is larger belongs into [StoredFiles].
    public static final int INPUT_MOST = 4_000;

    /// The most jobs that are listed.
    public static final int LISTED = 100;

    private final JobRows rows;
    private final JobsAtWork work;
    private final JobFollowers followers;
    private final SiteRoles roles;
    private final ReadOnlyMode readOnly;

    Jobs(
            JobRows rows,
            JobsAtWork work,
            JobFollowers followers,
            SiteRoles roles,
            ReadOnlyMode readOnly) {
        this.rows = rows;
        this.work = work;
        this.followers = followers;
        this.roles = roles;
        this.readOnly = readOnly;
    }

    /// Puts a job behind the actor's others; it begins at the earliest when the caller's
    /// transaction is committed, and not at all if that is rolled back. The right to is the
    /// caller's to check.
    ///
    /// @param kind that of a [JobRunner]
    /// @param input in the feature's own notation
    @Transactional
    public JobId start(String kind, String input, Actor actor) {
        if (!work.knows(kind)) {
            throw new IllegalArgumentException("no runner for jobs of kind " + kind);
        }
        if (input.length() > INPUT_MOST) {
            throw new IllegalArgumentException("an input of " + input.length());
        }
        readOnly.requireWritable();
        var id = rows.insert(kind, input, actor.value());
        AfterCommit.run(work::wake);
        return id;
    }

    /// Asks for a job's end. One that waits has ended when this returns, one that runs ends a
    /// moment later as [JobState#CANCELLED], or as done if it was faster; of one that has ended
    /// nothing changes.
    ///
    /// @throws NotFoundException if there is none that the actor may see
    @Transactional
    public void cancel(JobId id, Actor actor) {
        get(id, actor);
        if (rows.cancelWaiting(id)) {
            AfterCommit.run(() -> followers.moved(id));
        } else if (rows.wantCancel(id)) {
            AfterCommit.run(() -> work.cancel(id));
        }
    }

    /// @throws NotFoundException if there is none that the actor may see
    @Transactional(readOnly = true)
    public Job get(JobId id, Actor actor) {
        return rows.find(id)
                .filter(job -> job.isOf(actor) || roles.isAdministrator(actor))
                .map(job -> seenBy(actor, job))
                .orElseThrow(() -> new NotFoundException("job"));
    }

    /// The newest first, [#LISTED] at most.
    @Transactional(readOnly = true)
    public List<Job> of(Actor actor) {
        var by = roles.isAdministrator(actor) ? null : actor.value();
        return rows.page(by, noCondition(), LISTED).stream()
                .map(job -> seenBy(actor, job))
                .toList();
    }

    /// The actor's own jobs of a kind that wait or run, the newest first: for a screen that is
    /// opened again.
    @Transactional(readOnly = true)
    public List<Job> underWay(String kind, Actor actor) {
        return rows.page(actor.value(), JobRows.isUnderWay(kind), LISTED);
    }

    /// Tells whenever a job has moved or changed its state, at most a few times a second: only
    /// that, never what. The follower is called on a thread of the house and must be quick; it
    /// reads the job once after this call, since what was before is not told. In this process only
    /// (ADR 0016).
    ///
    /// @return ends the telling; ending it twice does no harm
    /// @throws NotFoundException if there is none that the actor may see
    @Transactional(readOnly = true)
    public Runnable follow(JobId id, Runnable follower, Actor actor) {
        get(id, actor);
        return followers.follow(id, follower);
    }

    private static Job seenBy(Actor actor, Job job) {
        return job.isOf(actor) ? job : job.withoutWords();
    }
}
