package org.bargardan.project.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Isolated;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.Told;
import org.bargardan.project.OwnRules;
import org.bargardan.project.ProjectId;
import org.bargardan.project.RulesResult;
import org.bargardan.project.SentenceRules;
import org.bargardan.text.MalformedSrx;
import org.bargardan.text.SrxProblem;
import org.bargardan.text.SrxProblem.Part;
import org.bargardan.text.SrxRules;

/// A project's own sentence rules, written in a table or as SRX; whoever listens is given them
/// whenever they can be used.
final class SentenceRulesSection extends Section {

    /// Between the last key and the new cut.
    static final int PAUSE_MILLIS = 300;

    private final transient SentenceRules rules;
    private final transient ProjectId project;
    private final transient UserId actor;
    private final transient Consumer<SrxRules> follower;
    private final RuleTable table;
    private final TextArea text = new TextArea();
    private final NativeButton asTable = new NativeButton();
    private final NativeButton asText = new NativeButton();
    private final Div editor = new Div();
    private final Paragraph problem = new Paragraph();
    private transient OwnRules kept;
    private boolean inTable;

    SentenceRulesSection(
            SentenceRules rules,
            ProjectId project,
            boolean manages,
            UserId actor,
            Consumer<SrxRules> follower) {
        this.rules = rules;
        this.project = project;
        this.actor = actor;
        this.follower = follower;
        kept = rules.get(project, actor);
        table = new RuleTable(manages, this::follow);
        text.setAriaLabel(getTranslation("rules.srx"));
        text.addClassName("srx");
        text.setReadOnly(!manages);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                follow();
            }
        });
        asTable.setText(getTranslation("rules.as-table"));
        asTable.addClickListener(click -> showTable());
        asText.setText(getTranslation("rules.as-srx"));
        asText.addClickListener(click -> showText());
        problem.addClassName("trouble");
        problem.getElement().setAttribute("role", "status");
        add(
                Parts.heading(
                        getTranslation("rules.sentences"),
                        Parts.grow(),
                        Parts.span("seg-control", asTable, asText)),
                Parts.with(
                        new Paragraph(
                                getTranslation(
                                        "rules.sentences.help",
                                        Isolated.words("\\."),
                                        Isolated.words("\\s"),
                                        Isolated.words("\\bExh\\."))),
                        "quiet"),
                editor,
                problem);
        if (manages) {
            add(Parts.div("acts", Parts.primary(getTranslation("rules.keep"), this::keep)));
        } else {
            add(Parts.with(new Paragraph(getTranslation("rules.managers")), "quiet"));
        }
        show(kept.srx());
    }

    /// The rules as they are written now.
    private String srx() {
        return inTable ? SrxRules.write(table.rules()) : text.getValue();
    }

    private void show(String srx) {
        text.setValue(srx);
        inTable = false;
        if (!showTable()) {
            showText();
        }
        follow();
    }

    private boolean showTable() {
        if (inTable) {
            return true;
        }
        try {
            var rows = SrxRules.own(text.getValue()).asTable();
            if (rows.isPresent()) {
                table.show(rows.get());
                switchTo(true);
                return true;
            }
            say(getTranslation("rules.no-table"));
        } catch (MalformedSrx e) {
            say(words(e.problem()));
        }
        return false;
    }

    private void showText() {
        if (inTable) {
            text.setValue(SrxRules.write(table.rules()));
        }
        switchTo(false);
    }

    private void switchTo(boolean toTable) {
        inTable = toTable;
        editor.removeAll();
        editor.add(toTable ? table : text);
        asTable.getElement().setAttribute("aria-pressed", String.valueOf(toTable));
        asText.getElement().setAttribute("aria-pressed", String.valueOf(!toTable));
        say("");
    }

    private void follow() {
        try {
            var own = SrxRules.own(srx());
            say("");
            follower.accept(own);
        } catch (MalformedSrx e) {
            say(words(e.problem()));
        }
    }

    private void keep() {
        switch (rules.decide(project, srx(), kept.version(), actor)) {
            case RulesResult.Saved(long version) -> {
                kept = new OwnRules(srx(), version);
                Told.shortly(getTranslation("rules.kept"));
            }
            case RulesResult.Malformed(var found) -> say(words(found));
            case RulesResult.Conflict(var current) -> askWhoseRules(current);
        }
    }

    private void askWhoseRules(OwnRules current) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("rules.conflict"));
        dialog.setText(getTranslation("rules.conflict.help"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("rules.conflict.mine"));
        dialog.setConfirmText(getTranslation("rules.conflict.theirs"));
        dialog.addConfirmListener(confirmed -> {
            kept = current;
            show(current.srx());
        });
        // Theirs have been told of; keeping once more replaces them knowingly.
        dialog.addCancelListener(cancelled -> kept = current);
        dialog.open();
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
    }

    /// Where it is and what is wrong.
    private String words(SrxProblem found) {
        var what = getTranslation(found.kind().key(), Isolated.words(found.detail()));
        var part =
                found.part() == Part.BEFORE
                        ? getTranslation("rules.before")
                        : getTranslation("rules.after");
        if (found.rule() == 0) {
            return inTable || found.line() == 0
                    ? what
                    : getTranslation("rules.in-line", number(found.line()), what);
        }
        return inTable
                ? getTranslation("rules.in-rule", number(found.rule()), part, what)
                : getTranslation(
                        "rules.in-line-rule",
                        number(found.line()),
                        number(found.rule()),
                        part,
                        what);
    }

    private String number(int number) {
        return Shown.number(number, getLocale());
    }
}
