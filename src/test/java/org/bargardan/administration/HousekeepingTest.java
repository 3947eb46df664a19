package org.bargardan.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditEntry;
import org.bargardan.account.People;
import org.bargardan.account.UserId;
import org.bargardan.base.NotAllowedException;
import org.bargardan.importing.StorageQuota;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@House
class HousekeepingTest {

    @Autowired private Collective collective;
    @Autowired private Housekeeping house;
    @Autowired private People people;
    @Autowired private Clock clock;

    private UserId administrator;

    @BeforeEach
    void theServerHasStarted() {
        administrator = collective.administrator();
    }

    @Test
    void whoeverIsNoAdministratorIsRefused() {
        var member = collective.member(collective.project(), "mahin", ProjectRole.MANAGER);
        refused(() -> house.state(member));
        refused(() -> house.holdings(member));
        refused(() -> house.readOnly(true, member));
        refused(() -> house.limit(1, member));
        refused(() -> house.backUp(member));
        refused(() -> house.testMail("a@example.org", Locale.ENGLISH, member));
        assertThat(house.state(administrator).readOnly()).isFalse();
    }

    @Test
    void aBackupIsMadeBehindWhoeverAsksForIt() throws Exception {
        var made = house.backUp(administrator).get(2, TimeUnit.MINUTES);
        assertThat(Files.size(made.file())).isEqualTo(made.bytes()).isPositive();
        var state = house.state(administrator);
        assertThat(state.lastBackup()).isEqualTo(made);
        assertThat(state.backupOverdue(clock.instant())).isFalse();
        assertThat(state.backupOverdue(made.at().plus(Duration.ofHours(49)))).isTrue();
        Files.delete(made.file());
    }

    @Test
    void aHouseWithoutABackupIsWarned() {
        var state = house.state(administrator);
        var without =
                new HouseState(
                        null,
                        state.disk(),
                        state.databaseBytes(),
                        state.pending(),
                        false,
                        false,
                        StorageQuota.NONE);
        assertThat(without.backupOverdue(clock.instant())).isTrue();
    }

    @Test
    void theStateHasFiguresOfDiskAndWork() {
        var state = house.state(administrator);
        assertThat(state.disk().free()).isPositive().isLessThanOrEqualTo(state.disk().total());
        assertThat(state.pending().jobs()).isNotNegative();
        assertThat(state.databaseBytes().orElse(1)).isPositive();
    }

    @Test
    void aProjectsHoldingsAreTheSizesOfItsFilesEachCountedOnce() {
        var project = collective.project();
        collective.document(project, "It was night.");
        collective.document(project, "It was night.");
        collective.document(project, "Nobody came.");
        assertThat(house.holdings(administrator)).containsEntry(project, 13L + 12L);
        assertThat(house.holdings(administrator)).doesNotContainKey(collective.project());
    }

    @Test
    void theSpaceForOriginalsIsSetAndTold() {
        try {
            house.limit(StorageQuota.NONE, administrator);
            assertThat(house.state(administrator).quota()).isEqualTo(StorageQuota.NONE);
            assertThat(newest().action()).isEqualTo(AuditAction.QUOTA_SET);
            assertThat(newest().detail()).isEqualTo("bytes=0");
        } finally {
            house.limit(StorageQuota.DEFAULT, administrator);
        }
    }

    @Test
    void withoutAMailServerATestMailIsNotSent() {
        assertThat(house.state(administrator).mailSetUp()).isFalse();
        assertThat(house.testMail("a@example.org", Locale.ENGLISH, administrator))
                .isEqualTo(MailTest.NOT_SET_UP);
    }

    private AuditEntry newest() {
        return people.audit(null, AuditAction.QUOTA_SET, administrator).getFirst();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotAllowedException.class);
    }
}
