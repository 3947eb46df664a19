package org.bargardan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bargardan.Collective;
import org.bargardan.HandClock;
import org.bargardan.House;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotAllowedException;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class BackupsTest {

    private static final int TRANSLATORS = 4;
    private static final int BACKUPS = 3;
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final LocalTime AT = LocalTime.of(3, 30);
    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir private Path folder;
    @Autowired private Collective collective;
    @Autowired private Renderings renderings;
    @Autowired private Users users;
    @Autowired private AuditLog audit;
    @Autowired private Flyway flyway;
    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient database;

    private HandClock clock;
    private Backups backups;
    private UserId golnar;

    @BeforeEach
    void anEveningWithoutBackups() {
        // Another year for each test: the audit log they all write into is one.
        var day = LocalDate.of(2026, 3, 20).plusYears(TESTS.incrementAndGet());
        clock = new HandClock(day.atTime(21, 0).atZone(TEHRAN).toInstant(), TEHRAN);
        backups = new Backups(dataSource, flyway, users, audit, clock, folder);
        golnar = collective.administrator();
    }

    @Test
    void anAdministratorBacksUpAndItIsInTheAuditLog() throws IOException {
        assertThat(backups.lastBackup()).isEmpty();
        var made = backups.backUpNow(golnar);
        assertThat(made.at()).isEqualTo(clock.instant());
        assertThat(made.bytes()).isEqualTo(Files.size(made.file())).isPositive();
        assertThat(backups.lastBackup()).contains(made);
        try (var backup = BackupFile.open(made.file())) {
            assertThat(backup.manifest().createdAt()).isEqualTo(clock.instant());
        }
        assertThat(audited(made.fileName())).isOne();
        assertThat(backups.disk().free()).isPositive().isLessThan(backups.disk().total());
    }

    @Test
    void nobodyElseBacksUp() {
        var sara = collective.member(collective.project(), "sara", ProjectRole.MANAGER);
        assertThatThrownBy(() -> backups.backUpNow(sara)).isInstanceOf(NotAllowedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void onlyItsOwnerReadsABackup() throws IOException {
        var file = backups.backUpNow(golnar).file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNightIsBackedUpOnce() {
        var nightly = nightly();
        nightly.look();
        var first = backups.lastNightly().orElseThrow();
        nightly.look();
        clock.forward(Duration.ofHours(6));
        nightly.look();
        assertThat(backups.lastNightly()).contains(first);
        clock.forward(Duration.ofMinutes(31));
        nightly.look();
        assertThat(backups.lastNightly().orElseThrow().at()).isEqualTo(clock.instant());
        assertThat(audited(first.fileName())).isOne();
    }

    @Test
    void aNightThatWasSleptThroughIsMadeUpForAtOnce() {
        var nightly = nightly();
        nightly.look();
        clock.forward(Duration.ofHours(40));
        nightly.look();
        assertThat(backups.lastNightly().orElseThrow().at()).isEqualTo(clock.instant());
    }

    @Test
    void whatFailsIsTriedAgainAnHourLaterAndOldOnesAreKept() throws IOException {
        var nightly = nightly();
        nightly.look();
        var old = backups.lastNightly();
        clock.forward(Duration.ofDays(1));
        var inTheWay = new BackupFolder(folder).nightly(clock.instant());
        Files.createDirectory(inTheWay);
        nightly.look();
        assertThat(backups.lastNightly()).isEqualTo(old);
        clock.forward(Duration.ofMinutes(59));
        nightly.look();
        assertThat(backups.lastNightly()).isEqualTo(old);
        clock.forward(Duration.ofMinutes(2));
        nightly.look();
        assertThat(backups.lastNightly().orElseThrow().at()).isEqualTo(clock.instant());
    }

    @Test
    void withoutAnHourThereAreNoNightlyBackups() {
        new NightlyBackups(backups, users, Clock.systemUTC(), "").look();
        assertThat(backups.lastBackup()).isEmpty();
    }

    @Test
    void anHourThatIsNoneIsToldInOneSentence() {
        assertThatThrownBy(() ->
                        new NightlyBackups(backups, users, Clock.systemUTC(), "half past three"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("but not \"half past three\".");
    }

    @Test
    void aBackupWhilePeopleConfirmIsOfOneMoment() throws Exception {
        var project = collective.project();
        var document =
                collective.document(
                        project,
                        IntStream.range(0, TRANSLATORS)
                                .mapToObj(n -> "Paragraph " + n + ".")
                                .toArray(String[]::new));
        var entries = collective.entries(document);
        var stop = new AtomicBoolean();
        try (var people = Executors.newFixedThreadPool(TRANSLATORS)) {
            var work =
                    entries.stream()
                            .map(entry -> {
                                var name =
                                        collective.member(
                                                project, "translator", ProjectRole.TRANSLATOR);
                                return people.submit(confirming(entry, name, stop));
                            })
                            .toList();
            try {
                for (int i = 0; i < BACKUPS; i++) {
                    clock.forward(Duration.ofSeconds(1));
                    long before = changeNo(document.value());
                    var backup = backups.backUpNow(golnar);
                    assertIsOfOneMoment(backup.file(), document.value(), before);
                }
            } finally {
                stop.set(true);
            }
            assertThat(work.stream().mapToInt(BackupsTest::confirmations).sum()).isPositive();
        }
    }

    private void assertIsOfOneMoment(Path zip, UUID document, long before)
            throws IOException, SQLException {
        var restored = Database.h2();
        new Restoring(restored.dataSource(), "the database").restore(zip);
        assertThat(
                        restored.sql()
                                .sql(
                                        """
                                        select count(*) from document_rendering r
                                        join document_rendering_set s on s.id = r.set_id
                                        where s.document_id = ? and revision_n > 0 and not exists (
                                        select 1 from document_revision v
                                        where v.rendering_id = r.id and v.n = r.revision_n
                                        and v.text = r.text and v.codes = r.codes
                                        and v.status = r.status)
                                        """)
                                .param(document)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        restored.sql()
                                .sql(
                                        """
                                        select count(*) from document d
                                        where change_no <> (select count(*) from document_change c
                                        where c.document_id = d.id)
                                        and d.id = ?
                                        """)
                                .param(document)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        restored.sql()
                                .sql("select change_no from document where id = ?")
                                .param(document)
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(before);
    }

    private Callable<Integer> confirming(Entry entry, UserId person, AtomicBoolean stop) {
        return () -> {
            long version = 1;
            while (!stop.get()) {
                var result =
                        renderings.confirm(
                                entry.rendering().id(),
                                version,
                                TaggedText.plain("بند " + version),
                                Origin.TYPED,
                                person);
                assertThat(result).isInstanceOf(Saved.class);
                version = ((Saved) result).rendering().version();
            }
            return (int) version - 1;
        };
    }

    private static int confirmations(Future<Integer> work) {
        try {
            return work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long changeNo(UUID document) {
        return database.sql("select change_no from document where id = ?")
                .param(document)
                .query(Long.class)
                .single();
    }

    private long audited(String fileName) {
        return database.sql(
                        """
                        select count(*) from account_audit_entry
                        where action = 'backed-up' and subject = ?
                        """)
                .param("backup:" + fileName)
                .query(Long.class)
                .single();
    }

    private NightlyBackups nightly() {
        return new NightlyBackups(backups, users, clock, AT);
    }
}
