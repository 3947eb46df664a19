package org.bargardan.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.format.Detection;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FileFormats;
import org.bargardan.format.PlainText;
import org.bargardan.format.TextEncoding;
import org.bargardan.importing.Imports;
import org.bargardan.importing.ReadFile;
import org.bargardan.importing.ui.ImportUnderWay.State;

/// The first step: the file as it was read, and in which encoding.
final class FileStep extends Div {

    /// Enough to see whether it was read right; the next step shows all of it.
    private static final int SHOWN_CHARS = 12_000;

    private static final int SHOWN_LEFT_OUT = 12;

    private final transient ImportUnderWay file;
    private final transient BiConsumer<FileFormat, String> readAgain;
    private final Runnable next;
    private final Runnable drop;
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph count = new Paragraph();

    FileStep(
            ImportUnderWay file,
            Imports imports,
            UserId actor,
            BiConsumer<FileFormat, String> readAgain,
            Runnable next,
            Runnable drop) {
        this.file = file;
        this.readAgain = readAgain;
        this.next = next;
        this.drop = drop;
        addClassName("file-step");
        add(new H1(Parts.isolated(file.name())));
        switch (file.state()) {
            case State.Reading reading -> addProgress();
            case State.Unsure(var readings) -> addReadings(readings);
            case State.Read(var read) -> addRead(read, imports, actor);
            case State.Failed(var problem) ->
                    addEnd(Answers.error(Answers.problem(this, file.name(), problem)));
            case State.Stopped() -> addEnd(Answers.error(getTranslation("import.stopped")));
            case State.Broken() -> addEnd(Answers.error(getTranslation("import.broken")));
        }
    }

    private void addEnd(Component answer) {
        add(answer, Parts.div("acts", Parts.button(getTranslation("import.drop-it"), drop)));
    }

    private void addProgress() {
        progress.setIndeterminate(true);
        count.getElement().setAttribute("role", "status");
        add(progress, count, Parts.div("acts", Parts.button(getTranslation("cancel"), this::stop)));
        showProgress();
    }

    private void stop() {
        file.stop();
        drop.run();
    }

    /// How far the reading is now.
    void showProgress() {
        if (!(file.state() instanceof State.Reading(long done, long total))) {
            return;
        }
        progress.setIndeterminate(total == 0);
        if (total > 0) {
            progress.setValue(Math.clamp((double) done / total, 0, 1));
        }
        count.setText(
                total == 0
                        ? getTranslation("import.reading")
                        : getTranslation(
                                "import.reading.of",
                                Shown.number(done, getLocale()),
                                Shown.number(total, getLocale())));
    }

    /// The three likeliest readings, each with a piece of the text: the person knows which is
    /// right.
    private void addReadings(List<Detection.Reading> readings) {
        add(new Paragraph(getTranslation("import.encoding.ask", file.name())));
        for (var reading : readings) {
            add(
                    Parts.div(
                            "reading",
                            new TextView(reading.preview(), "fa").small(),
                            Parts.button(
                                    getTranslation(
                                            "import.encoding.take",
                                            reading.charset().displayName()),
                                    () -> readAs(reading.charset()))));
        }
        add(Parts.quiet(getTranslation("import.encoding.none"), drop));
    }

    private void readAs(Charset charset) {
        readAgain.accept(FileFormats.PLAIN_TEXT, TextEncoding.of(file.bytes(), charset).write());
    }

    private void addRead(ReadFile read, Imports imports, UserId actor) {
        add(facts(read));
        for (var problem : read.problems()) {
            add(Answers.error(Answers.reason(this, problem)));
        }
        var text = read.text();
        int end = Math.min(text.length(), SHOWN_CHARS);
        var shown = new TextView(text.substring(0, end), read.language());
        shown.addClassName("raw");
        var sheet = new Section(Parts.heading(getTranslation("import.as-it-came")), shown);
        if (end < text.length()) {
            sheet.add(Parts.with(new Paragraph(getTranslation("import.more")), "quiet"));
        }
        add(
                Parts.div(
                        "acts",
                        Parts.primary(getTranslation("import.to-repair"), next),
                        Parts.quiet(getTranslation("import.drop-it"), drop)));
        if (!read.reading().leftOut().isEmpty()) {
            add(leftOut(read));
        }
        if (read.format() == FileFormats.PDF) {
            add(Parts.div("beside", sheet, new PagePicture(file, 1)));
        } else {
            add(sheet);
        }
    }

    private DescriptionList facts(ReadFile read) {
        var facts = new DescriptionList();
        facts.addClassName("figures");
        add(facts, "import.fact.format", getTranslation("import.format." + read.format().filter()));
        add(facts, "import.fact.size", Shown.bytes(file.size(), getLocale()));
        if (read.reading().pages() > 0) {
            add(facts, "import.fact.pages", Shown.number(read.reading().pages(), getLocale()));
        }
        if (read.format().filter().equals(PlainText.FILTER)) {
            var encoding = TextEncoding.parse(read.reading().document().filterParameters());
            add(facts, "import.fact.encoding", encoding.charset().displayName());
        }
        add(
                facts,
                "import.fact.paragraphs",
                Shown.number(read.reading().document().paragraphs().size(), getLocale()));
        return facts;
    }

    private void add(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(getTranslation(key)),
                new DescriptionList.Description(Parts.isolated(value)));
    }

    private Section leftOut(ReadFile read) {
        var all = new ArrayList<>(read.reading().leftOut());
        var list = new UnorderedList();
        all.stream()
                .limit(SHOWN_LEFT_OUT)
                .forEach(line ->
                        list.add(
                                new ListItem(
                                        Parts.span(
                                                "quiet",
                                                getTranslation(
                                                        "import.page",
                                                        Shown.number(line.page(), getLocale()))),
                                        new TextView(line.text(), read.language()).small())));
        var section =
                new Section(
                        Parts.heading(
                                getTranslation(
                                        "import.left-out", Shown.number(all.size(), getLocale()))),
                        list);
        section.addClassName("left-out");
        return section;
    }
}
