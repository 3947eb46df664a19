package org.bargardan.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.text.SrxProblem.Part;
import org.bargardan.text.SrxRules;
import org.bargardan.text.WrittenRule;

/// Sentence rules one under the other, in the order in which they are asked.
final class RuleTable extends Div {

    private static final int NOTE_MOST = 200;

    private final boolean editable;
    private final transient Runnable changed;
    private final OrderedList list = new OrderedList();
    private final Div heads;
    private final Paragraph none;
    private final List<Row> rows = new ArrayList<>();

    RuleTable(boolean editable, Runnable changed) {
        this.editable = editable;
        this.changed = changed;
        addClassName("rule-table");
        heads =
                Parts.div(
                        "rule-heads",
                        Parts.span("", ""),
                        Parts.span("", getTranslation("rules.before")),
                        Parts.span("", getTranslation("rules.after")),
                        Parts.span("", getTranslation("rules.ends")),
                        Parts.span("", getTranslation("rules.note")));
        heads.getElement().setAttribute("aria-hidden", "true");
        none = Parts.with(new Paragraph(getTranslation("rules.none")), "quiet");
        add(heads, list, none);
        if (editable) {
            add(
                    Parts.div(
                            "acts",
                            Parts.button(
                                    getTranslation("rules.add"),
                                    () -> add(new WrittenRule(false, "", "", "")))));
        }
    }

    void show(List<WrittenRule> rules) {
        rows.clear();
        rules.forEach(rule -> rows.add(new Row(rule)));
        draw();
    }

    /// Those that say nothing are left out.
    List<WrittenRule> rules() {
        return rows.stream()
                .map(Row::rule)
                .filter(rule -> !(rule.before().isEmpty() && rule.after().isEmpty()))
                .toList();
    }

    private void add(WrittenRule rule) {
        var row = new Row(rule);
        rows.add(row);
        draw();
        row.before.focus();
    }

    private void remove(Row row) {
        rows.remove(row);
        draw();
        changed.run();
    }

    private void moveUp(Row row) {
        int at = rows.indexOf(row);
        if (at > 0) {
            rows.remove(at);
            rows.add(at - 1, row);
            draw();
            changed.run();
        }
    }

    private void draw() {
        list.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1);
            list.add(rows.get(i).item);
        }
        heads.setVisible(!rows.isEmpty());
        none.setVisible(rows.isEmpty());
    }

    /// One rule.
    private final class Row {

        private final ListItem item = new ListItem();
        private final Span number = Parts.span("n", "");
        private final TextField before = new TextField();
        private final TextField after = new TextField();
        private final Select<Boolean> breaks = new Select<>();
        private final TextField note = new TextField();

        Row(WrittenRule rule) {
            pattern(before, rule.before(), "rules.before");
            pattern(after, rule.after(), "rules.after");
            breaks.setItems(false, true);
            breaks.setItemLabelGenerator(
                    ends -> ends ? getTranslation("rules.end") : getTranslation("rules.no-end"));
            breaks.setValue(rule.breaks());
            breaks.setReadOnly(!editable);
            breaks.setAriaLabel(getTranslation("rules.ends"));
            breaks.addValueChangeListener(change -> follow());
            note.setValue(rule.note());
            note.setMaxLength(NOTE_MOST);
            note.setReadOnly(!editable);
            note.setAriaLabel(getTranslation("rules.note"));
            note.setPlaceholder(getTranslation("rules.note"));
            item.add(number, before, after, breaks, note);
            if (editable) {
                item.add(
                        Parts.div(
                                "row-acts",
                                Parts.quiet(getTranslation("rules.up"), () -> moveUp(this)),
                                Parts.quiet(getTranslation("rules.remove"), () -> remove(this))));
            }
            check();
        }

        private void pattern(TextField field, String value, String key) {
            field.setValue(value);
            field.setReadOnly(!editable);
            field.setAriaLabel(getTranslation(key));
            field.setPlaceholder(getTranslation(key));
            field.setManualValidation(true);
            field.addClassName("pattern");
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(SentenceRulesSection.PAUSE_MILLIS);
            field.addValueChangeListener(change -> follow());
        }

        private void follow() {
            check();
            changed.run();
        }

        /// The field in which it is wrong says so.
        private void check() {
            var problem = SrxRules.problemIn(rule(), 1);
            before.setInvalid(problem.filter(any -> any.part() == Part.BEFORE).isPresent());
            after.setInvalid(problem.filter(any -> any.part() == Part.AFTER).isPresent());
        }

        private void number(int place) {
            number.setText(Shown.number(place, getLocale()));
        }

        private WrittenRule rule() {
            return new WrittenRule(
                    breaks.getValue(), before.getValue(), after.getValue(), note.getValue());
        }
    }
}
