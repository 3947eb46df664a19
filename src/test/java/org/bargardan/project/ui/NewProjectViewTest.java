package org.bargardan.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.Collectors;
import org.bargardan.OnScreen;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.Project;
import org.bargardan.project.Projects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NewProjectViewTest extends OnScreen {

    private static final String HINT = "this language gets Unicode’s defaults";

    @Autowired private Projects projects;

    private int before;

    @BeforeEach
    void aNewProject() {
        before = projects.of(sara).size();
        navigate(NewProjectView.class);
    }

    @Test
    void englishIntoPersianIsOfferedWithoutAWord() {
        assertThat(language("From").getValue()).isEqualTo("en");
        assertThat(language("Into").getValue()).isEqualTo("fa");
        assertThat(shown()).doesNotContain(HINT);
        name("Divan");
        create();
        assertThat(newest().name()).isEqualTo("Divan");
        assertThat(newest().languages()).isEqualTo(new LanguagePair("en", "fa"));
        assertThat(heading()).isEqualTo("Divan");
    }

    @Test
    void aMalformedLanguageTagIsSaidToBeOne() {
        name("Divan");
        write("Into", "no language");
        assertThat(language("Into").isInvalid()).isTrue();
        assertThat(language("Into").getErrorMessage())
                .isEqualTo("“no language” is no well-formed language tag (BCP 47).");
    }

    @Test
    void anotherLanguageIsTakenAndPeopleAreToldWhatItLacks() {
        name("Divan");
        write("Into", "CKB");
        assertThat(language("Into").isInvalid()).isFalse();
        assertThat(language("Into").getValue()).isEqualTo("ckb");
        assertThat(shown()).contains("Central Kurdish", HINT);
        create();
        assertThat(newest().languages()).isEqualTo(new LanguagePair("en", "ckb"));
    }

    @Test
    void aProjectNeedsAName() {
        name("  ");
        create();
        assertThat(find(TextField.class).withCaption("Name").single().isInvalid()).isTrue();
        assertThat(projects.of(sara)).hasSize(before);
    }

    @Test
    void aProjectNeedsTwoLanguages() {
        name("Divan");
        language("Into").setValue("en");
        create();
        assertThat(language("Into").getErrorMessage())
                .isEqualTo("Source and target are the same language.");
        assertThat(projects.of(sara)).hasSize(before);
    }

    @Test
    void aMalformedLanguageIsNotPassedOverInSilence() {
        name("Divan");
        write("Into", "no language");
        create();
        assertThat(projects.of(sara)).hasSize(before);
        assertThat(language("Into").isInvalid()).isTrue();
        language("Into").setValue("fa");
        assertThat(language("Into").isInvalid()).isFalse();
        create();
        assertThat(newest().languages()).isEqualTo(new LanguagePair("en", "fa"));
    }

    private String shown() {
        return find(Paragraph.class).all().stream()
                .map(OnScreen::text)
                .collect(Collectors.joining("\n"));
    }

    private void name(String text) {
        test(find(TextField.class).withCaption("Name").single()).setValue(text);
    }

    /// What a person does who finds their language not in the list.
    private void write(String caption, String text) {
        var field = language(caption);
        ComponentUtil.fireEvent(field, new ComboBoxBase.CustomValueSetEvent<>(field, true, text));
    }

    private void create() {
        test(find(Button.class).withText("Begin the project").single()).click();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> language(String caption) {
        return find(ComboBox.class).withCaption(caption).single();
    }

    private Project newest() {
        assertThat(projects.of(sara)).hasSize(before + 1);
        return projects.of(sara).getFirst();
    }
}
