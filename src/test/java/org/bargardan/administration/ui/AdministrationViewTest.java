package org.bargardan.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bargardan.OnScreen;
import org.bargardan.account.AuditAction;
import org.bargardan.account.People;
import org.bargardan.account.SiteRole;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.administration.Housekeeping;
import org.bargardan.backup.Backups;
import org.bargardan.importing.StorageQuota;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AdministrationViewTest extends OnScreen {

    @Autowired private People people;
    @Autowired private Users users;
    @Autowired private Projects projects;
    @Autowired private Membership membership;
    @Autowired private Housekeeping house;
    @Autowired private Backups backups;
    @Autowired private ProjectInvitations invitations;

    @BeforeEach
    void saraIsAnAdministrator() {
        people.changeRole(sara, SiteRole.ADMINISTRATOR, collective.administrator());
    }

    @AfterEach
    void saraIsAMember() {
        people.changeRole(sara, SiteRole.MEMBER, collective.administrator());
    }

    @Test
    void aMemberIsToldNoMoreThanOfWhatDoesNotExist() {
        saraIsAMember();
        navigate("projects/nothing", notFound());
        var ofNothing = page();
        for (var address : new String[] {"administration", "administration/house"}) {
            navigate(address, notFound());
            assertThat(page()).isEqualTo(ofNothing);
        }
        assertThat(find(Anchor.class).all())
                .noneMatch(link -> link.getHref().equals("administration"));
    }

    @Test
    void aPartThatIsNoneIsNotFound() {
        navigate("administration/nothing", notFound());
        assertThat(page()).contains("It does not exist, or it is not open to you.");
    }

    @Test
    void theWayThereStandsInTheBar() {
        open("");
        assertThat(heading()).isEqualTo("Administration");
        assertThat(find(Anchor.class).all())
                .anyMatch(link -> link.getHref().equals("administration"));
    }

    @Test
    void aResetLinkIsShownOnce() {
        var omid = member("omid");
        open("");
        click(rowOf(name(omid)), "Reset link");
        var link = find(TextField.class).withCaption("Reset link for " + name(omid)).single();
        assertThat(link.isReadOnly()).isTrue();
        open("");
        assertThat(find(TextField.class).withCaption("Reset link for " + name(omid)).all())
                .isEmpty();
    }

    @Test
    void somebodyIsMadeAdministratorStoppedAndLetInAgain() {
        var omid = member("omid");
        open("");
        click(rowOf(name(omid)), "Make administrator");
        confirm();
        assertThat(users.get(omid).siteRole()).isEqualTo(SiteRole.ADMINISTRATOR);
        click(rowOf(name(omid)), "Make member");
        assertThat(users.get(omid).siteRole()).isEqualTo(SiteRole.MEMBER);
        click(rowOf(name(omid)), "Stop");
        confirm();
        assertThat(users.get(omid).active()).isFalse();
        assertThat(text(rowOf(name(omid)))).contains("stopped").doesNotContain("Reset link");
        click(rowOf(name(omid)), "Let in again");
        assertThat(users.get(omid).active()).isTrue();
    }

    @Test
    void anInvitationThatWaitsIsWithdrawn() {
        invitations.invite(
                collective.project(), Set.of(ProjectRole.READER), collective.administrator());
        open("");
        int before = waiting();
        var row =
                find(ListItem.class).all().stream()
                        .filter(each -> text(each).contains("Withdraw"))
                        .findFirst();
        click(row.orElseThrow(), "Withdraw");
        assertThat(waiting()).isEqualTo(before - 1);
    }

    @Test
    void aProjectIsTakenOverOnceItIsSaidWhatThatMeans() {
        var project = collective.project();
        collective.document(project, "It was night.");
        var name = projects.get(project).name();
        open("projects");
        assertThat(text(rowOf(name))).contains("1 person", "1 manager", "kB");
        click(rowOf(name), "Take over");
        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message"))
                .contains("Its members see you", "audit log");
        confirm();
        assertThat(membership.roles(project, sara)).containsExactly(ProjectRole.MANAGER);
        assertThat(text(rowOf(name))).contains("2 managers").doesNotContain("Take over");
    }

    @Test
    void aDeletedProjectIsMarkedAndCannotBeTakenOver() {
        var project = collective.project();
        var name = projects.get(project).name();
        projects.delete(project, collective.administrator());
        open("projects");
        assertThat(text(rowOf(name))).contains("deleted").doesNotContain("Take over");
    }

    @Test
    void theSpaceForOriginalsIsAWholeNumber() {
        open("projects");
        var most = find(IntegerField.class).single();
        assertThat(most.getValue()).isEqualTo(2048);
        try {
            most.setValue(100);
            test(find(Button.class).withText("Save").single()).click();
            assertThat(house.state(sara).quota()).isEqualTo(100L << 20);
            most.setValue(-1);
            test(find(Button.class).withText("Save").single()).click();
            assertThat(most.isInvalid()).isTrue();
            assertThat(house.state(sara).quota()).isEqualTo(100L << 20);
        } finally {
            house.limit(StorageQuota.DEFAULT, sara);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theAuditLogTellsInSentencesAndOfOneKindIfAsked() {
        var project = collective.project();
        var omid = collective.member(project, "omid", ProjectRole.READER);
        membership.change(
                project, omid, Set.of(ProjectRole.TRANSLATOR), collective.administrator());
        open("audit");
        var newest = find(ListItem.class).all().getFirst();
        assertThat(text(newest))
                .contains(
                        name(collective.administrator()),
                        "changed roles in a project",
                        "Project: " + projects.get(project).name(),
                        name(omid) + " roles=translator");
        Select<AuditAction> only = find(Select.class).single();
        only.setValue(AuditAction.INVITED);
        assertThat(find(ListItem.class).all())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(text(row)).contains("invited somebody"));
    }

    @Test
    void aBackupIsMadeWhileTheButtonRests() {
        open("house");
        var now = find(Button.class).withText("Back up now").single();
        test(now).click();
        assertThat(now.isEnabled()).isFalse();
        assertThat(page()).contains("The backup is being made.");
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    var session = VaadinSession.getCurrent();
                    session.getService().runPendingAccessTasks(session);
                    return now.isEnabled();
                });
        assertThat(page()).contains("The backup is made.", "The last backup was made");
        assertThat(backups.lastBackup()).isPresent();
    }

    @Test
    void theHouseTellsHowItStands() {
        open("house");
        assertThat(page())
                .contains("free of", "Events that wait", "It is off: people write.")
                .contains("Mail is not set up", "BARGARDAN_SMTP_HOST");
    }

    @Test
    void theBannerShowsWhileNobodyWrites() {
        open("house");
        try {
            test(find(Button.class).withText("Stop all writing").single()).click();
            confirm();
            assertThat(house.state(sara).readOnly()).isTrue();
            anew();
            assertThat(page()).contains("Read only", "It is on: nobody can write.");
            test(find(Button.class).withText("Let people write again").single()).click();
            assertThat(house.state(sara).readOnly()).isFalse();
        } finally {
            house.readOnly(false, sara);
        }
    }

    /// As after a reload: another bar.
    private void anew() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        open("house");
    }

    private void open(String part) {
        navigate(AdministrationView.class, part.isEmpty() ? Map.of() : Map.of("section", part));
    }

    private UserId member(String name) {
        return collective.member(collective.project(), name, ProjectRole.READER);
    }

    private String name(UserId person) {
        return users.get(person).penName();
    }

    private ListItem rowOf(String name) {
        return find(ListItem.class).all().stream()
                .filter(row -> text(row).contains(name))
                .findFirst()
                .orElseThrow();
    }

    private int waiting() {
        return (int)
                find(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Withdraw"))
                        .count();
    }

    private void click(ListItem row, String button) {
        test(find(Button.class, row).withText(button).single()).click();
    }

    private void confirm() {
        test(find(ConfirmDialog.class).single()).confirm();
    }
}
