package org.bargardan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.SecretLink;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

@House
class ProfilesTest {

    private static final String NEW = "another long password";

    @Autowired private Collective collective;
    @Autowired private Profiles profiles;
    @Autowired private People people;
    @Autowired private PasswordResets resets;
    @Autowired private Users users;
    @Autowired private UserDetailsService details;
    @Autowired private PasswordEncoder passwords;
    @Autowired private JdbcClient database;

    private UserId sara;
    private UserId omid;

    @BeforeEach
    void twoPeople() {
        var project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
    }

    @Test
    void namesAndAddressAreKeptAndGivenBack() {
        var before = profiles.of(sara);
        var wanted =
                new Profile(
                        before.login(),
                        " سارا " + before.version() + sara.value(),
                        "Sara R.",
                        "sara@example.org",
                        before.version());
        assertThat(profiles.change(wanted, Collective.PASSWORD, sara))
                .isEqualTo(ProfileResult.CHANGED);
        var after = profiles.of(sara);
        assertThat(after.penName()).startsWith("سارا");
        assertThat(after.creditName()).isEqualTo("Sara R.");
        assertThat(after.email()).isEqualTo("sara@example.org");
    }

    @Test
    void anotherMailAddressAsksForThePassword() {
        var mine = profiles.of(sara);
        var wanted =
                new Profile(
                        mine.login(), mine.penName(), null, "thief@example.org", mine.version());
        assertThat(profiles.change(wanted, "wrong", sara)).isEqualTo(ProfileResult.PASSWORD_WRONG);
        assertThat(profiles.of(sara).email()).isNull();
    }

    @Test
    void ofTwoWindowsTheSecondLearnsOfTheFirst() {
        var read = profiles.of(sara);
        assertThat(profiles.change(read, "", sara)).isEqualTo(ProfileResult.CHANGED);
        assertThat(profiles.change(read, "", sara)).isEqualTo(ProfileResult.STALE);
    }

    @Test
    void nobodyTakesAnothersPenName() {
        var mine = profiles.of(sara);
        var theirs = profiles.of(omid).penName();
        assertThat(
                        profiles.change(
                                new Profile(mine.login(), theirs, null, null, mine.version()),
                                Collective.PASSWORD,
                                sara))
                .isEqualTo(ProfileResult.PEN_NAME_TAKEN);
    }

    @Test
    void whatIsNoNameOrAddressIsRefused() {
        var mine = profiles.of(sara);
        assertThat(changed(mine, "\u202eabc", null, null))
                .isEqualTo(ProfileResult.PEN_NAME_MALFORMED);
        assertThat(changed(mine, "fine", "line\nbreak", null))
                .isEqualTo(ProfileResult.CREDIT_NAME_MALFORMED);
        assertThat(changed(mine, "fine", null, "a@b\r\nBcc: all@example.org"))
                .isEqualTo(ProfileResult.EMAIL_MALFORMED);
    }

    private ProfileResult changed(Profile mine, String penName, String credit, String email) {
        return profiles.change(
                new Profile(mine.login(), penName, credit, email, mine.version()),
                Collective.PASSWORD,
                sara);
    }

    @Test
    void thePasswordChangesOnlyForWhoKnowsIt() {
        assertThat(profiles.changePassword("wrong", NEW, sara))
                .isEqualTo(ProfileResult.PASSWORD_WRONG);
        assertThat(profiles.changePassword(Collective.PASSWORD, "short", sara))
                .isEqualTo(ProfileResult.PASSWORD_SHORT);
        assertThat(profiles.changePassword(Collective.PASSWORD, NEW, sara))
                .isEqualTo(ProfileResult.CHANGED);
        assertThat(passwordOf(sara, NEW)).isTrue();
    }

