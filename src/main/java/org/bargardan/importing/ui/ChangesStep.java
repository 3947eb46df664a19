package org.bargardan.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.document.Status;
import org.bargardan.document.VersionComparison;
import org.bargardan.document.VersionComparison.Changed;
import org.bargardan.document.VersionComparison.Gone;
import org.bargardan.project.LanguagePair;
import org.bargardan.text.TaggedText;
import org.bargardan.text.WordDiff;

/// The last step of a newer version: what it changes of the document, before anything of it is
/// stored.
final class ChangesStep extends Div {

    /// Enough to see what kind of changes they are; the counts tell of all.
    private static final int MOST_SHOWN = 300;

    private final transient LanguagePair languages;

    /// @param notes what a person must know of the file, such as that its format is another
    ChangesStep(
            VersionComparison comparison,
            LanguagePair languages,
            List<String> notes,
            Runnable back,
            Runnable replace) {
        this.languages = languages;
        addClassName("repair");
        var head =
                new H1(
                        getTranslation(
                                comparison.isSame() ? "import.changes.none" : "import.changes"));
        head.getElement().setAttribute("role", "status");
        var side = new Section(head, counts(comparison));
        notes.forEach(note -> side.add(Parts.with(new Paragraph(note), "meta")));
        side.add(Parts.with(new Paragraph(getTranslation("import.newer.nothing-stored")), "meta"));
        side.addClassName("rules");
        side.getElement().setAttribute("aria-label", getTranslation("import.changes"));
        var flow = Parts.div("flow versions");
        flow.getElement().setAttribute("tabindex", "0");
        add(flow, "import.changes.changed", comparison.changed(), this::changed);
        add(flow, "import.changes.gone", comparison.gone(), this::gone);
        var sheets =
                new Section(
                        Parts.div(
                                "heads",
                                Parts.div(
                                        "", Parts.span("", getTranslation("import.changes.look")))),
                        flow,
                        Parts.div(
                                "foot",
                                Parts.quiet(getTranslation("import.back-to-segments"), back),
                                Parts.grow(),
                                Parts.primary(getTranslation("import.replace"), replace)));
        sheets.addClassNames("sheets", "cut");
        add(side, sheets);
    }

    private DescriptionList counts(VersionComparison comparison) {
        var counts = new DescriptionList();
        counts.addClassName("figures");
        count(counts, "kept", comparison.kept());
        count(counts, "moved", comparison.moved());
        count(counts, "changed", comparison.changed().size());
        count(counts, "new", comparison.added());
        count(counts, "gone", comparison.gone().size());
        if (comparison.back() > 0) {
            count(counts, "back", comparison.back());
        }
        return counts;
    }

    private void count(DescriptionList counts, String what, int count) {
        counts.add(
                new DescriptionList.Term(getTranslation("import.count." + what)),
                new DescriptionList.Description(Shown.number(count, getLocale())));
    }

    /// How one of a list is shown.
    private interface Item<T> {

        Component of(T item);
    }

    private <T> void add(Div flow, String key, List<T> all, Item<T> item) {
        if (all.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("version-changes");
        all.stream().limit(MOST_SHOWN).forEach(each -> list.add(new ListItem(item.of(each))));
        flow.add(new Section(Parts.heading(getTranslation(key)), list));
        if (all.size() > MOST_SHOWN) {
            flow.add(
                    Parts.with(
                            new Paragraph(
                                    getTranslation(
                                            "import.changes.more",
                                            Shown.number(all.size() - MOST_SHOWN, getLocale()))),
                            "quiet"));
        }
    }

    private Component changed(Changed changed) {
        var pieces =
                WordDiff.between(
                                changed.before().text(), changed.after().text(), languages.source())
                        .stream()
                        .map(piece ->
                                new TextView.Piece(
                                        piece.kind().name().toLowerCase(Locale.ROOT), piece.text()))
                        .toList();
        var item =
                item(
                        changed.number(),
                        TextView.ofPieces(pieces, languages.source()),
                        changed.rendering(),
                        changed.status());
        if (changed.before().text().equals(changed.after().text())) {
            item.add(Parts.span("meta", getTranslation("import.changes.codes")));
        }
        return item;
    }

    private Component gone(Gone gone) {
        return item(
                gone.number(),
                new TextView(gone.source().text(), languages.source()).asSource(),
                gone.rendering(),
                gone.status());
    }

    private Div item(int number, TextView source, TaggedText rendering, Status status) {
        var item =
                Parts.div(
                        "version-change",
                        Parts.span("meta", Shown.number(number, getLocale())),
                        source.small());
        if (status != Status.UNTRANSLATED) {
            item.add(
                    Parts.span("meta", getTranslation("client.status." + status.key())),
                    new TextView(rendering.text(), languages.target()).small());
        }
        return item;
    }
}
