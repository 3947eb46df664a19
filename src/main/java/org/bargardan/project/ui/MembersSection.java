package org.bargardan.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.SecretField;
import org.bargardan.project.Member;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;

/// Who is in a project, and links for those who should be.
public final class MembersSection extends Section {

    private final transient ProjectInvitations invitations;
    private final transient Project project;
    private final transient UserId actor;
    private final CheckboxGroup<ProjectRole> roles = new CheckboxGroup<>();
    private final Div links = new Div();

    public MembersSection(
            Membership membership, ProjectInvitations invitations, Project project, UserId actor) {
        this.invitations = invitations;
        this.project = project;
        this.actor = actor;
        var people = new UnorderedList();
        people.addClassName("people-list");
        membership.members(project.id(), actor).forEach(member -> people.add(row(member)));
        add(Parts.heading(getTranslation("members.title")), people);
        if (membership.roles(project.id(), actor).contains(ProjectRole.MANAGER)) {
            add(invite());
        }
    }

    private ListItem row(Member member) {
        var person = member.person();
        var roleNames =
                member.roles().stream()
                        .sorted()
                        .map(role -> getTranslation("role." + role.key()))
                        .collect(Collectors.joining(getTranslation("list.separator")));
        return new ListItem(
                Parts.avatar(person.penName(), person.colour(), false),
                Parts.span("who", Parts.isolated(person.penName())),
                Parts.span("quiet", roleNames));
    }

    private Component invite() {
        roles.setLabel(getTranslation("invite.roles"));
        roles.setItems(
                ProjectRole.TRANSLATOR,
                ProjectRole.REVIEWER,
                ProjectRole.READER,
                ProjectRole.MANAGER);
        roles.setItemLabelGenerator(role -> getTranslation("role." + role.key()));
        roles.setValue(EnumSet.of(ProjectRole.TRANSLATOR));
        links.addClassName("invite-links");
        return Parts.div(
                "invite",
                new Paragraph(getTranslation("invite.intro")),
                roles,
                Parts.button(getTranslation("invite.create"), this::createLink),
                links);
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
        links.addComponentAsFirst(
                SecretField.link(
                        getTranslation("invite.link"),
                        getTranslation("invite.link.help"),
                        "invite/" + link.text()));
    }
}
