package org.bargardan.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bargardan.account.UserId;
import org.bargardan.administration.Housekeeping;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.Told;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.Projects;
import org.bargardan.project.Projects.Listed;

/// Every project of the site by name, how much it holds, and how much it may.
final class ProjectsSection extends Div {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_MEGABYTES = 100_000_000;

    private final transient Projects projects;
    private final transient Membership membership;
    private final transient Housekeeping house;
    private final transient Clock clock;
    private final transient UserId actor;
    private final UnorderedList list = new UnorderedList();

    ProjectsSection(
            Projects projects,
            Membership membership,
            Housekeeping house,
            Clock clock,
            UserId actor) {
        this.projects = projects;
        this.membership = membership;
        this.house = house;
        this.clock = clock;
        this.actor = actor;
        list.addClassNames("people-list", "ruled");
        add(
                new Section(
                        Parts.heading(getTranslation("administration.projects")),
                        Parts.with(
                                new Paragraph(getTranslation("administration.projects.intro")),
                                "quiet"),
                        list),
                quota());
        show();
    }

    private void show() {
        list.removeAll();
        var mine = projects.of(actor).stream().map(Project::id).collect(Collectors.toSet());
        var holdings = house.holdings(actor);
        var all = projects.all(actor);
        all.forEach(each -> list.add(row(each, mine, holdings)));
        if (all.isEmpty()) {
            list.add(
                    new ListItem(
                            Parts.span("quiet", getTranslation("administration.projects.none"))));
        }
    }

    private ListItem row(Listed each, Set<ProjectId> mine, Map<ProjectId, Long> holdings) {
        var row =
                new ListItem(
                        Parts.span("who", Parts.isolated(each.name())),
                        counted("administration.projects.people", each.people()),
                        counted("administration.projects.managers", each.managers()),
                        Parts.span(
                                "quiet",
                                Shown.bytes(holdings.getOrDefault(each.id(), 0L), getLocale())));
        var deletedAt = each.deletedAt();
        if (deletedAt != null) {
            row.addClassName("former");
            row.add(
                    Parts.span("quiet", getTranslation("deleted.at")),
                    Parts.with(Shown.moment(deletedAt, clock.instant(), getLocale()), "quiet"));
        } else if (!mine.contains(each.id()) || each.managers() == 0) {
            row.add(
                    Parts.grow(),
                    Parts.quiet(
                            getTranslation("administration.take-over"),
                            () -> askWhetherToTakeOver(each)));
        }
        return row;
    }

    private Component counted(String key, int count) {
        return Parts.span(
                "quiet",
                getTranslation(Shown.counted(key, count), Shown.number(count, getLocale())));
    }

    private void askWhetherToTakeOver(Listed each) {
        Parts.ask(
                getTranslation("administration.take-over.sure", each.name()),
                getTranslation("administration.take-over.help"),
                getTranslation("administration.take-over"),
                () -> {
                    membership.takeOver(each.id(), actor);
                    show();
                });
    }

    private Section quota() {
        var most = new IntegerField(getTranslation("administration.quota.most"));
        most.setHelperText(getTranslation("administration.quota.help"));
        most.setMin(0);
        most.setMax(MOST_MEGABYTES);
        most.setValue(Math.toIntExact(house.state(actor).quota() / MEGABYTE));
        var save =
                Parts.button(
                        getTranslation("profile.save"),
                        () -> {
                            var megabytes = most.getValue();
                            if (megabytes == null || megabytes < 0 || megabytes > MOST_MEGABYTES) {
                                most.setErrorMessage(
                                        getTranslation("administration.quota.malformed"));
                                most.setInvalid(true);
                                return;
                            }
                            most.setInvalid(false);
                            house.limit((long) megabytes * MEGABYTE, actor);
                            Told.shortly(getTranslation("profile.result.changed"));
                        });
        return new Section(
                Parts.heading(getTranslation("administration.quota")),
                Parts.with(new Paragraph(getTranslation("administration.quota.intro")), "quiet"),
                Parts.div("field-and-act", most, save));
    }
}
