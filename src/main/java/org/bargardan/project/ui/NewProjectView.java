package org.bargardan.project.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.ui.Parts;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.Projects;
import org.bargardan.text.Languages;

/// Where a project begins: its name and its two languages.
@Route("projects/new")
@PermitAll
class NewProjectView extends Div implements HasDynamicTitle {

    private final Projects projects;
    private final SignedInUser signedIn;
    private final TextField name = new TextField();
    private final ComboBox<String> source = new ComboBox<>();
    private final ComboBox<String> target = new ComboBox<>();
    private final Paragraph hint = new Paragraph();

    NewProjectView(Projects projects, SignedInUser signedIn) {
        this.projects = projects;
        this.signedIn = signedIn;
        addClassName("form-page");
        name.setLabel(getTranslation("project.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Projects.NAME_MOST);
        language(source, "project.source", "en");
        language(target, "project.target", "fa");
        hint.addClassName("quiet");
        var fields = new FormLayout(name, source, target);
        fields.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        fields.setColspan(name, 2);
        add(
                new H1(getTranslation("project.new")),
                new Paragraph(getTranslation("project.new.intro")),
                fields,
                hint,
                Parts.div(
                        "acts",
                        Parts.primary(getTranslation("project.create"), this::create),
                        Parts.quiet(
                                getTranslation("cancel"),
                                () -> getUI().ifPresent(ui -> ui.navigate("")))));
        tellAboutLanguages();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("project.new"));
    }

    private void language(ComboBox<String> field, String key, String first) {
        field.setLabel(getTranslation(key));
        field.setItems(List.of("en", "fa"));
        field.setItemLabelGenerator(tag -> LanguageNames.name(tag, getLocale()) + " (" + tag + ")");
        field.setAllowCustomValue(true);
        field.setHelperText(getTranslation("project.language.help"));
        field.setValue(first);
        field.addCustomValueSetListener(custom -> accept(field, custom.getDetail()));
        field.addValueChangeListener(change -> tellAboutLanguages());
    }

    private void accept(ComboBox<String> field, String typed) {
        LanguageNames.tag(typed)
                .or(() -> Languages.check(typed))
                .ifPresentOrElse(
                        tag -> {
                            field.setInvalid(false);
                            field.setValue(tag);
                        },
                        () -> {
                            // Else the project would begin with the language chosen before.
                            field.clear();
                            field.setErrorMessage(
                                    getTranslation("project.language.malformed", typed));
                            field.setInvalid(true);
                        });
    }

    /// Other pairs than Persian and English work, with less help; people are told before, not
    /// after.
    private void tellAboutLanguages() {
        var without =
                Stream.of(source.getValue(), target.getValue())
                        .filter(tag -> tag != null && !Languages.supported(tag))
                        .map(tag -> LanguageNames.name(tag, getLocale()))
                        .toList();
        hint.setVisible(!without.isEmpty());
        hint.setText(getTranslation("project.language.defaults", String.join(", ", without)));
    }

    private void create() {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("project.name.needed"));
            name.setInvalid(true);
            name.focus();
            return;
        }
        if (source.getValue() == null || target.getValue() == null) {
            return;
        }
        if (source.getValue().equals(target.getValue())) {
            target.setErrorMessage(getTranslation("project.language.same"));
            target.setInvalid(true);
            return;
        }
        var id =
                projects.create(
                        name.getValue(),
                        new LanguagePair(source.getValue(), target.getValue()),
                        signedIn.require().id());
        ProjectNavigation.open(id);
    }
}
