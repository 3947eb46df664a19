package org.bargardan.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bargardan.account.Person;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.demo.SampleProjects;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Progress;
import org.bargardan.editor.panel.EditorNavigation;
import org.bargardan.project.Member;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.ui.LanguageNames;
import org.bargardan.project.ui.ProjectNavigation;
import org.bargardan.text.Direction;

/// The first page: where a person left, what waits for their review, and their projects.
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Projects projects;
    private final transient Documents documents;
    private final transient Membership membership;
    private final transient SampleProjects sample;
    private final transient Person person;

    HomeView(
            Projects projects,
            Documents documents,
            Membership membership,
            SampleProjects sample,
            SignedInUser signedIn) {
        this.projects = projects;
        this.sample = sample;
        this.documents = documents;
        this.membership = membership;
        person = signedIn.require();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        var all =
                projects.of(person.id()).stream()
                        .map(project ->
                                new WithDocuments(project, documents.of(project.id(), person.id())))
                        .toList();
        add(Parts.with(new H1(getTranslation("home.title")), "sr"));
        documents.lastTouched(person.id()).ifPresent(place -> add(resume(place)));
        var returned = returned(all);
        if (!returned.isEmpty()) {
            add(section("home.returned", returned));
        }
        var waiting = waiting(all);
        if (!waiting.isEmpty()) {
            add(section("home.waiting", waiting));
        }
        add(projects(all));
        var deleted = projects.deletedOf(person.id());
        if (!deleted.isEmpty()) {
            add(deleted(deleted));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("home.title"));
    }

    private Component resume(Documents.Place place) {
        var document = place.document();
        var languages = document.languages();
        var open =
                Parts.link(
                        EditorNavigation.path(document.id()) + "?at=" + place.number(),
                        "btn primary",
                        Parts.span(
                                "",
                                getTranslation(
                                        "home.continue",
                                        Shown.number(place.number(), getLocale()))));
        var head =
                Parts.div(
                        "resume-head",
                        Parts.div(
                                "grow",
                                Parts.with(new Paragraph(getTranslation("home.resume")), "eyebrow"),
                                Parts.with(
                                        new Div(Parts.isolated(document.title())), "resume-title")),
                        open);
        var source = new TextView(place.source(), languages.source());
        var target = new TextView(place.target(), languages.target());
        boolean sourceRight =
                Direction.of(languages.source()) == Direction.RTL
                        && Direction.of(languages.target()) == Direction.LTR;
        source.withClass(sourceRight ? "on-right" : "on-left");
        target.withClass(sourceRight ? "on-left" : "on-right");
        var pair = Parts.div("pair", source, target);
        var foot =
                Parts.div(
                        "resume-foot",
                        Parts.span("", Parts.isolated(document.projectName())),
                        Parts.grow(),
                        Parts.span(
                                "",
                                getTranslation(
                                        Shown.counted("home.left", place.left()),
                                        Shown.number(place.left(), getLocale()))));
        var card = new Section(head, pair, foot);
        card.addClassName("resume");
        return card;
    }

    /// Documents in which reviewers gave something back to the person.
    private List<Component> returned(List<WithDocuments> projects) {
        var rows = new ArrayList<Component>();
        for (var each : projects) {
            var returned = documents.returnedTo(each.ids(), person.id());
            for (var document : each.documents()) {
                var found = returned.get(document.id());
                if (found != null) {
                    rows.add(
                            row(
                                    EditorNavigation.path(document.id()) + "?at=" + found.first(),
                                    document.title(),
                                    each.project().name(),
                                    Parts.span(
                                            "side-note",
                                            getTranslation(
                                                    Shown.counted(
                                                            "home.waiting.count", found.count()),
                                                    Shown.number(found.count(), getLocale())))));
                }
            }
        }
        return rows;
    }

    /// Documents of projects in which the person reviews, with what is confirmed and not approved.
    private List<Component> waiting(List<WithDocuments> projects) {
        var rows = new ArrayList<Component>();
        for (var each : projects) {
            if (!membership
                    .roles(each.project().id(), person.id())
                    .contains(ProjectRole.REVIEWER)) {
                continue;
            }
            var waiting = documents.waitingFor(each.ids(), person.id());
            for (var document : each.documents()) {
                int count = waiting.getOrDefault(document.id(), 0);
                if (count > 0) {
                    rows.add(
                            row(
                                    EditorNavigation.reviewPath(document.id()),
                                    document.title(),
                                    each.project().name(),
                                    Parts.span(
                                            "side-note",
                                            getTranslation(
                                                    Shown.counted("home.waiting.count", count),
                                                    Shown.number(count, getLocale())))));
                }
            }
        }
        return rows;
    }

    private Component section(String key, List<Component> rows) {
        var list = new UnorderedList();
        list.addClassName("rows");
        rows.forEach(row -> list.add(new ListItem(row)));
        return new Section(
                Parts.heading(
                        getTranslation(key),
                        Parts.span("count", Shown.number(rows.size(), getLocale()))),
                list);
    }

    private static Anchor row(String path, String what, String where, Component beside) {
        return Parts.link(
                path,
                "",
                Parts.span("what", Parts.isolated(what)),
                beside,
                Parts.span("meta", Parts.isolated(where)));
    }

    private Component projects(List<WithDocuments> all) {
        var cards = Parts.div("cards");
        for (var each : all) {
            cards.add(card(each));
        }
        cards.add(
                Parts.div(
                        "card teach",
                        new H3(getTranslation("home.begin")),
                        new Paragraph(getTranslation("home.begin.how")),
                        begin(all.isEmpty())));
        return new Section(Parts.heading(getTranslation("home.projects")), cards);
    }

    /// Whoever has nothing yet is offered something to look at.
    private Component begin(boolean nothingYet) {
        var acts =
                Parts.div(
                        "acts",
                        Parts.button(getTranslation("project.new"), ProjectNavigation::begin));
        if (nothingYet) {
            acts.add(
                    Parts.quiet(
                            getTranslation("home.sample"),
                            () -> {
                                sample.add(person.id());
                                getUI().ifPresent(ui -> ui.getPage().reload());
                            }));
        }
        return acts;
    }

    /// What the person deleted, or another manager did, with the way back.
    private Component deleted(List<Projects.Deleted> deleted) {
        var rows = new UnorderedList();
        rows.addClassName("people-list");
        for (var each : deleted) {
            rows.add(
                    new ListItem(
                            Parts.span("who", Parts.isolated(each.project().name())),
                            Parts.grow(),
                            Parts.quiet(
                                    getTranslation("deleted.back"),
                                    () -> {
                                        projects.undelete(each.project().id(), person.id());
                                        ProjectNavigation.open(each.project().id());
                                    })));
        }
        return new Section(
                Parts.heading(getTranslation("deleted.projects")),
                new Paragraph(
                        getTranslation(
                                "deleted.intro",
                                Shown.number(Projects.KEPT.toDays(), getLocale()))),
                rows);
    }

    private Component card(WithDocuments each) {
        var project = each.project();
        var progress =
                documents.progress(each.ids(), person.id()).values().stream()
                        .reduce(new Progress(Map.of()), Progress::plus);
        var people = Parts.span("people");
        membership.members(project.id(), person.id()).stream()
                .limit(5)
                .map(Member::person)
                .forEach(member ->
                        people.add(Parts.avatar(member.penName(), member.colour(), true)));
        return Parts.link(
                ProjectNavigation.path(project.id()),
                "card",
                new Div(
                        new H3(Parts.isolated(project.name())),
                        Parts.div(
                                "meta",
                                Parts.span(
                                        "",
                                        getTranslation(
                                                Shown.counted(
                                                        "home.card.meta", each.documents().size()),
                                                LanguageNames.pair(
                                                        project.languages(), getLocale()),
                                                Shown.number(
                                                        each.documents().size(), getLocale()))))),
                Bars.of(progress),
                Parts.div(
                        "meta",
                        Parts.span(
                                "",
                                getTranslation(
                                        "home.card.progress",
                                        Shown.percent(Bars.percent(progress), getLocale()),
                                        Shown.number(progress.total(), getLocale()))),
                        people));
    }

    private record WithDocuments(Project project, List<Document> documents) {

        List<DocumentId> ids() {
            return documents.stream().map(Document::id).toList();
        }
    }
}
