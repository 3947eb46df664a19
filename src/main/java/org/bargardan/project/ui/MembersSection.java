package org.bargardan.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bargardan.account.PersonState;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.SecretField;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.Told;
import org.bargardan.project.Member;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectInvitations.Waiting;
import org.bargardan.project.ProjectRole;

/// Who is in a project, in which roles, and links for those who should be.
public final class MembersSection extends Section {

    private final transient Membership membership;
    private final transient ProjectInvitations invitations;
    private final transient Project project;
    private final transient Clock clock;
    private final transient UserId actor;
    private final boolean manages;
    private final UnorderedList people = new UnorderedList();
    private final UnorderedList waiting = new UnorderedList();
    private final CheckboxGroup<ProjectRole> roles;
    private final Div links = new Div();

    public MembersSection(
            Membership membership,
            ProjectInvitations invitations,
            Project project,
            Clock clock,
            UserId actor) {
        this.membership = membership;
        this.invitations = invitations;
        this.project = project;
        this.clock = clock;
        this.actor = actor;
        manages = membership.roles(project.id(), actor).contains(ProjectRole.MANAGER);
        roles = roleChoice(Set.of(ProjectRole.TRANSLATOR));
        people.addClassName("people-list");
        waiting.addClassName("people-list");
        add(Parts.heading(getTranslation("members.title")), people);
        showPeople();
        if (manages) {
            add(invite());
            showWaiting();
        }
        add(
                Parts.div(
                        "acts",
                        Parts.quiet(getTranslation("members.leave"), this::askWhetherToLeave)));
    }

    private void showPeople() {
        people.removeAll();
        membership.members(project.id(), actor).forEach(member -> people.add(row(member)));
    }

    private ListItem row(Member member) {
        var person = member.person();
        var row =
                new ListItem(
                        Parts.avatar(person.penName(), person.colour(), false),
                        Parts.span("who", Parts.isolated(person.penName())),
                        Parts.span("quiet", names(member.roles())));
        if (person.state() == PersonState.DEACTIVATED) {
            row.add(Parts.span("quiet", getTranslation("members.deactivated")));
        }
        if (manages) {
            row.add(
                    Parts.grow(),
                    Parts.quiet(getTranslation("members.change"), () -> askForRoles(member)));
        }
        return row;
    }

    private void askForRoles(Member member) {
        var choice = roleChoice(member.roles());
        var dialog = new ConfirmDialog();
        dialog.setHeader(member.person().penName());
        dialog.add(choice, Parts.with(new Paragraph(getTranslation("members.none")), "quiet"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("cancel"));
        dialog.setConfirmText(getTranslation("members.save"));
        dialog.addConfirmListener(confirmed -> {
            tell(membership.change(project.id(), member.person().id(), choice.getValue(), actor));
            if (membership.roles(project.id(), actor).contains(ProjectRole.MANAGER)) {
                showPeople();
            } else {
                UI.getCurrent().navigate("");
            }
        });
        dialog.open();
    }

    private void askWhetherToLeave() {
        Parts.ask(
                getTranslation("members.leave"),
                getTranslation("members.leave.sure"),
                getTranslation("members.leave"),
                () -> {
                    var outcome = membership.leave(project.id(), actor);
                    tell(outcome);
                    if (outcome == Membership.Outcome.CHANGED) {
                        UI.getCurrent().navigate("");
                    }
                });
    }

    private void tell(Membership.Outcome outcome) {
        if (outcome == Membership.Outcome.LAST_MANAGER) {
            Told.shortly(getTranslation("members.last-manager"));
        }
    }

    private Component invite() {
        roles.setLabel(getTranslation("invite.roles"));
        links.addClassName("invite-links");
        return Parts.div(
                "invite",
                new Paragraph(getTranslation("invite.intro")),
                roles,
                Parts.button(getTranslation("invite.create"), this::createLink),
                links,
                waiting);
    }

    private CheckboxGroup<ProjectRole> roleChoice(Set<ProjectRole> chosen) {
        var choice = new CheckboxGroup<ProjectRole>();
        choice.setItems(
                ProjectRole.TRANSLATOR,
                ProjectRole.REVIEWER,
                ProjectRole.READER,
                ProjectRole.MANAGER);
        choice.setItemLabelGenerator(role -> getTranslation("role." + role.key()));
        choice.setValue(chosen);
        return choice;
    }

    private void createLink() {
        Set<ProjectRole> chosen = roles.getValue();
        if (chosen.isEmpty()) {
            roles.setErrorMessage(getTranslation("invite.role-needed"));
            roles.setInvalid(true);
            return;
        }
        roles.setInvalid(false);
        var link = invitations.invite(project.id(), EnumSet.copyOf(chosen), actor);
        links.removeAll();
        links.add(
                SecretField.link(
                        getTranslation("invite.link.as", names(chosen)),
                        getTranslation("invite.link.help"),
                        "invite/" + link.text()));
        showWaiting();
    }

    private void showWaiting() {
        waiting.removeAll();
        invitations.waiting(project.id(), actor).forEach(each -> waiting.add(row(each)));
    }

    private ListItem row(Waiting each) {
        return new ListItem(
                Parts.span("", getTranslation("invite.waiting", names(each.roles()))),
                Parts.span("quiet", getTranslation("tokens.until")),
                Parts.with(Shown.moment(each.expiresAt(), clock.instant(), getLocale()), "quiet"),
                Parts.grow(),
                Parts.quiet(
                        getTranslation("invite.withdraw"),
                        () -> {
                            invitations.withdraw(project.id(), each.id(), actor);
                            links.removeAll();
                            showWaiting();
                        }));
    }

    private String names(Collection<ProjectRole> some) {
        return some.stream()
                .sorted()
                .map(role -> getTranslation("role." + role.key()))
                .collect(Collectors.joining(getTranslation("list.separator")));
    }
}
