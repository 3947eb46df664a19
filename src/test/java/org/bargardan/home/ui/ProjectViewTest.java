package org.bargardan.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bargardan.OnScreen;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectViewTest extends OnScreen {

    @Autowired private Projects projects;
    @Autowired private JdbcClient database;

    @Test
    void aManagerMakesAnInvitationLinkThatIsShownOnce() {
        var project = projectOfSara(ProjectRole.MANAGER);
        open(project);
        assertThat(invitations(project)).isOne();
        test(find(Button.class).withText("Make an invitation link").single()).click();
        assertThat(invitations(project)).isEqualTo(2);
        var link = find(TextField.class).withCaption("Invitation link: translator").single();
        assertThat(link.isReadOnly()).isTrue();
        open(project);
        assertThat(find(TextField.class).withCaption("Invitation link: translator").all())
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anInvitationNeedsARole() {
        var project = projectOfSara(ProjectRole.MANAGER);
        open(project);
        CheckboxGroup<ProjectRole> roles = find(CheckboxGroup.class).single();
        roles.setValue(Set.of());
        test(find(Button.class).withText("Make an invitation link").single()).click();
        assertThat(roles.isInvalid()).isTrue();
        assertThat(roles.getErrorMessage()).isEqualTo("Choose at least one role.");
        assertThat(invitations(project)).isOne();
    }

    @Test
    void aReaderSeesTheDocumentsAndNothingToChange() {
        var project = projectOfSara(ProjectRole.READER);
        var document = collective.document(project, "It was night.");
        open(project);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("documents/" + document.value());
        assertThat(find(Upload.class).all()).isEmpty();
        assertThat(find(Checkbox.class).withCaption("People may approve their own text").all())
                .isEmpty();
        assertThat(find(Button.class).withText("Make an invitation link").all()).isEmpty();
    }

    @Test
    void aManagerDecidesWhetherPeopleApproveTheirOwnText() {
        var project = projectOfSara(ProjectRole.MANAGER);
        open(project);
        var own = find(Checkbox.class).withCaption("People may approve their own text").single();
        assertThat(own.getValue()).isFalse();
        test(own).click();
        assertThat(projects.get(project).workflow().ownTextMayBeApproved()).isTrue();
    }

    @Test
    void onlyAManagerTakesTheWholeProjectAway() {
        open(projectOfSara(ProjectRole.MANAGER));
        assertThat(page()).contains("Export the project");
        open(projectOfSara(ProjectRole.TRANSLATOR, ProjectRole.REVIEWER));
        assertThat(page()).doesNotContain("Export the project");
    }

    @Test
    void anEmptyProjectSaysWhatToDo() {
        open(projectOfSara(ProjectRole.TRANSLATOR));
        assertThat(page()).contains("No document yet", "Drop a file here: PDF, DOCX");
        assertThat(find(Upload.class).all()).hasSize(1);
    }

    @Test
    void aStrangerIsToldNoMoreThanOfWhatDoesNotExist() {
        var project = collective.project();
        var name = projects.get(project).name();
        navigate("projects/" + project.value(), notFound());
        assertThat(page()).contains("It does not exist, or it is not open to you.");
        assertThat(page()).doesNotContain(name + " ");
        var toStranger = page();
        navigate("projects/" + UUID.randomUUID(), notFound());
        assertThat(page()).isEqualTo(toStranger);
        navigate("projects/nothing", notFound());
        assertThat(page()).isEqualTo(toStranger);
    }

    private void open(ProjectId project) {
        navigate(ProjectView.class, Map.of("project", project.value().toString()));
    }

    private int invitations(ProjectId project) {
        return database.sql("select count(*) from project_invitation where project_id = ?")
                .param(project.value())
                .query(Integer.class)
                .single();
    }
}
