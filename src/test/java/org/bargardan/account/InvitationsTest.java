package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.base.SecretLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class InvitationsTest {

    private static final Rejected INVALID = new Rejected(Problem.INVITATION_INVALID);

    @Autowired private Collective collective;
    @Autowired private Invitations invitations;
    @Autowired private Users users;
    @Autowired private JdbcClient database;

    private SecretLink link;

    @BeforeEach
    void aLink() {
        link = SecretLink.create();
        invitations.create(link, collective.administrator());
    }

    @Test
    void aLinkMakesOneMemberOnce() {
        var sara = Collective.newcomer("sara");
        var omid = Collective.newcomer("omid");
        assertThat(invitations.register(link, sara)).isInstanceOf(Registered.class);
        assertThat(users.findByLogin(sara.login()).orElseThrow().siteRole())
                .isEqualTo(SiteRole.MEMBER);
        assertThat(invitations.find(link)).isEmpty();
        assertThat(invitations.register(link, omid)).isEqualTo(INVALID);
        assertThat(users.findByLogin(omid.login())).isEmpty();
    }

    @Test
    void aLinkIsNotUsedUpByARejectedRegistration() {
        var sara = Collective.newcomer("sara");
        var hasty = new NewPerson(sara.login(), sara.penName(), "short", sara.locale());
        assertThat(invitations.register(link, hasty))
                .isEqualTo(new Rejected(Problem.PASSWORD_SHORT));
        assertThat(invitations.register(link, sara)).isInstanceOf(Registered.class);
    }

    @Test
    void aLinkNobodyMadeOpensNothing() {
        var stranger = Collective.newcomer("stranger");
        assertThat(invitations.find(new SecretLink(""))).isEmpty();
        assertThat(invitations.register(SecretLink.create(), stranger)).isEqualTo(INVALID);
        assertThat(users.findByLogin(stranger.login())).isEmpty();
    }

    @Test
    void aLinkLivesForFourteenDays() {
        assertThat(invitations.find(link).orElseThrow().expiresAt())
                .isCloseTo(Instant.now().plus(Duration.ofDays(14)), within(1, ChronoUnit.MINUTES));
        expireIn(Duration.ofMinutes(1));
        assertThat(invitations.find(link)).isPresent();
        expireIn(Duration.ofSeconds(-1));
        assertThat(invitations.find(link)).isEmpty();
        assertThat(invitations.register(link, Collective.newcomer("late"))).isEqualTo(INVALID);
    }

    @Test
    void aWithdrawnLinkOpensNothing() {
        database.sql("update account_invitation set revoked_at = created_at where hash = ?")
                .param(link.hash())
                .update();
        assertThat(invitations.register(link, Collective.newcomer("late"))).isEqualTo(INVALID);
    }

    @Test
    void onlyTheHashOfALinkIsStored() {
        assertThat(
                        database.sql("select hash from account_invitation where hash = ?")
                                .param(link.hash())
                                .query(byte[].class)
                                .list())
                .containsExactly(link.hash());
        assertThat(link.toString()).doesNotContain(link.text());
    }

    @Test
    void ofPeopleUsingOneLinkAtOnceOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            aLink();
            var people = List.of(Collective.newcomer("sara"), Collective.newcomer("omid"));
            assertThat(registeredAtOnce(people)).containsOnlyOnce(INVALID);
            assertThat(people.stream().filter(p -> users.findByLogin(p.login()).isPresent()))
                    .hasSize(1);
        }
    }

    private List<RegistrationResult> registeredAtOnce(List<NewPerson> people) throws Exception {
        var together = new CountDownLatch(people.size());
        var results = new ArrayList<RegistrationResult>();
        try (var browsers = Executors.newFixedThreadPool(people.size())) {
            var attempts =
                    people.stream()
                            .<Callable<RegistrationResult>>map(person ->
                                    () -> {
                                        together.countDown();
                                        together.await();
                                        return invitations.register(link, person);
                                    })
                            .toList();
            for (var attempt : browsers.invokeAll(attempts)) {
                results.add(attempt.get());
            }
        }
        return results;
    }

    private void expireIn(Duration time) {
        database.sql("update account_invitation set expires_at = ? where hash = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).plus(time), link.hash())
                .update();
    }
}
