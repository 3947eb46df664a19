package org.bargardan.account.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import org.bargardan.account.RememberedSignIns;
import org.bargardan.account.RememberedSignIns.Remembered;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;

/// The browsers in which a person stays signed in, and the way out of all of them.
final class SignInsSection extends Section {

    private final transient RememberedSignIns remembered;
    private final transient Clock clock;
    private final transient UserId actor;
    private final UnorderedList list = new UnorderedList();

    SignInsSection(
            RememberedSignIns remembered, Clock clock, UserId actor, Runnable signOutEverywhere) {
        this.remembered = remembered;
        this.clock = clock;
        this.actor = actor;
        list.addClassName("people-list");
        add(
                Parts.heading(getTranslation("profile.sign-ins")),
                Parts.with(new Paragraph(getTranslation("profile.sign-ins.intro")), "quiet"),
                list,
                Parts.div(
                        "acts",
                        Parts.button(
                                getTranslation("profile.sign-out-everywhere"), signOutEverywhere)));
        show();
    }

    private void show() {
        list.removeAll();
        remembered.of(actor).forEach(each -> list.add(row(each)));
    }

    private ListItem row(Remembered each) {
        return new ListItem(
                Parts.span("", getTranslation("profile.remembered-since")),
                Shown.moment(each.since(), clock.instant(), getLocale()),
                Parts.span("quiet", getTranslation("profile.last-used")),
                Parts.with(Shown.moment(each.lastUsedAt(), clock.instant(), getLocale()), "quiet"),
                Parts.grow(),
                Parts.quiet(
                        getTranslation("profile.forget"),
                        () -> {
                            remembered.forget(each.id(), actor);
                            show();
                        }));
    }
}
