package org.bargardan.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.Users;
import org.bargardan.account.ui.NewPersonForm;
import org.bargardan.base.SecretLink;
import org.bargardan.base.ui.FrontPage;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.ScreenSetup;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectInvitations.OpenDoor;

/// Where an invitation by link leads: to an account of one's own, or straight into the project for
/// those who have one.
@Route(value = "invite/:link", autoLayout = false)
@AnonymousAllowed
class InviteView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ProjectInvitations invitations;
    private final transient Users users;
    private final transient SignedInUser signedIn;
    private final transient ScreenSetup screens;

    InviteView(
            ProjectInvitations invitations,
            Users users,
            SignedInUser signedIn,
            ScreenSetup screens) {
        this.invitations = invitations;
        this.users = users;
        this.signedIn = signedIn;
        this.screens = screens;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        var link = new SecretLink(entering.getRouteParameters().get("link").orElse(""));
        invitations.find(link).ifPresentOrElse(door -> show(link, door), this::showUseless);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("invite.title"));
    }

    private void show(SecretLink link, OpenDoor door) {
        var from = users.get(door.invitedBy()).penName();
        var intro = getTranslation("invite.you-are-invited", from, door.project().name());
        var person = signedIn.find();
        if (person.isPresent()) {
            add(
                    new FrontPage(
                            screens,
                            getTranslation("invite.title"),
                            intro,
                            Parts.primary(
                                    getTranslation("invite.join", person.get().penName()),
                                    () -> accept(link, door))));
            return;
        }
        var form = new NewPersonForm();
        add(
                new FrontPage(
                        screens,
                        getTranslation("invite.title"),
                        intro,
                        form,
                        Parts.primary(
                                getTranslation("invite.register"), () -> register(link, form)),
                        new Paragraph(getTranslation("invite.have-account"))));
    }

    private void showUseless() {
        add(
                new FrontPage(
                        screens,
                        getTranslation("invite.title"),
                        getTranslation("account.problem.invitation-invalid"),
                        Parts.link("login", "", Parts.span("", getTranslation("login.title")))));
    }

    private void register(SecretLink link, NewPersonForm form) {
        switch (invitations.register(link, form.value())) {
            case Registered registered ->
                    getUI().ifPresent(ui -> ui.getPage().setLocation("login?welcome"));
            case Rejected(var problem) -> {
                if (problem == Problem.INVITATION_INVALID) {
                    removeAll();
                    showUseless();
                } else {
                    form.show(problem);
                }
            }
        }
    }

    private void accept(SecretLink link, OpenDoor door) {
        if (invitations.accept(link, signedIn.require().id())) {
            ProjectNavigation.open(door.project().id());
        } else {
            removeAll();
            showUseless();
        }
    }
}
