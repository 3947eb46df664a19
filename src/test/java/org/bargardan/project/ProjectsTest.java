package org.bargardan.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.People;
import org.bargardan.account.PersonState;
import org.bargardan.account.Profiles;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.project.Membership.Outcome;
import org.bargardan.text.repair.RepairStyle;
import org.bargardan.text.repair.RepairStyle.Digits;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.bargardan.text.repair.RepairStyle.Plural;
import org.bargardan.text.repair.RepairStyle.Quotes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@House
class ProjectsTest {

    @Autowired private Collective collective;
    @Autowired private Projects projects;
    @Autowired private Membership membership;
    @Autowired private ProjectInvitations invitations;
    @Autowired private Documents documents;
    @Autowired private People people;
    @Autowired private Profiles profiles;
    @Autowired private Users users;
    @Autowired private JdbcClient database;

    private UserId golnar;
    private UserId sara;
    private ProjectId project;
    private DocumentId document;

    @BeforeEach
    void aProject() {
        golnar = collective.administrator();
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
        document = collective.document(project, "It was night.");
    }

    @Test
    void aDeletedProjectIsThereForNobodyAndComesBackForItsManager() {
        projects.delete(project, golnar);
        assertThat(projects.of(sara)).isEmpty();
        assertThatThrownBy(() -> documents.get(document, golnar))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> projects.undelete(project, sara))
                .isInstanceOf(NotFoundException.class);
        assertThat(projects.deletedOf(sara)).isEmpty();
        assertThat(projects.deletedOf(golnar))
                .extracting(deleted -> deleted.project().id())
                .contains(project);