    @Test
    void guessingThePasswordOfAnOpenScreenEnds() {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            assertThat(profiles.changePassword("guess " + i, NEW, sara))
                    .isEqualTo(ProfileResult.PASSWORD_WRONG);
        }
        assertThat(profiles.changePassword(Collective.PASSWORD, NEW, sara))
                .isEqualTo(ProfileResult.PASSWORD_THROTTLED);
    }

    @Test
    void aResetLinkGivesANewPasswordOnce() {
        var link = resets.make(sara, collective.administrator());
        assertThat(resets.find(link)).contains(users.loginOf(sara));
        assertThat(resets.reset(link, "short")).isEqualTo(PasswordResets.Outcome.PASSWORD_SHORT);
        assertThat(resets.reset(link, NEW)).isEqualTo(PasswordResets.Outcome.SET);
        assertThat(passwordOf(sara, NEW)).isTrue();
        assertThat(resets.find(link)).isEmpty();
        assertThat(resets.reset(link, "yet another password"))
                .isEqualTo(PasswordResets.Outcome.LINK_USELESS);
    }

    @Test
    void aSecondResetLinkEndsTheFirst() {
        var first = resets.make(sara, collective.administrator());
        resets.make(sara, collective.administrator());
        assertThat(resets.find(first)).isEmpty();
    }

    @Test
    void aResetLinkGrowsOld() {
        var link = resets.make(sara, collective.administrator());
        database.sql("update account_reset set expires_at = current_timestamp where person_id = ?")
                .param(sara.value())
                .update();
        assertThat(resets.find(link)).isEmpty();
        assertThat(resets.reset(link, NEW)).isEqualTo(PasswordResets.Outcome.LINK_USELESS);
    }

    @Test
    void aNewPasswordEndsTheResetLinkThatLiesAbout() {
        var link = resets.make(sara, collective.administrator());
        profiles.changePassword(Collective.PASSWORD, NEW, sara);
        assertThat(resets.find(link)).isEmpty();
    }

    @Test
    void onlyAdministratorsMakeResetLinks() {
        assertThatThrownBy(() -> resets.make(sara, omid)).isInstanceOf(NotAllowedException.class);
        assertThat(resets.find(new SecretLink("made up"))).isEmpty();
    }

    @Test
    void whoeverLeavesIsGoneAndTheirPenNameStaysIfTheyWish() {
        var penName = profiles.of(sara).penName();
        var login = users.loginOf(sara);
        assertThat(profiles.leave(Collective.PASSWORD, true, sara))
                .isEqualTo(ProfileResult.CHANGED);
        var after = users.get(sara);
        assertThat(after.state()).isEqualTo(PersonState.FORMER);
        assertThat(after.penName()).isEqualTo(penName);
        assertThat(users.findByLogin(login)).isEmpty();
        assertThatThrownBy(() -> profiles.of(sara)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.reactivate(sara, collective.administrator()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoeverLeavesWithoutATraceIsNamedByNothing() {
        var penName = profiles.of(sara).penName();
        profiles.leave(Collective.PASSWORD, false, sara);
        var row =
                database.sql("select * from account_person where id = ?")
                        .param(sara.value())
                        .query()
                        .singleRow();
        assertThat(row.toString()).doesNotContain(penName).contains("Former member");
        assertThat(row.get("email")).isNull();
    }

    @Test
    void leavingAsksForThePassword() {
        assertThat(profiles.leave("wrong", true, sara)).isEqualTo(ProfileResult.PASSWORD_WRONG);
        assertThat(users.get(sara).active()).isTrue();
    }

    @Test
    void aSiteKeepsAnAdministrator() {
        var golnar = collective.administrator();
        assertThat(people.deactivate(golnar, golnar)).isEqualTo(People.Outcome.LAST_ADMINISTRATOR);
        assertThat(people.changeRole(golnar, SiteRole.MEMBER, golnar))
                .isEqualTo(People.Outcome.LAST_ADMINISTRATOR);
        assertThat(profiles.leave(Collective.PASSWORD, true, golnar))
                .isEqualTo(ProfileResult.LAST_ADMINISTRATOR);

        assertThat(people.changeRole(sara, SiteRole.ADMINISTRATOR, golnar))
                .isEqualTo(People.Outcome.DONE);
        assertThat(people.changeRole(sara, SiteRole.MEMBER, golnar)).isEqualTo(People.Outcome.DONE);
    }

    private boolean passwordOf(UserId person, String password) {
        return passwords.matches(
                password, details.loadUserByUsername(users.loginOf(person)).getPassword());
    }
}
