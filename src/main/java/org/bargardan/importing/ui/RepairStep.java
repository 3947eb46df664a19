package org.bargardan.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.text.repair.RepairRule;
import org.bargardan.text.repair.RepairRules;

/// The second step: the text as it came and as it is repaired, and the rules that did it.
final class RepairStep extends Div implements RepairSheet.Handler, RulesPanel.Handler {

    private static final int FIRST_ROWS = 40;

    private final transient ImportUnderWay file;
    private final RepairSheet sheet;
    private final RulesPanel rules;
    private final Button questions = Parts.quiet("", this::showNextQuestion);
    private transient Sheet rows;
    private int from;

    /// Where the question stands that was shown last, in UTF-16 code units; -1 before the first.
    private int lastQuestion = -1;

    private int count = FIRST_ROWS;

    RepairStep(ImportUnderWay file, Runnable back, Runnable next) {
        this.file = file;
        addClassName("repair");
        rows = new Sheet(file.repaired());
        sheet = new RepairSheet(this, file.file().language(), words());
        rules = new RulesPanel(this, file);
        var heads =
                Parts.div(
                        "heads",
                        Parts.div("", Parts.span("", getTranslation("import.as-it-came"))),
                        Parts.div("", Parts.span("", getTranslation("import.repaired"))));
        var foot =
                Parts.div(
                        "foot",
                        Parts.quiet(getTranslation("import.back-to-file"), back),
                        Parts.grow(),
                        questions,
                        Parts.primary(getTranslation("import.to-segments"), next));
        var sheets = new Section(heads, sheet, foot);
        sheets.addClassName("sheets");
        sheets.getElement().setAttribute("aria-label", getTranslation("import.text"));
        add(rules, sheets);
        show();
    }

    private Map<String, RepairSheet.RuleWords> words() {
        var words = new HashMap<String, RepairSheet.RuleWords>();
        for (var rule : RepairRules.all()) {
            words.put(
                    rule.name(),
                    new RepairSheet.RuleWords(
                            getTranslation(RulesPanel.titleKey(rule)), help(rule)));
        }
        return words;
    }

    private String help(RepairRule rule) {
        return getLocale().getLanguage().equals("fa")
                ? rule.help().persian()
                : rule.help().english();
    }

    /// Everything anew; what is on the screen goes along, so that it follows at once.
    private void show() {
        var repaired = file.repaired();
        rows = new Sheet(repaired, file.questions());
        int first = Math.clamp(from, 0, Math.max(0, rows.size() - 1));
        sheet.show(rows.size(), first, rows.rows(first, count));
        rules.show(repaired, file.questions().size());
        int open = file.questions().size();
        questions.setVisible(open > 0);
        questions.setText(getTranslation("import.questions", Shown.number(open, getLocale())));
    }

    // What the rules panel asks for

    @Override
    public void turn(String rule, boolean on) {
        file.turn(rule, on);
        show();
    }

    @Override
    public void focus(String rule) {
        sheet.focusRule(rule);
        var repairs = file.repaired().repairs();
        repairs.stream()
                .filter(repair -> repair.rules().contains(rule))
                .map(repair -> rows.rowAt(repair.edit().at()))
                .filter(row -> row >= from)
                .findFirst()
                .or(() ->
                        repairs.stream()
                                .filter(repair -> repair.rules().contains(rule))
                                .map(repair -> rows.rowAt(repair.edit().at()))
                                .findFirst())
                .filter(row -> row < from || row >= from + count)
                .ifPresent(sheet::goTo);
    }

    /// The one behind that which was shown last, and after the last the first again.
    private void showNextQuestion() {
        var open = file.questions();
        open.stream()
                .filter(flag -> flag.at() > lastQuestion)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(flag -> {
                    lastQuestion = flag.at();
                    sheet.goTo(rows.rowAt(flag.at()));
                });
    }

    // What the sheets ask for

    @Override
    public List<SheetRow> load(int first, int most) {
        return rows.rows(first, most);
    }

    @Override
    public void look(int first, int most) {
        from = Math.max(0, first);
        count = Math.max(FIRST_ROWS, most);
    }

    @Override
    public void refuse(List<Integer> repairs) {
        file.refuse(repairs);
        show();
    }

    @Override
    public void restore(List<Integer> refused) {
        file.restore(refused.stream().map(rows::refused).toList());
        show();
    }

    @Override
    public void write(int at, int end, String text) {
        file.write(at, end, text);
        show();
    }

    @Override
    public void leave(int at) {
        file.leave(at);
        show();
    }

    @Override
    public void showPage(int page) {
        PagePicture.open(file, page);
    }
}
