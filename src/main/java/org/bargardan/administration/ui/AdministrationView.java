package org.bargardan.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.bargardan.account.Invitations;
import org.bargardan.account.PasswordResets;
import org.bargardan.account.People;
import org.bargardan.account.Person;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.SiteRole;
import org.bargardan.account.Users;
import org.bargardan.administration.Housekeeping;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ui.Parts;
import org.bargardan.project.Membership;
import org.bargardan.project.Projects;

/// People, projects, the audit log and the house, each at an address of its own; for
/// administrators. Everybody else is told what strangers are told of a project.
@Route("administration/:section?")
@PermitAll
class AdministrationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "administration";

    private final transient People people;
    private final transient Users users;
    private final transient PasswordResets resets;
    private final transient Invitations invitations;
    private final transient Projects projects;
    private final transient Membership membership;
    private final transient Housekeeping house;
    private final transient Clock clock;
    private final transient Person person;
    private Part shown = Part.PEOPLE;

    AdministrationView(
            People people,
            Users users,
            PasswordResets resets,
            Invitations invitations,
            Projects projects,
            Membership membership,
            Housekeeping house,
            Clock clock,
            SignedInUser signedIn) {
        this.people = people;
        this.users = users;
        this.resets = resets;
        this.invitations = invitations;
        this.projects = projects;
        this.membership = membership;
        this.house = house;
        this.clock = clock;
        person = signedIn.require();
        addClassName("administration");
    }

    /// A part of the page, in the order in which they stand.
    private enum Part {
        PEOPLE,
        PROJECTS,
        AUDIT,
        HOUSE;

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (person.siteRole() != SiteRole.ADMINISTRATOR) {
            throw new NotFoundException("page");
        }
        var wanted = entering.getRouteParameters().get("section").orElse(Part.PEOPLE.path());
        shown =
                Arrays.stream(Part.values())
                        .filter(part -> part.path().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("page"));
        removeAll();
        add(new H1(getTranslation("administration.title")), ways());
        var state = house.state(person.id());
        if (shown != Part.HOUSE && state.backupOverdue(clock.instant())) {
            add(HouseSection.backupWarning(state, clock.instant(), getLocale()));
        }
        add(content());
    }

    private Nav ways() {
        var ways = Parts.with(new Nav(), "ways");
        ways.getElement().setAttribute("aria-label", getTranslation("administration.parts"));
        for (var part : Part.values()) {
            var way =
                    Parts.link(
                            part == Part.PEOPLE ? PATH : PATH + "/" + part.path(),
                            "",
                            new Span(getTranslation("administration." + part.path())));
            if (part == shown) {
                way.getElement().setAttribute("aria-current", "page");
            }
            ways.add(way);
        }
        return ways;
    }

    private Component content() {
        return switch (shown) {
            case PEOPLE ->
                    new Div(
                            new PeopleSection(people, resets, clock, person.id()),
                            new InvitationsSection(invitations, users, clock, person.id()));
            case PROJECTS -> new ProjectsSection(projects, membership, house, clock, person.id());
            case AUDIT -> new AuditSection(people, users, projects, person.id());
            case HOUSE -> new HouseSection(house, clock, person.id());
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("administration.title"));
    }
}
