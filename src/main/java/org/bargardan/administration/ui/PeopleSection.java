package org.bargardan.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import org.bargardan.account.PasswordResets;
import org.bargardan.account.People;
import org.bargardan.account.People.Inhabitant;
import org.bargardan.account.People.Outcome;
import org.bargardan.account.Person;
import org.bargardan.account.PersonState;
import org.bargardan.account.SiteRole;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.SecretField;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.Told;

/// Everybody on the site by pen name, and what administrators decide about them.
final class PeopleSection extends Section {

    private final transient People people;
    private final transient PasswordResets resets;
    private final transient Clock clock;
    private final transient UserId actor;
    private final UnorderedList list = new UnorderedList();

    PeopleSection(People people, PasswordResets resets, Clock clock, UserId actor) {
        this.people = people;
        this.resets = resets;
        this.clock = clock;
        this.actor = actor;
        list.addClassNames("people-list", "ruled");
        add(
                Parts.heading(getTranslation("administration.people")),
                Parts.with(new Paragraph(getTranslation("administration.people.intro")), "quiet"),
                list);
        show();
    }

    private void show() {
        list.removeAll();
        people.all(actor).forEach(each -> list.add(row(each)));
    }

    private ListItem row(Inhabitant each) {
        var person = each.person();
        var row =
                new ListItem(
                        Parts.avatar(person.penName(), person.colour(), false),
                        Parts.span("who", Parts.isolated(person.penName())),
                        Parts.span("quiet", getTranslation(standing(person))),
                        Parts.span("quiet", getTranslation("administration.since")),
                        Parts.with(
                                Shown.moment(each.since(), clock.instant(), getLocale()), "quiet"),
                        Parts.grow());
        var acts = Parts.div("acts");
        switch (person.state()) {
            case ACTIVE -> addActs(acts, row, person);
            case DEACTIVATED ->
                    acts.add(
                            Parts.quiet(
                                    getTranslation("administration.let-in"),
                                    () -> {
                                        people.reactivate(person.id(), actor);
                                        show();
                                    }));
            case FORMER -> row.addClassName("former");
        }
        row.add(acts);
        return row;
    }

    private static String standing(Person person) {
        if (person.state() != PersonState.ACTIVE) {
            return "administration.state." + person.state().key();
        }
        return "administration.role." + person.siteRole().key();
    }

    private void addActs(Div acts, ListItem row, Person person) {
        var link = Parts.div("full");
        acts.add(
                Parts.quiet(
                        getTranslation("administration.reset"),
                        () -> {
                            var secret = resets.make(person.id(), actor);
                            link.removeAll();
                            link.add(
                                    SecretField.link(
                                            getTranslation(
                                                    "administration.reset.link", person.penName()),
                                            getTranslation("administration.reset.help"),
                                            "reset/" + secret.text()));
                            row.add(link);
                        }));
        if (person.siteRole() == SiteRole.MEMBER) {
            acts.add(
                    Parts.quiet(
                            getTranslation("administration.make-administrator"),
                            () -> askWhetherToPromote(person)));
        } else {
            acts.add(
                    Parts.quiet(
                            getTranslation("administration.make-member"),
                            () -> changeRole(person, SiteRole.MEMBER)));
        }
        acts.add(
                Parts.quiet(getTranslation("administration.stop"), () -> askWhetherToStop(person)));
    }

    private void askWhetherToPromote(Person person) {
        Parts.ask(
                getTranslation("administration.make-administrator.sure", person.penName()),
                getTranslation("administration.make-administrator.help"),
                getTranslation("administration.make-administrator"),
                () -> changeRole(person, SiteRole.ADMINISTRATOR));
    }

    private void changeRole(Person person, SiteRole role) {
        tell(people.changeRole(person.id(), role, actor), person);
    }

    private void askWhetherToStop(Person person) {
        Parts.ask(
                getTranslation("administration.stop.sure", person.penName()),
                getTranslation("administration.stop.help"),
                getTranslation("administration.stop"),
                () -> tell(people.deactivate(person.id(), actor), person));
    }

    /// Whoever is no administrator any more has nothing to see here.
    private void tell(Outcome outcome, Person person) {
        if (outcome == Outcome.LAST_ADMINISTRATOR) {
            Told.shortly(getTranslation("administration.last-administrator"));
        } else if (person.id().equals(actor)) {
            UI.getCurrent().navigate("");
        } else {
            show();
        }
    }
}
