package org.bargardan.importing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.ParagraphKind;
import org.bargardan.importing.ParagraphMark;
import org.bargardan.importing.RepairedFile;
import org.bargardan.project.ui.ProjectNavigation;

/// The third step: paragraphs, what they are, and the segments they are cut into.
final class SegmentsStep extends Div implements CutSheet.Handler {

    private static final int FIRST_ROWS = 40;
    private static final int MOST_HEADINGS = 200;

    private final transient ImportUnderWay file;
    private final CutSheet sheet;
    private final H1 head = new H1();
    private final Paragraph slow = new Paragraph();
    private final UnorderedList outline = new UnorderedList();
    private transient List<NewParagraph> paragraphs = List.of();
    private transient int[] starts = {};
    private transient int[] firstSegments = {};
    private int from;
    private int count = FIRST_ROWS;

    SegmentsStep(ImportUnderWay file, Runnable back, Runnable next) {
        this.file = file;
        addClassName("repair");
        sheet = new CutSheet(this, file.file().language());
        head.getElement().setAttribute("role", "status");
        var explained = new Paragraph(getTranslation("import.nothing-stored"));
        explained.addClassName("meta");
        slow.addClassName("trouble");
        outline.addClassName("outline");
        var side =
                new Section(
                        Parts.div("", head, explained),
                        slow,
                        Parts.link(
                                ProjectNavigation.rulesPath(file.project()),
                                "btn small",
                                Parts.span("", getTranslation("import.rules"))),
                        Parts.heading(getTranslation("import.outline")),
                        outline);
        side.addClassName("rules");
        side.getElement().setAttribute("aria-label", getTranslation("import.outline"));
        var foot =
                Parts.div(
                        "foot",
                        Parts.quiet(getTranslation("import.back-to-repair"), back),
                        Parts.grow(),
                        Parts.primary(
                                getTranslation(
                                        file.target().isPresent()
                                                ? "import.to-changes"
                                                : "import.import"),
                                next));
        var sheets =
                new Section(
                        Parts.div(
                                "heads",
                                Parts.div("", Parts.span("", getTranslation("import.segments")))),
                        sheet,
                        foot);
        sheets.addClassNames("sheets", "cut");
        add(side, sheets);
        show();
    }

    private void show() {
        RepairedFile repaired = file.repaired();
        paragraphs = repaired.paragraphs(file.marks());
        starts = repaired.paragraphStarts();
        firstSegments = new int[paragraphs.size() + 1];
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            firstSegments[i + 1] =
                    firstSegments[i] + (paragraph.translatable() ? paragraph.segments().size() : 0);
        }
        head.setText(
                getTranslation(
                        "import.cut",
                        Shown.number(paragraphs.size(), getLocale()),
                        Shown.number(firstSegments[paragraphs.size()], getLocale())));
        var leftOut = repaired.rulesLeftOut();
        slow.setVisible(!leftOut.isEmpty());
        slow.setText(
                leftOut.isEmpty()
                        ? ""
                        : getTranslation(
                                "import.rules.slow",
                                leftOut.stream()
                                        .map(rule -> Shown.number(rule.number(), getLocale()))
                                        .collect(
                                                Collectors.joining(
                                                        getTranslation("list.separator")))));
        int first = Math.clamp(from, 0, Math.max(0, paragraphs.size() - 1));
        sheet.show(paragraphs.size(), first, load(first, count));
        showOutline();
    }

    private void showOutline() {
        outline.removeAll();
        int shown = 0;
        for (int i = 0; i < paragraphs.size() && shown < MOST_HEADINGS; i++) {
            var paragraph = paragraphs.get(i);
            if (paragraph.kind() == ParagraphKind.HEADING) {
                shown++;
                outline.add(entry(i, paragraph));
            }
        }
        if (shown == 0) {
            outline.add(new ListItem(Parts.span("quiet", getTranslation("import.outline.none"))));
        }
    }

    private ListItem entry(int row, NewParagraph heading) {
        var go =
                new NativeButton(
                        heading.segments().getFirst().source().text(), click -> sheet.goTo(row));
        go.addClassNames("rule-name", "level-" + Math.min(heading.level(), 4));
        go.getElement().setAttribute("lang", file.file().language());
        go.getElement().setAttribute("dir", "auto");
        return new ListItem(go);
    }

    // What the sheet asks for

    @Override
    public List<CutRow> load(int first, int most) {
        var rows = new ArrayList<CutRow>();
        for (int i = Math.max(0, first); i < Math.min(paragraphs.size(), first + most); i++) {
            var paragraph = paragraphs.get(i);
            rows.add(
                    new CutRow(
                            i,
                            firstSegments[i] + 1,
                            paragraph.kind().name().toLowerCase(Locale.ROOT),
                            paragraph.level(),
                            paragraph.translatable(),
                            paragraph.page(),
                            paragraph.segments().stream()
                                    .map(segment ->
                                            new CutRow.Segment(
                                                    segment.source().text(),
                                                    segment.source().codes().stream()
                                                            .map(CutRow.Code::of)
                                                            .toList()))
                                    .toList()));
        }
        return rows;
    }

    @Override
    public void look(int first, int most) {
        from = Math.max(0, first);
        count = Math.max(FIRST_ROWS, most);
    }

    @Override
    public void mark(int row, String kind, int level, boolean translatable) {
        if (row < 0 || row >= starts.length) {
            return;
        }
        var wanted = ParagraphKind.valueOf(kind.toUpperCase(Locale.ROOT));
        boolean heading = wanted == ParagraphKind.HEADING;
        file.mark(
                new ParagraphMark(
                        starts[row], wanted, heading ? Math.clamp(level, 1, 9) : 0, translatable));
        show();
    }

    /// Two paragraphs of one format's places stay two in the file that is written; here they are
    /// read as one.
    @Override
    public void join(int row) {
        if (row < 0 || row + 1 >= starts.length) {
            return;
        }
        file.joinParagraphs(row);
        show();
    }

    @Override
    public void split(int row, int segment) {
        if (row < 0 || row >= starts.length) {
            return;
        }
        file.splitParagraph(row, segment);
        show();
    }
}
