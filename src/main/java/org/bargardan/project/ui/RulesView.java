package org.bargardan.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ui.Parts;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.SentenceRules;

/// How a project's texts are cut into sentences, with a box to try it in, and how it writes.
/// Managers decide; all members see it and may try.
@Route("projects/:project/rules")
@PermitAll
class RulesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Projects projects;
    private final transient Membership membership;
    private final transient SentenceRules rules;
    private final transient UserId actor;

    RulesView(
            Projects projects, Membership membership, SentenceRules rules, SignedInUser signedIn) {
        this.projects = projects;
        this.membership = membership;
        this.rules = rules;
        actor = signedIn.require().id();
        addClassName("rules-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var id =
                entering.getRouteParameters()
                        .get("project")
                        .flatMap(ProjectId::find)
                        .orElseThrow(() -> new NotFoundException("project"));
        var opened = projects.get(id, actor);
        boolean manages = membership.roles(id, actor).contains(ProjectRole.MANAGER);
        var tryOut = new TryOut(opened.languages().source());
        removeAll();
        add(
                Parts.with(
                        new Paragraph(
                                Parts.link(
                                        ProjectNavigation.path(id),
                                        "",
                                        Parts.isolated(opened.name()))),
                        "eyebrow"),
                new H1(getTranslation("rules.title")),
                Parts.with(new Paragraph(getTranslation("rules.from-now-on")), "quiet"),
                Parts.div(
                        "rules-and-try",
                        new SentenceRulesSection(rules, id, manages, actor, tryOut::follow),
                        tryOut));
        if (writesPersian(opened)) {
            add(new StyleSection(projects, opened, manages, actor));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("rules.title"));
    }

    private static boolean writesPersian(Project project) {
        return Stream.of(project.languages().source(), project.languages().target())
                .anyMatch(tag -> tag.matches("(?:fa|prs)(?:-.*)?"));
    }
}