        projects.undelete(project, golnar);
        assertThat(documents.get(document, sara).id()).isEqualTo(document);
    }

    @Test
    void afterThirtyDaysAProjectGoesWithAllItHolds() {
        var open = invitations.invite(project, Set.of(ProjectRole.READER), golnar);
        projects.delete(project, golnar);
        assertThat(invitations.find(open)).isEmpty();
        database.sql("update project set deleted_at = ? where id = ?")
                .params(OffsetDateTime.now().minus(Projects.KEPT.plusHours(1)), project.value())
                .update();
        projects.purge();
        assertThat(count("project where id")).isZero();
        assertThat(count("memory where project_id")).isZero();
        assertThat(count("document where project_id")).isZero();
        assertThat(count("project_member where project_id")).isZero();
    }

    @Test
    void aProjectKeepsTheStyleThatItsManagerChose() {
        assertThat(projects.get(project, sara).style()).isEqualTo(RepairStyle.DEFAULT);
        var style =
                new RepairStyle(Ezafe.HAMZA, Plural.WITH_JOINER, Digits.PERSIAN, Quotes.GUILLEMETS);
        assertThatThrownBy(() -> projects.decide(project, style, sara))
                .isInstanceOf(NotAllowedException.class);
        projects.decide(project, style, golnar);
        assertThat(projects.get(project, sara).style()).isEqualTo(style);
    }

    @Test
    void rolesAreGivenAndTakenByManagers() {
        assertThat(membership.change(project, sara, Set.of(ProjectRole.REVIEWER), golnar))
                .isEqualTo(Outcome.CHANGED);
        assertThat(membership.roles(project, sara)).containsExactly(ProjectRole.REVIEWER);
        assertThatThrownBy(
                        () -> membership.change(project, sara, Set.of(ProjectRole.MANAGER), sara))
                .isInstanceOf(NotAllowedException.class);
        membership.change(project, sara, Set.of(), golnar);
        assertThatThrownBy(() -> documents.get(document, sara))
                .isInstanceOf(NotFoundException.class);
    }

    /// Both begin as managers; whoever comes second is none any more when it is their turn.
    @RepeatedTest(10)
    void ofTwoManagersWhoSendEachOtherAwayOneStays() throws Exception {
        membership.change(project, sara, Set.of(ProjectRole.MANAGER), golnar);
        var omid = collective.member(project, "omid", ProjectRole.MANAGER);
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var attempts =
                    List.of(sendAway(omid, sara, both), sendAway(sara, omid, both)).stream()
                            .map(threads::submit)
                            .toList();
            for (var attempt : attempts) {
                attempt.get();
            }
        }
        assertThat(List.of(membership.roles(project, sara), membership.roles(project, omid)))
                .containsExactlyInAnyOrder(Set.of(), Set.of(ProjectRole.MANAGER));
    }

    private Callable<Boolean> sendAway(UserId whom, UserId by, CyclicBarrier both) {
        return () -> {
            both.await();
            try {
                membership.change(project, whom, Set.of(), by);
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        };
    }

    @Test
    void strangersAreNotMadeMembersPastTheInvitation() {
        var stranger = collective.member(collective.project(), "omid", ProjectRole.TRANSLATOR);
        assertThatThrownBy(() ->
                        membership.change(project, stranger, Set.of(ProjectRole.READER), golnar))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aProjectKeepsAManager() {
        assertThat(membership.leave(project, golnar)).isEqualTo(Outcome.LAST_MANAGER);
        assertThat(membership.change(project, golnar, Set.of(ProjectRole.READER), golnar))
                .isEqualTo(Outcome.LAST_MANAGER);
        membership.change(project, sara, Set.of(ProjectRole.MANAGER), golnar);
        assertThat(membership.leave(project, golnar)).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void aProjectWhoseManagerHasLeftIsTakenOverByAnAdministrator() {
        var theirs = projects.create("Gulistan", Collective.ENGLISH_TO_PERSIAN, sara);
        assertThatThrownBy(() -> projects.get(theirs, golnar))
                .isInstanceOf(NotFoundException.class);
        profiles.leave(Collective.PASSWORD, true, sara);
        assertThat(users.get(sara).state()).isEqualTo(PersonState.FORMER);
        assertThat(projects.all(golnar))
                .filteredOn(listed -> listed.id().equals(theirs))
                .singleElement()
                .satisfies(listed -> assertThat(listed.managers()).isZero());
        membership.takeOver(theirs, golnar);
        assertThat(projects.get(theirs, golnar).name()).isEqualTo("Gulistan");
    }

    @Test
    void aWithdrawnInvitationOpensNothing() {
        var link = invitations.invite(project, Set.of(ProjectRole.READER), golnar);
        var waiting = invitations.waiting(project, golnar);
        assertThat(waiting).hasSize(1);
        assertThatThrownBy(() -> invitations.waiting(project, sara))
                .isInstanceOf(NotAllowedException.class);
        invitations.withdraw(project, waiting.getFirst().id(), golnar);
        assertThat(invitations.find(link)).isEmpty();
        assertThat(invitations.waiting(project, golnar)).isEmpty();
    }

    @Test
    void nobodyWithdrawsAnotherProjectsInvitation() {
        var link = invitations.invite(project, Set.of(ProjectRole.READER), golnar);
        var id = invitations.waiting(project, golnar).getFirst().id();
        var other = projects.create("Other", Collective.ENGLISH_TO_PERSIAN, sara);
        assertThatThrownBy(() -> invitations.withdraw(other, id, sara))
                .isInstanceOf(NotFoundException.class);
        assertThat(invitations.find(link)).isPresent();
    }

    @Test
    void whoeverIsSentAwayComesBackByNoLinkOfTheirOwn() {
        membership.change(project, sara, Set.of(ProjectRole.MANAGER), golnar);
        var kept = invitations.invite(project, Set.of(ProjectRole.MANAGER), sara);
        assertThat(invitations.find(kept)).isPresent();
        membership.change(project, sara, Set.of(), golnar);

        assertThat(invitations.find(kept)).isEmpty();
        assertThat(invitations.accept(kept, sara)).isFalse();
        assertThat(invitations.register(kept, Collective.newcomer("nobody")))
                .isEqualTo(new Rejected(Problem.INVITATION_INVALID));
        assertThat(membership.roles(project, sara)).isEmpty();
    }

    @Test
    void theLinksOfADeactivatedManagerOpenNothing() {
        membership.change(project, sara, Set.of(ProjectRole.MANAGER), golnar);
        var link = invitations.invite(project, Set.of(ProjectRole.READER), sara);
        people.deactivate(sara, golnar);
        assertThat(invitations.find(link)).isEmpty();
        people.reactivate(sara, golnar);
        assertThat(invitations.find(link)).isPresent();
    }

    private int count(String tableWhereColumn) {
        return database.sql("select count(*) from " + tableWhereColumn + " = ?")
                .param(project.value())
                .query(Integer.class)
                .single();
    }
}
