package org.bargardan.administration.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import org.bargardan.account.Invitation;
import org.bargardan.account.Invitations;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;

/// The invitations of the whole site that nobody has used yet.
final class InvitationsSection extends Section {

    private final transient Invitations invitations;
    private final transient Users users;
    private final transient Clock clock;
    private final transient UserId actor;
    private final Paragraph none;
    private final UnorderedList list = new UnorderedList();

    InvitationsSection(Invitations invitations, Users users, Clock clock, UserId actor) {
        this.invitations = invitations;
        this.users = users;
        this.clock = clock;
        this.actor = actor;
        list.addClassNames("people-list", "ruled");
        none =
                Parts.with(
                        new Paragraph(getTranslation("administration.invitations.none")), "quiet");
        add(Parts.heading(getTranslation("administration.invitations")), none, list);
        show();
    }

    private void show() {
        list.removeAll();
        var waiting = invitations.all(actor);
        none.setVisible(waiting.isEmpty());
        waiting.forEach(each -> list.add(row(each)));
    }

    private ListItem row(Invitation each) {
        return new ListItem(
                Parts.span("quiet", getTranslation("administration.invited-by")),
                Parts.span("who", Parts.isolated(users.get(each.invitedBy()).penName())),
                Parts.span("quiet", getTranslation("tokens.until")),
                Parts.with(Shown.moment(each.expiresAt(), clock.instant(), getLocale()), "quiet"),
                Parts.grow(),
                Parts.quiet(
                        getTranslation("invite.withdraw"),
                        () -> {
                            invitations.withdraw(each.id(), actor);
                            show();
                        }));
    }
}
