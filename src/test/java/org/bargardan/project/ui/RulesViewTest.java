package org.bargardan.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.bargardan.OnScreen;
import org.bargardan.project.LanguagePair;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.RulesResult;
import org.bargardan.project.SentenceRules;
import org.bargardan.text.SrxRules;
import org.bargardan.text.WrittenRule;
import org.bargardan.text.repair.RepairStyle.Ezafe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RulesViewTest extends OnScreen {

    private static final WrittenRule NO_END_AFTER_EXHIBIT =
            new WrittenRule(false, "\\bExh\\.", "\\s", "Exh. 5");

    @Autowired private Projects projects;
    @Autowired private SentenceRules rules;

    @Test
    void aRuleIsTriedWhileItIsWrittenAndHoldsOnceItIsKept() {
        var project = projectOfSaras();
        open(project);
        tried("See Exh. Nine. It rained.");
        assertThat(page()).contains("Sentences: 3");
        test(find(Button.class).withText("Add a rule").single()).click();
        test(patterns("Before the place").getFirst()).setValue("\\bExh\\.");
        test(patterns("After the place").getFirst()).setValue("\\s");
        assertThat(page()).contains("Sentences: 2", "goes on by your rule 1", "ends by Unicode");
        assertThat(rules.get(project, sara).srx()).isEmpty();
        test(find(Button.class).withText("Keep the rules").single()).click();
        assertThat(SrxRules.own(rules.get(project, sara).srx()).asTable().orElseThrow())
                .containsExactly(new WrittenRule(false, "\\bExh\\.", "\\s", ""));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anExceptionBecomesABreakAndBack() {
        var project = projectOfSaras();
        rules.decide(project, SrxRules.write(List.of(NO_END_AFTER_EXHIBIT)), 0, sara);
        open(project);
        tried("See Exh. Nine.");
        assertThat(page()).contains("Sentences: 1");
        Select<Boolean> ends = find(Select.class).single();
        ends.setValue(true);
        assertThat(page()).contains("Sentences: 2", "ends by your rule 1");
        test(find(Button.class).withText("Remove").single()).click();
        assertThat(page()).contains("Sentences: 2", "ends by Unicode", "No rules of your own yet");
    }

    @Test
    void aPatternThatCannotBeUsedSaysWhyAndIsNotKept() {
        var project = projectOfSaras();
        open(project);
        test(find(Button.class).withText("Add a rule").single()).click();
        var before = patterns("Before the place").getFirst();
        test(before).setValue("(a");
        assertThat(before.isInvalid()).isTrue();
        assertThat(page())
                .contains("Rule 1, Before the place: “\u2066(a\u2069” begins and does not end.");
        test(find(Button.class).withText("Keep the rules").single()).click();
        assertThat(rules.get(project, sara).version()).isZero();
    }

    @Test
    void aRuleWithoutEndIsToldOfAndThePageGoesOn() {
        var project = projectOfSaras();
        rules.decide(
                project, SrxRules.write(List.of(new WrittenRule(true, "", "(a+)+;", ""))), 0, sara);
        open(project);
        tried("a".repeat(3_000) + ". It rained.");
        assertThat(page()).contains("left out of it: your rule 1", "Sentences: 2");
    }

    @Test
    void theSrxTextAndTheTableAreTwoWaysToWriteTheSame() {
        var project = projectOfSaras();
        rules.decide(project, SrxRules.write(List.of(NO_END_AFTER_EXHIBIT)), 0, sara);
        open(project);
        test(find(NativeButton.class).withText("SRX text").single()).click();
        var text = srx();
        assertThat(text.getValue()).contains("<beforebreak>\\bExh\\.</beforebreak>");
        test(text).setValue(text.getValue().replace("Exh", "Pl"));
        test(find(NativeButton.class).withText("Table").single()).click();
        assertThat(patterns("Before the place"))
                .extracting(TextField::getValue)
                .containsExactly("\\bPl\\.");
    }

    @Test
    void anSrxTextWithAFaultIsRefusedNamingItsLine() {
        var project = projectOfSaras();
        rules.decide(project, SrxRules.write(List.of(NO_END_AFTER_EXHIBIT)), 0, sara);
        open(project);
        test(find(NativeButton.class).withText("SRX text").single()).click();
        test(srx()).setValue(srx().getValue().replace("Exh\\.", "Exh)"));
        assertThat(page())
                .contains(
                        "Line 8, rule 1, Before the place: “\u2066)\u2069” closes a bracket that is not open.");
        test(find(NativeButton.class).withText("Table").single()).click();
        assertThat(find(TextField.class).all()).isEmpty();
        test(find(Button.class).withText("Keep the rules").single()).click();
        assertThat(rules.get(project, sara).version()).isOne();
    }

    @Test
    void whoIsSecondIsToldThatAnotherManagerWasFirst() {
        var project = projectOfSaras();
        open(project);
        assertThat(rules.decide(project, SrxRules.write(List.of(NO_END_AFTER_EXHIBIT)), 0, sara))
                .isEqualTo(new RulesResult.Saved(1));
        test(find(Button.class).withText("Keep the rules").single()).click();
        assertThat(rules.get(project, sara).srx()).contains("Exh");
        assertThat(find(ConfirmDialog.class).all()).hasSize(1);
    }

    @Test
    void aReaderMaySeeAndTryAndChangesNothing() {
        var project = projectOfSara(ProjectRole.READER);
        rules.decide(
                project,
                SrxRules.write(List.of(NO_END_AFTER_EXHIBIT)),
                0,
                collective.administrator());
        open(project);
        tried("See Exh. Nine. It rained.");
        assertThat(page()).contains("goes on by your rule 1", "managers decide");
        assertThat(patterns("Before the place")).allMatch(TextField::isReadOnly);
        assertThat(find(Button.class).withText("Keep the rules").all()).isEmpty();
        assertThat(find(RadioButtonGroup.class).all()).allMatch(RadioButtonGroup::isReadOnly);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aManagerChoosesTheStyle() {
        var project = projectOfSaras();
        open(project);
        RadioButtonGroup<Ezafe> ezafe =
                find(RadioButtonGroup.class).withCaption("Ezafe after a silent he").single();
        assertThat(ezafe.getValue()).isEqualTo(Ezafe.KEEP);
        ezafe.setValue(Ezafe.YEH);
        assertThat(projects.get(project, sara).style().ezafe()).isEqualTo(Ezafe.YEH);
    }

    private ProjectId projectOfSaras() {
        return projects.create("Bridges", new LanguagePair("en", "fa"), sara);
    }

    private void open(ProjectId project) {
        navigate(RulesView.class, Map.of("project", project.value().toString()));
    }

    private void tried(String text) {
        test(find(TextArea.class).withCaption("A text to cut (English)").single()).setValue(text);
    }

    private TextArea srx() {
        return find(TextArea.class).all().stream()
                .filter(area -> area.hasClassName("srx"))
                .findFirst()
                .orElseThrow();
    }

    private List<TextField> patterns(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .toList();
    }
}
