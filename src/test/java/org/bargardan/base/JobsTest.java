package org.bargardan.base;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.bargardan.Collective;
import org.bargardan.HandClock;
import org.bargardan.House;
import org.bargardan.Rehearsal;
import org.bargardan.account.UserId;
import org.bargardan.base.JobOutcome.Done;
import org.bargardan.base.JobOutcome.Failed;
import org.bargardan.project.ProjectRole;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Most tests have a server of their own on the common database, whose clock and whose looks are in
/// their hand; its kind of job is known to nobody else.
@House
class JobsTest {

    @Autowired private Collective collective;
    @Autowired private DSLContext database;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ReadOnlyMode readOnly;
    @Autowired private SiteRoles roles;
    @Autowired private Jobs jobs;
    @Autowired private JobFollowers followers;
    @Autowired private Rehearsal rehearsal;

    private final HandClock clock = new HandClock(Instant.now(), ZoneOffset.UTC);
    private final String kind = "kind-" + UUID.randomUUID();
    private final Map<String, Rehearsal.Part> parts = new ConcurrentHashMap<>();
    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private UserId sara;
    private UserId omid;

    @BeforeEach
    void saraAndOmidHaveLongWork() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.MANAGER);
        omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
    }

    @AfterEach
    void theServersStop() {
        servers.forEach(server -> server.work.stop());
    }

    /// One process.
    private final class Server {

        final JobRows rows = new JobRows(database, clock);
        final JobsAtWork work;
        final Jobs jobs;

        Server(int atOnce, boolean resumable) {
            var beans = new StaticListableBeanFactory();
            beans.addBean("runner", new Stage(resumable));
            work =
                    new JobsAtWork(
                            rows,
                            beans.getBeanProvider(JobRunner.class),
                            followers,
                            readOnly,
                            clock,
                            atOnce);
            jobs = new Jobs(rows, work, followers, roles, readOnly);
            servers.add(this);
        }

        JobId start(String input, UserId by) {
            return jobs.start(kind, input, by);
        }

        void cancel(JobId id, UserId by) {
            transaction.executeWithoutResult(status -> jobs.cancel(id, by));
        }

        Job job(JobId id) {
            return rows.find(id).orElseThrow();
        }

        JobRows.Claimed claim(UserId person) {
            return rows.claim(person.value(), Set.of(kind), "a node").orElseThrow();
        }

        Job awaitEnd(JobId id) {
            await().until(() -> job(id).state().hasEnded());
            return job(id);
        }
    }

    /// Does what the test says, and notes that it was asked.
    private final class Stage implements JobRunner {

        private final boolean resumable;

        Stage(boolean resumable) {
            this.resumable = resumable;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public boolean isResumable() {
            return resumable;
        }

        @Override
        public JobOutcome run(RunningJob job) throws Exception {
            runs.add(job.input());
            return parts.getOrDefault(job.input(), one -> new Done(one.input())).play(job);
        }
    }

    private Server server() {
        return new Server(2, true);
    }

    /// A job that goes on until somebody wants its end.
    private CountDownLatch endless(String input) {
        var begun = new CountDownLatch(1);
        parts.put(
                input,
                job -> {
                    begun.countDown();
                    for (long done = 1; ; done++) {
                        job.progress(done, 0);
                        Thread.onSpinWait();
                    }
                });
        return begun;
    }

    private static void meet(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, SECONDS)).isTrue();
    }

    @Test
    void aJobWaitsRunsAndLeavesItsReport() throws Exception {
        var server = server();
        var go = new CountDownLatch(1);
        parts.put(
                "a book",
                job -> {
                    meet(go);
                    assertThat(job.by()).contains(sara.value());
                    job.progress(3, 3);
                    return new Done("segments=3");
                });
        var id = server.start("a book", sara);
        assertThat(server.job(id).state()).isEqualTo(JobState.WAITING);
        server.work.look();
        assertThat(server.job(id).state()).isEqualTo(JobState.RUNNING);
        go.countDown();
        var job = server.awaitEnd(id);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.report()).isEqualTo("segments=3");
        assertThat(job.progress()).isEqualTo(new JobProgress(3, 3));
        assertThat(job.endedAt()).isNotNull();
    }

    @Test
    void whatCannotBeIsFailedWithWhatItsRunnerSays() {
        var server = server();
        parts.put("a torn book", job -> new Failed("damaged line=7"));
        var id = server.start("a torn book", sara);
        server.work.look();
        var job = server.awaitEnd(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.report()).isEqualTo("damaged line=7");
        assertThat(job.failureNumber()).isEmpty();
    }

    @Test
    void anUnexpectedFailureLeavesANumberAndNoWordOfItsReason() {
        var server = server();
        parts.put(
                "a deep book",
                job -> {
                    throw new StackOverflowError("Zarathustra");
                });
        var id = server.start("a deep book", sara);
        server.work.look();
        var job = server.awaitEnd(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.report()).matches("unexpected E-[0-9A-F]{4}");
        assertThat(job.failureNumber()).hasValueSatisfying(n -> assertThat(n).startsWith("E-"));
    }

    @Test
    void ofManyWhoTakeUpAJobExactlyOneGetsIt() throws Exception {
        var server = server();
        var people = new ArrayList<UserId>();
        for (int i = 0; i < 20; i++) {
            var person = new UserId(UUID.randomUUID());
            people.add(person);
            server.start("job " + i, person);
        }
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var claims = new ArrayList<Future<List<JobId>>>();
            for (int t = 0; t < 8; t++) {
                var node = "node " + t;
                claims.add(
                        threads.submit(() -> {
                            var mine = new ArrayList<JobId>();
                            for (var person : people) {
                                together.await(20, SECONDS);
                                server.rows
                                        .claim(person.value(), Set.of(kind), node)
                                        .ifPresent(claimed -> mine.add(claimed.id()));
                            }
                            return mine;
                        }));
            }
            var all = new ArrayList<JobId>();
            for (var claim : claims) {
                all.addAll(claim.get());
            }
            assertThat(all).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void twoServersShareTheJobsAndRunEachOnce() {
        var first = server();
        var second = server();
        var ids = new ArrayList<JobId>();
        var inputs = new HashSet<String>();
        for (int i = 0; i < 12; i++) {
            inputs.add("job " + i);
            ids.add(first.start("job " + i, new UserId(UUID.randomUUID())));
        }
        await().until(() -> {
            first.work.look();
            second.work.look();
            return ids.stream().allMatch(id -> first.job(id).state() == JobState.DONE);
        });
        assertThat(runs).containsExactlyInAnyOrderElementsOf(inputs);
    }

    @Test
    void aPersonsManyJobsKeepNobodyElseWaiting() {
        var server = new Server(1, true);
        server.start("sara 1", sara);
        server.start("sara 2", sara);
        server.start("sara 3", sara);
        server.start("omid 1", omid);
        server.start("omid 2", omid);
        await().until(() -> {
            server.work.look();
            return runs.size() == 5;
        });
        assertThat(runs).containsExactly("sara 1", "omid 1", "sara 2", "omid 2", "sara 3");
    }

    @Test
    void ofOnePersonOneJobRunsAtATime() throws Exception {
        var server = server();
        var begun = endless("first");
        var first = server.start("first", sara);
        var second = server.start("second", sara);
        var other = server.start("other", omid);
        server.work.look();
        meet(begun);
        server.awaitEnd(other);
        server.work.look();
        assertThat(server.job(second).state()).isEqualTo(JobState.WAITING);
        server.cancel(first, sara);
        server.awaitEnd(first);
        await().until(() -> {
            server.work.look();
            return server.job(second).state() == JobState.DONE;
        });
    }

    @Test
    void nobodyRunsMoreAtOnceThanTheServerMay() throws Exception {
        var server = new Server(1, true);
        var begun = endless("first");
        server.start("first", sara);
        var second = server.start("second", omid);
        server.work.look();
        meet(begun);
        server.work.look();
        assertThat(server.job(second).state()).isEqualTo(JobState.WAITING);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndNeverRuns() {
        var server = server();
        var id = server.start("not wanted", sara);
        server.cancel(id, sara);
        assertThat(server.job(id).state()).isEqualTo(JobState.CANCELLED);
        server.work.look();
        assertThat(runs).isEmpty();
    }

    @Test
    void aRunningJobEndsAtItsNextStepOnceItIsCancelled() throws Exception {
        var server = server();
        var begun = endless("a long book");
        var id = server.start("a long book", sara);
        server.work.look();
        meet(begun);
        server.cancel(id, sara);
        var job = server.awaitEnd(id);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.cancelWanted()).isTrue();
        assertThat(job.report()).isNull();
    }

    @Test
    void aReaderIsInterruptedByACancelAndTheStatementAfterItIsNot() throws Exception {
        var server = server();
        var reading = new CountDownLatch(1);
        var interruptedAfter = new CopyOnWriteArrayList<Boolean>();
        parts.put(
                "a scanned book",
                job -> {
                    try {
                        return job.interruptibly(() -> {
                            reading.countDown();
                            new Semaphore(0).acquire();
                            return new Done("read");
                        });
                    } finally {
                        interruptedAfter.add(Thread.currentThread().isInterrupted());
                    }
                });
        var id = server.start("a scanned book", sara);
        server.work.look();
        meet(reading);
        server.cancel(id, sara);
        assertThat(server.awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(interruptedAfter).containsExactly(false);
    }

    @Test
    void aReaderThatGaveUpHalfwayIsNoResult() throws Exception {
        var server = server();
        var reading = new CountDownLatch(1);
        parts.put(
                "half a book",
                job ->
                        job.interruptibly(() -> {
                            reading.countDown();
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            return new Done("half of it");
                        }));
        var id = server.start("half a book", sara);
        server.work.look();
        meet(reading);
        server.cancel(id, sara);
        assertThat(server.awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aCancelAtAnotherServerIsSeenWithTheNextLease() throws Exception {
        var here = server();
        var there = server();
        var begun = endless("a book");
        var id = here.start("a book", sara);
        here.work.look();
        meet(begun);
        there.cancel(id, sara);
        here.work.beat();
        assertThat(here.job(id).state()).isEqualTo(JobState.RUNNING);
        clock.forward(JobRows.LEASE.dividedBy(2));
        here.work.beat();
        assertThat(here.awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void whatHasEndedIsNotCancelled() {
        var server = server();
        var id = server.start("quick", sara);
        server.work.look();
        server.awaitEnd(id);
        server.cancel(id, sara);
        assertThat(server.job(id).state()).isEqualTo(JobState.DONE);
        assertThat(server.job(id).cancelWanted()).isFalse();
    }

    @Test
    void progressIsStoredByTheBeatHoweverOftenItIsTold() throws Exception {
        var server = server();
        var told = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        parts.put(
                "a book",
                job -> {
                    for (int i = 1; i <= 1000; i++) {
                        job.progress(i, 1000);
                    }
                    told.countDown();
                    meet(go);
                    return new Done("");
                });
        var id = server.start("a book", sara);
        server.work.look();
        meet(told);
        assertThat(server.job(id).progress()).isEqualTo(JobProgress.NONE);
        server.work.beat();
        assertThat(server.job(id).progress()).isEqualTo(new JobProgress(1000, 1000));
        go.countDown();
        server.awaitEnd(id);
    }

    @Test
    void aJobWhoseServerDiedBeginsAnewAndTheSecondTimeIsGivenUp() {
        var dead = server();
        var next = server();
        var id = dead.start("a heavy book", sara);
        dead.claim(sara);
        next.work.look();
        assertThat(next.job(id).state()).isEqualTo(JobState.RUNNING);
        clock.forward(JobRows.LEASE.plusSeconds(1));
        assertThat(next.rows.takeFromTheDead(Set.of(kind), Set.of(kind))).containsExactly(id);
        assertThat(next.job(id).state()).isEqualTo(JobState.WAITING);
        next.claim(sara);
        clock.forward(JobRows.LEASE.plusSeconds(1));
        next.work.look();
        var job = next.job(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.report()).isEqualTo(Job.INTERRUPTED);
        assertThat(runs).isEmpty();
    }

    @Test
    void theNextServerRunsWhatADeadOneHeld() {
        var dead = server();
        var next = server();
        var id = dead.start("a book", sara);
        dead.claim(sara);
        clock.forward(JobRows.LEASE.plusSeconds(1));
        next.work.look();
        assertThat(next.awaitEnd(id).state()).isEqualTo(JobState.DONE);
        assertThat(runs).containsExactly("a book");
    }

    @Test
    void whatCannotBeginAnewFailsWithItsServer() {
        var dead = new Server(2, false);
        var id = dead.start("a letter", sara);
        dead.claim(sara);
        clock.forward(JobRows.LEASE.plusSeconds(1));
        new Server(2, false).work.look();
        assertThat(dead.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(dead.job(id).report()).isEqualTo(Job.INTERRUPTED);
    }

    @Test
    void aCancelledJobWhoseServerDiedIsCancelled() {
        var dead = server();
        var id = dead.start("not wanted", sara);
        dead.claim(sara);
        dead.cancel(id, sara);
        clock.forward(JobRows.LEASE.plusSeconds(1));
        server().work.look();
        assertThat(dead.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(runs).isEmpty();
    }

    @Test
    void aServerThatBeatsKeepsItsJobs() throws Exception {
        var server = server();
        var other = server();
        var begun = endless("a long book");
        var id = server.start("a long book", sara);
        server.work.look();
        meet(begun);
        for (int i = 0; i < 5; i++) {
            clock.forward(JobRows.LEASE.dividedBy(2));
            server.work.beat();
            other.work.look();
        }
        assertThat(server.job(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(runs).hasSize(1);
    }

    @Test
    void aServerThatSleptOverItsLeaseKeepsWhatNobodyTook() throws Exception {
        var server = server();
        var begun = endless("a long book");
        var id = server.start("a long book", sara);
        server.work.look();
        meet(begun);
        clock.forward(Duration.ofHours(8));
        server.work.look();
        assertThat(server.job(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(runs).hasSize(1);
    }

    @Test
    void whoLostAJobStoresNothingMoreAndEnds() throws Exception {
        var slow = server();
        var next = server();
        var begun = endless("a book");
        var go = new Semaphore(0);
        var id = slow.start("a book", sara);
        slow.work.look();
        meet(begun);
        parts.put(
                "a book",
                job -> {
                    job.interruptibly(() -> go.tryAcquire(20, SECONDS));
                    return new Done("the second run");
                });
        clock.forward(JobRows.LEASE.plusSeconds(1));
        next.work.look();
        await().until(() -> runs.size() == 2);
        slow.work.beat();
        slow.work.stop();
        assertThat(next.job(id).state()).isEqualTo(JobState.RUNNING);
        go.release();
        assertThat(next.awaitEnd(id).report()).isEqualTo("the second run");
    }

    @Test
    void aServerThatStopsGivesItsJobsBackAndTheNextRunsThem() throws Exception {
        var server = server();
        var begun = endless("a long book");
        var id = server.start("a long book", sara);
        server.work.look();
        meet(begun);
        server.work.stop();
        assertThat(server.job(id).state()).isEqualTo(JobState.WAITING);
        server.work.look();
        assertThat(server.job(id).state()).isEqualTo(JobState.WAITING);
        parts.remove("a long book");
        var next = server();
        next.work.look();
        assertThat(next.awaitEnd(id).state()).isEqualTo(JobState.DONE);
        assertThat(runs).hasSize(2);
    }

    @Test
    void aStopAmidACancelEndsTheJob() throws Exception {
        var server = server();
        var begun = endless("not wanted");
        var id = server.start("not wanted", sara);
        server.work.look();
        meet(begun);
        assertThat(server.rows.wantCancel(id)).isTrue();
        server.work.stop();
        assertThat(server.job(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void nothingBeginsWhileTheSiteIsReadOnly() {
        var server = server();
        var id = server.start("a book", sara);
        try {
            readOnly.set(true);
            server.work.look();
            assertThat(server.job(id).state()).isEqualTo(JobState.WAITING);
            assertThatThrownBy(() -> server.start("another", sara))
                    .isInstanceOf(ReadOnlyException.class);
        } finally {
            readOnly.set(false);
        }
        server.work.look();
        assertThat(server.awaitEnd(id).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aJobThatTheReadOnlyModeMeetsWaitsForItsEnd() {
        var server = server();
        parts.put(
                "a book",
                job -> {
                    throw new ReadOnlyException();
                });
        var id = server.start("a book", sara);
        server.work.look();
        await().until(() -> server.job(id).state() == JobState.WAITING);
        parts.remove("a book");
        await().until(() -> {
            server.work.look();
            return server.job(id).state() == JobState.DONE;
        });
    }

    @Test
    void endedJobsAreForgottenAfterThirtyDays() {
        var server = server();
        var ended = server.start("ended", sara);
        server.work.look();
        server.awaitEnd(ended);
        var waiting = server.start("waiting", omid);
        clock.forward(JobRows.KEPT.minusHours(1));
        server.rows.purge();
        assertThat(server.rows.find(ended)).isPresent();
        clock.forward(Duration.ofHours(2));
        server.rows.purge();
        assertThat(server.rows.find(ended)).isEmpty();
        assertThat(server.rows.find(waiting)).isPresent();
    }

    @Test
    void aPersonSeesTheirOwnJobsAndAnAdministratorAllWithoutTheirWords() {
        var server = server();
        var id = server.start("secret.docx", sara);
        var administrator = collective.administrator();
        assertThat(server.jobs.get(id, sara).input()).isEqualTo("secret.docx");
        assertThatThrownBy(() -> server.jobs.get(id, omid)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> server.jobs.cancel(id, omid))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> server.jobs.follow(id, () -> {}, omid))
                .isInstanceOf(NotFoundException.class);
        assertThat(server.jobs.get(id, administrator).toString()).doesNotContain("secret");
        server.work.look();
        server.awaitEnd(id);
        assertThat(server.jobs.get(id, sara).report()).isEqualTo("secret.docx");
        assertThat(server.jobs.get(id, administrator).toString()).doesNotContain("secret");
        assertThat(server.jobs.of(sara)).extracting(Job::id).containsExactly(id);
        assertThat(server.jobs.of(omid)).isEmpty();
        assertThat(server.jobs.of(administrator)).extracting(Job::id).contains(id);
    }

    @Test
    void jobsAreListedNewestFirst() {
        var server = server();
        var first = server.start("first", sara);
        clock.forward(Duration.ofSeconds(1));
        var second = server.start("second", sara);
        assertThat(server.jobs.of(sara)).extracting(Job::id).containsExactly(second, first);
        assertThat(server.jobs.underWay(kind, sara))
                .extracting(Job::id)
                .containsExactly(second, first);
        server.cancel(second, sara);
        assertThat(server.jobs.underWay(kind, sara)).extracting(Job::id).containsExactly(first);
    }

    @Test
    void aJobOfAKindThatNobodyRunsIsAMistake() {
        assertThatThrownBy(() -> jobs.start("no-such-kind", "", sara))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHouseRunsAJobByItselfAndTellsItsFollowers() throws Exception {
        var input = "by itself " + UUID.randomUUID();
        var go = new CountDownLatch(1);
        rehearsal.learn(
                input,
                job -> {
                    job.progress(1, 2);
                    meet(go);
                    return new Done("here");
                });
        var id = jobs.start(Rehearsal.KIND, input, sara);
        var seen = new CopyOnWriteArrayList<Job>();
        var end = jobs.follow(id, () -> seen.add(jobs.get(id, sara)), sara);
        await().until(() ->
                seen.stream().anyMatch(job -> job.progress().equals(new JobProgress(1, 2))));
        go.countDown();
        await().until(() -> seen.getLast().state() == JobState.DONE);
        int following = followers.count();
        end.run();
        end.run();
        assertThat(followers.count()).isEqualTo(following - 1);
    }

    @Test
    void aJobOfATransactionThatIsRolledBackNeverWas() {
        var input = "rolled back " + UUID.randomUUID();
        var played = new CountDownLatch(1);
        rehearsal.learn(
                input,
                job -> {
                    played.countDown();
                    return new Done("");
                });
        transaction.executeWithoutResult(status -> {
            jobs.start(Rehearsal.KIND, input, sara);
            status.setRollbackOnly();
        });
        assertThat(jobs.of(sara)).isEmpty();
        assertThat(played.getCount()).isOne();
    }
}
