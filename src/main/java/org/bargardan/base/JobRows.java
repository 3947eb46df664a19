package org.bargardan.base;

import static org.bargardan.base.internal.schema.Tables.BASE_JOB;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.base.internal.schema.tables.records.BaseJobRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The jobs in the database. Every change of a state is one conditional statement, which alone
/// decides between two that want it; a run holds the version that its claim made, and once another
/// has the job it changes nothing more.
@Component
class JobRows {

    /// How long a job is its process's without a word from it.
    static final Duration LEASE = Duration.ofSeconds(30);

    /// How long an ended job is kept for whoever asks what became of it.
    static final Duration KEPT = Duration.ofDays(30);

    /// How often a process may die over a job before nobody tries again.
    static final int INTERRUPTIONS_MOST = 2;

    private static final String WAITING = JobState.WAITING.key();
    private static final String RUNNING = JobState.RUNNING.key();
    private static final String CANCELLED = JobState.CANCELLED.key();
    private static final String FAILED = JobState.FAILED.key();

    private final DSLContext database;
    private final Clock clock;

    JobRows(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A job that this process has taken up.
    ///
    /// @param by null for work of the house itself
    record Claimed(JobId id, String kind, String input, @Nullable UUID by, long version) {}

    /// Somebody of whom a job waits.
    ///
    /// @param person null for the house itself
    record Waiting(@Nullable UUID person, OffsetDateTime since) {}

    JobId insert(String kind, String input, UUID by) {
        var id = TimeOrderedIds.next();
        database.insertInto(BASE_JOB)
                .set(BASE_JOB.ID, id)
                .set(BASE_JOB.KIND, kind)
                .set(BASE_JOB.STATE, WAITING)
                .set(BASE_JOB.DONE, 0L)
                .set(BASE_JOB.TOTAL, 0L)
                .set(BASE_JOB.INPUT, input)
                .set(BASE_JOB.CANCEL_WANTED, false)
                .set(BASE_JOB.BY_PERSON, by)
                .set(BASE_JOB.CREATED_AT, now())
                .set(BASE_JOB.INTERRUPTIONS, 0)
                .set(BASE_JOB.VERSION, 1L)
                .execute();
        return new JobId(id);
    }

    Optional<Job> find(JobId id) {
        return database.selectFrom(BASE_JOB)
                .where(BASE_JOB.ID.eq(id.value()))
                .fetchOptional(JobRows::job);
    }

    /// Newest first.
    ///
    /// @param by null for everybody's
    List<Job> page(@Nullable UUID by, Condition only, int most) {
        return database.selectFrom(BASE_JOB)
                .where(by == null ? noCondition() : BASE_JOB.BY_PERSON.eq(by), only)
                .orderBy(BASE_JOB.CREATED_AT.desc(), BASE_JOB.ID.desc())
                .limit(most)
                .fetch(JobRows::job);
    }

    static Condition isUnderWay(String kind) {
        return BASE_JOB.KIND.eq(kind).and(BASE_JOB.STATE.in(WAITING, RUNNING));
    }

    /// Those of whom jobs of these kinds wait and none runs.
    List<Waiting> waiting(Collection<String> kinds) {
        var other = BASE_JOB.as("other");
        return database.select(BASE_JOB.BY_PERSON, min(BASE_JOB.CREATED_AT))
                .from(BASE_JOB)
                .where(
                        BASE_JOB.STATE.eq(WAITING),
                        BASE_JOB.KIND.in(kinds),
                        notExists(
                                selectOne()
                                        .from(other)
                                        .where(
                                                other.STATE.eq(RUNNING),
                                                other.BY_PERSON.eq(BASE_JOB.BY_PERSON))))
                .groupBy(BASE_JOB.BY_PERSON)
                .fetch(row -> new Waiting(row.value1(), row.value2()));
    }

    /// Takes up the oldest waiting job of a person; empty if there is none, or another process was
    /// faster.
    Optional<Claimed> claim(@Nullable UUID person, Collection<String> kinds, String node) {
        return database.selectFrom(BASE_JOB)
                .where(
                        BASE_JOB.STATE.eq(WAITING),
                        BASE_JOB.KIND.in(kinds),
                        BASE_JOB.BY_PERSON.isNotDistinctFrom(person))
                .orderBy(BASE_JOB.CREATED_AT, BASE_JOB.ID)
                .limit(1)
                .fetchOptional()
                .filter(row -> claim(row, node))
                .map(row ->
                        new Claimed(
                                new JobId(row.getId()),
                                row.getKind(),
                                row.getInput(),
                                row.getByPerson(),
                                row.getVersion() + 1));
    }

    private boolean claim(BaseJobRecord row, String node) {
        return database.update(BASE_JOB)
                        .set(BASE_JOB.STATE, RUNNING)
                        .set(BASE_JOB.NODE, node)
                        .set(BASE_JOB.LEASE_UNTIL, now().plus(LEASE))
                        .set(BASE_JOB.DONE, 0L)
                        .set(BASE_JOB.TOTAL, 0L)
                        .set(BASE_JOB.VERSION, row.getVersion() + 1)
                        .where(
                                BASE_JOB.ID.eq(row.getId()),
                                BASE_JOB.VERSION.eq(row.getVersion()),
                                BASE_JOB.STATE.eq(WAITING))
                        .execute()
                == 1;
    }

    /// Stores how far a run is, and holds the job for another while.
    ///
    /// @return false if the job is no longer this run's
    boolean renew(Claimed run, JobProgress progress) {
        return database.update(BASE_JOB)
                        .set(BASE_JOB.DONE, progress.done())
                        .set(BASE_JOB.TOTAL, progress.total())
                        .set(BASE_JOB.LEASE_UNTIL, now().plus(LEASE))
                        .where(isHeldBy(run))
                        .execute()
                == 1;
    }

    /// @return false if the job is no longer this run's, and nothing was stored
    boolean end(Claimed run, JobState state, @Nullable String report, JobProgress progress) {
        return database.update(BASE_JOB)
                        .set(BASE_JOB.STATE, state.key())
                        .set(BASE_JOB.REPORT, report)
                        .set(BASE_JOB.DONE, progress.done())
                        .set(BASE_JOB.TOTAL, progress.total())
                        .setNull(BASE_JOB.NODE)
                        .setNull(BASE_JOB.LEASE_UNTIL)
                        .set(BASE_JOB.ENDED_AT, now())
                        .set(BASE_JOB.VERSION, run.version() + 1)
                        .where(isHeldBy(run))
                        .execute()
                == 1;
    }

    /// Lets another take the job up, unless its person wants its end.
    ///
    /// @return false if the job is no longer this run's
    boolean giveBack(Claimed run) {
        return wait(BASE_JOB.INTERRUPTIONS, isHeldBy(run));
    }

    /// Lets others have what a process held that died. What it died over too often fails, and so
    /// does what cannot begin anew.
    ///
    /// @param resumable those of the kinds that can
    /// @return the jobs whose state has changed
    List<JobId> takeFromTheDead(Collection<String> kinds, Collection<String> resumable) {
        return database
                .selectFrom(BASE_JOB)
                .where(
                        BASE_JOB.STATE.eq(RUNNING),
                        BASE_JOB.KIND.in(kinds),
                        BASE_JOB.LEASE_UNTIL.lt(now()).or(BASE_JOB.LEASE_UNTIL.isNull()))
                .fetch()
                .stream()
                .filter(row -> takeFromTheDead(row, resumable.contains(row.getKind())))
                .map(row -> new JobId(row.getId()))
                .toList();
    }

    private boolean takeFromTheDead(BaseJobRecord row, boolean resumable) {
        int interruptions = row.getInterruptions() + 1;
        var unchanged =
                BASE_JOB.ID
                        .eq(row.getId())
                        .and(BASE_JOB.VERSION.eq(row.getVersion()))
                        .and(BASE_JOB.STATE.eq(RUNNING))
                        // It may have been renewed since it was read.
                        .and(BASE_JOB.LEASE_UNTIL.lt(now()).or(BASE_JOB.LEASE_UNTIL.isNull()));
        if (row.getCancelWanted() || resumable && interruptions < INTERRUPTIONS_MOST) {
            return wait(BASE_JOB.INTERRUPTIONS.plus(1), unchanged);
        }
        return database.update(BASE_JOB)
                        .set(BASE_JOB.STATE, FAILED)
                        .set(BASE_JOB.REPORT, Job.INTERRUPTED)
                        .setNull(BASE_JOB.NODE)
                        .setNull(BASE_JOB.LEASE_UNTIL)
                        .set(BASE_JOB.ENDED_AT, now())
                        .set(BASE_JOB.INTERRUPTIONS, interruptions)
                        .set(BASE_JOB.VERSION, BASE_JOB.VERSION.plus(1))
                        .where(unchanged)
                        .execute()
                == 1;
    }

    /// One statement, so that no wish for a job's end is lost between two.
    private boolean wait(Field<Integer> interruptions, Condition held) {
        return database.update(BASE_JOB)
                        .set(
                                BASE_JOB.STATE,
                                when(BASE_JOB.CANCEL_WANTED.isTrue(), CANCELLED).otherwise(WAITING))
                        .set(
                                BASE_JOB.ENDED_AT,
                                when(BASE_JOB.CANCEL_WANTED.isTrue(), now())
                                        .otherwise((OffsetDateTime) null))
                        .setNull(BASE_JOB.NODE)
                        .setNull(BASE_JOB.LEASE_UNTIL)
                        .set(BASE_JOB.INTERRUPTIONS, interruptions)
                        .set(BASE_JOB.VERSION, BASE_JOB.VERSION.plus(1))
                        .where(held)
                        .execute()
                == 1;
    }

    /// Ends a job that nobody has taken up yet.
    ///
    /// @return false if none waits of that id
    boolean cancelWaiting(JobId id) {
        return database.update(BASE_JOB)
                        .set(BASE_JOB.STATE, CANCELLED)
                        .set(BASE_JOB.CANCEL_WANTED, true)
                        .set(BASE_JOB.ENDED_AT, now())
                        .set(BASE_JOB.VERSION, BASE_JOB.VERSION.plus(1))
                        .where(BASE_JOB.ID.eq(id.value()), BASE_JOB.STATE.eq(WAITING))
                        .execute()
                == 1;
    }

    /// Notes the wish that a running job end; its version stays, since it is its run's.
    ///
    /// @return false if none runs of that id
    boolean wantCancel(JobId id) {
        return database.update(BASE_JOB)
                        .set(BASE_JOB.CANCEL_WANTED, true)
                        .where(BASE_JOB.ID.eq(id.value()), BASE_JOB.STATE.eq(RUNNING))
                        .execute()
                == 1;
    }

    /// Whether somebody has asked for the end of a job, perhaps at another process.
    boolean isCancelWanted(JobId id) {
        return database.fetchExists(
                BASE_JOB, BASE_JOB.ID.eq(id.value()), BASE_JOB.CANCEL_WANTED.isTrue());
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    int purge() {
        return database.deleteFrom(BASE_JOB)
                .where(BASE_JOB.ENDED_AT.lt(now().minus(KEPT)))
                .execute();
    }

    private static Condition isHeldBy(Claimed run) {
        return BASE_JOB.ID
                .eq(run.id().value())
                .and(BASE_JOB.VERSION.eq(run.version()))
                .and(BASE_JOB.STATE.eq(RUNNING));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Job job(BaseJobRecord row) {
        var ended = row.getEndedAt();
        return new Job(
                new JobId(row.getId()),
                row.getKind(),
                JobState.of(row.getState()),
                new JobProgress(row.getDone(), row.getTotal()),
                row.getCancelWanted(),
                row.getByPerson(),
                row.getInput(),
                row.getReport(),
                row.getCreatedAt().toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
