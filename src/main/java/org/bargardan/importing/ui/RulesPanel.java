package org.bargardan.importing.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.importing.RepairedFile;
import org.bargardan.importing.RepairedFile.Repair;
import org.bargardan.text.repair.RepairRule;
import org.bargardan.text.repair.RepairRules;
import org.bargardan.text.repair.RepairRules.Group;
import org.bargardan.text.repair.Repaired;
import org.jspecify.annotations.Nullable;

/// The rules that repaired a file, in groups, each with its count and a switch.
final class RulesPanel extends Section {

    private final Handler handler;
    private final ImportUnderWay file;
    private final H1 head = new H1();
    private final Paragraph explained = new Paragraph();
    private final List<Row> rows;
    private final List<Shelf> shelves;
    private final UnorderedList idle = new UnorderedList();
    private final NativeDetails others = new NativeDetails();
    private final Row typed;
    private String focused = "";

    RulesPanel(Handler handler, ImportUnderWay file) {
        this.handler = handler;
        this.file = file;
        addClassName("rules");
        getElement().setAttribute("aria-label", getTranslation("repair.rules"));
        explained.addClassName("meta");
        explained.setText(getTranslation("import.nothing-stored"));
        head.getElement().setAttribute("role", "status");
        add(Parts.div("", head, explained));
        rows =
                RepairRules.of(language()).stream()
                        .map(rule ->
                                new Row(
                                        rule.name(),
                                        RepairRules.group(rule),
                                        getTranslation(titleKey(rule)),
                                        example(rule)))
                        .toList();
        shelves = Arrays.stream(Group.values()).map(Shelf::new).toList();
        shelves.forEach(shelf -> add(shelf.title, shelf.list));
        typed =
                new Row(
                        RepairedFile.BY_PERSON,
                        Group.WORDS,
                        getTranslation("repair.by-person"),
                        "");
        others.setSummaryText(getTranslation("repair.others"));
        others.setContent(idle);
        add(others);
    }

    /// What the panel asks for.
    interface Handler {

        void turn(String rule, boolean on);

        /// The rule's repairs shall stand out.
        ///
        /// @param rule empty for none
        void focus(String rule);
    }

    static String titleKey(RepairRule rule) {
        return "repair.rule." + rule.name();
    }

    private String language() {
        var tag = file.file().language();
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    private static String example(RepairRule rule) {
        return rule.help().examples().stream()
                .filter(example -> !example.wrong().equals(example.right()))
                .filter(example -> example.wrong().length() <= 24)
                .filter(example -> example.wrong().indexOf('\n') < 0)
                .findFirst()
                .map(example -> example.wrong() + " ← " + example.right())
                .orElse("");
    }

    void show(RepairedFile repaired, int questions) {
        var counts = new HashMap<String, Integer>();
        repaired.repairs().stream()
                .map(Repair::rule)
                .forEach(rule -> counts.merge(rule, 1, Integer::sum));
        var evidence = new HashMap<String, Repaired.Finding>();
        repaired.findings().forEach(finding -> evidence.put(finding.rule().name(), finding));
        head.setText(
                questions == 0
                        ? getTranslation(
                                "import.repairs",
                                Shown.number(repaired.repairs().size(), getLocale()))
                        : getTranslation(
                                "import.repairs.questions",
                                Shown.number(repaired.repairs().size(), getLocale()),
                                Shown.number(questions, getLocale())));
        for (var row : rows) {
            row.wasShown |= counts.containsKey(row.name);
            row.show(
                    counts.getOrDefault(row.name, 0),
                    file.isOn(row.name),
                    evidence(evidence.get(row.name)));
        }
        int written = counts.getOrDefault(RepairedFile.BY_PERSON, 0);
        typed.wasShown = written > 0;
        typed.show(written, true, "");
        shelves.forEach(Shelf::fill);
        fill(idle, rows.stream().filter(row -> !row.wasShown).toList());
    }

    private String evidence(Repaired.@Nullable Finding finding) {
        if (finding == null) {
            return "";
        }
        return getLocale().getLanguage().equals("fa")
                ? withPersianDigits(finding.evidence().persian())
                : finding.evidence().english();
    }

    private static String withPersianDigits(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .map(point -> point >= '0' && point <= '9' ? point - '0' + '۰' : point)
                .map(point -> point == '.' ? '٫' : point)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static void fill(UnorderedList list, List<Row> rows) {
        var items = rows.stream().map(row -> row.item).toList();
        if (!list.getChildren().toList().equals(items)) {
            list.removeAll();
            items.forEach(list::add);
        }
    }

    private void focus(String rule) {
        focused = focused.equals(rule) ? "" : rule;
        rows.forEach(row -> row.item.setClassName("focus", row.name.equals(focused)));
        handler.focus(focused);
    }

    /// The rules of one group that found something.
    private final class Shelf {

        private final Group group;
        private final H2 title;
        private final UnorderedList list = new UnorderedList();

        Shelf(Group group) {
            this.group = group;
            title = new H2(getTranslation("repair.group." + group.name().toLowerCase(Locale.ROOT)));
        }

        void fill() {
            var shown =
                    Stream.concat(rows.stream(), Stream.of(typed))
                            .filter(row -> row.group == group && row.wasShown)
                            .toList();
            RulesPanel.fill(list, shown);
            title.setVisible(!shown.isEmpty());
        }
    }

    /// A rule's line.
    private final class Row {

        private final String name;
        private final Group group;
        private final ListItem item = new ListItem();
        private final Span count = Parts.span("n", "");
        private final Span below = Parts.span("eg", "");
        private final Element toggle = new Element("input");
        private final String example;
        private boolean wasShown;

        Row(String name, Group group, String title, String example) {
            this.name = name;
            this.group = group;
            this.example = example;
            var label = new NativeButton(title);
            label.addClassName("rule-name");
            label.addClickListener(click -> focus(name));
            item.add(label, count);
            if (!name.equals(RepairedFile.BY_PERSON)) {
                toggle.setAttribute("type", "checkbox");
                toggle.setAttribute("role", "switch");
                toggle.setAttribute("class", "switch");
                toggle.setAttribute("aria-label", title);
                toggle.addEventListener(
                                "change",
                                changed ->
                                        handler.turn(
                                                name,
                                                changed.getEventData()
                                                        .get("element.checked")
                                                        .asBoolean()))
                        .addEventData("element.checked");
                item.getElement().appendChild(toggle);
            }
            item.add(below);
        }

        void show(int repairs, boolean on, String evidence) {
            count.setText(Shown.number(repairs, getLocale()));
            toggle.setProperty("checked", on);
            item.setClassName("off", !on);
            below.removeAll();
            if (!example.isEmpty()) {
                var shown = Parts.isolated(example);
                shown.getElement().setAttribute("lang", language());
                below.add(shown);
            }
            if (!evidence.isEmpty()) {
                below.add(Parts.span("evidence", evidence));
            }
        }
    }
}
