package org.bargardan.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import org.bargardan.OnScreen;
import org.bargardan.base.ui.KeysView;
import org.bargardan.document.Origin;
import org.bargardan.document.Renderings;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomeViewTest extends OnScreen {

    @Autowired private Projects projects;
    @Autowired private Renderings renderings;

    @Test
    void thePageShowsOnesOwnProjectsAndNoOthers() {
        var own = projectOfSara(ProjectRole.TRANSLATOR);
        var other = collective.project();
        open();
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(path(own))
                .doesNotContain(path(other));
        assertThat(page()).contains(projects.get(own).name(), "English → Persian");
    }

    @Test
    void thePageLeadsToWhereOneLeft() {
        var project = projectOfSara(ProjectRole.TRANSLATOR);
        var document = collective.document(project, "It was night.\nNobody slept.\nIt rained.");
        var second = collective.entries(document).get(1).rendering();
        renderings.confirm(
                second.id(),
                second.version(),
                TaggedText.plain("کسی نخوابید."),
                Origin.TYPED,
                sara);
        open();
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("documents/" + document.value() + "?at=2");
        assertThat(page()).contains("Continue at 2", "2 segments left");
    }

    @Test
    void thePageShowsWhatWaitsForOnesReviewAndNotOnesOwnWords() {
        var project = projectOfSara(ProjectRole.TRANSLATOR, ProjectRole.REVIEWER);
        var omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
        var document = collective.document(project, "It was night.\nNobody slept.\nIt rained.");
        var entries = collective.entries(document);
        for (int i = 0; i < entries.size(); i++) {
            renderings.confirm(
                    entries.get(i).rendering().id(),
                    1,
                    TaggedText.plain("شب"),
                    Origin.TYPED,
                    i == 0 ? sara : omid);
        }
        open();
        var waiting =
                find(Anchor.class).all().stream()
                        .filter(link ->
                                link.getHref()
                                        .equals("documents/" + document.value() + "?mode=review"))
                        .toList();
        assertThat(waiting)
                .singleElement()
                .satisfies(link -> assertThat(text(link)).contains("2 segments"));
    }

    /// From elsewhere, since the page stood there before the test began.
    private void open() {
        navigate(KeysView.class);
        navigate(HomeView.class);
    }

    private static String path(ProjectId project) {
        return "projects/" + project.value();
    }
}
