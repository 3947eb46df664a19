package org.bargardan.importing.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import java.util.Map;
import org.bargardan.OnScreen;
import org.bargardan.base.ui.TextView;
import org.bargardan.document.DocumentId;
import org.bargardan.format.FileFormats;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.Imports;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NewerVersionViewTest extends OnScreen {

    private static final String NIGHT = "It was night.\n\nNobody slept.\n\nThen it rained.\n";
    private static final String LATER = "It was a dark night.\n\nThen it rained.\n\nIt cleared.\n";

    @Autowired private Imports imports;

    @Test
    void aManagerSeesWhatANewerVersionChangesAndReplacesTheDocument() {
        var project = projectOfSara(ProjectRole.MANAGER);
        var document = imported(project);
        navigate("projects/" + project.value(), component("org.bargardan.home.ui.ProjectView"));
        int fields = find(Upload.class).all().size();
        test(find(Button.class).withText("Bring in a newer version").single()).click();
        assertThat(find(Upload.class).all()).hasSize(fields + 1);

        var file = underWay(project, new Target(document, "night"), LATER);
        open(project, file);
        click("Cut into segments");
        click("Compare");
        assertThat(find(ChangesStep.class).single().getElement().getTextRecursively())
                .contains("What changes", "Gone, with their translations")
                .containsPattern("Kept\\s*1\\D")
                .containsPattern("Changed\\s*1\\D");
        assertThat(find(TextView.class).all())
                .extracting(view -> view.getElement().getProperty("text"))
                .contains("Nobody slept.")
                .doesNotContain("Then it rained.");
        click("Replace");
        assertThat(collective.entries(document))
                .extracting(entry -> entry.source().text())
                .containsExactly("It was a dark night.", "Then it rained.", "It cleared.");
        assertThat(ImportsUnderWay.ofSession().of(project)).isEmpty();
    }

    @Test
    void aTranslatorIsNotOfferedIt() {
        var project = projectOfSara(ProjectRole.TRANSLATOR);
        imported(project);
        navigate("projects/" + project.value(), component("org.bargardan.home.ui.ProjectView"));
        assertThat(find(Button.class).withText("Bring in a newer version").all()).isEmpty();
    }

    private DocumentId imported(ProjectId project) {
        return ((Imported)
                        imports.importText(
                                project,
                                "night.txt",
                                NIGHT.getBytes(UTF_8),
                                UTF_8,
                                collective.administrator()))
                .document();
    }

    private ImportUnderWay underWay(ProjectId project, Target target, String text) {
        var bytes = text.getBytes(UTF_8);
        var file =
                new ImportUnderWay(
                        project, target, "night.txt", bytes, imports.detect("night.txt", bytes));
        assertThat(ImportsUnderWay.ofSession().add(file)).isTrue();
        file.read(imports, FileFormats.PLAIN_TEXT, "", sara);
        await().until(() -> !file.isReading());
        return file;
    }

    private void open(ProjectId project, ImportUnderWay file) {
        navigate(
                ImportView.class,
                Map.of("project", project.value().toString(), "file", file.id().toString()));
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Component> component(String name) {
        try {
            return (Class<? extends Component>) Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
