package org.bargardan.editor.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bargardan.base.ui.Keys;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.editor.panel.EditorPanel;
import org.bargardan.editor.panel.SegmentInFocus;

/// What features have brought to stand beside the text: a sheet of tabs for each place.
final class Panels extends Aside {

    private final transient List<Standing> standing = new ArrayList<>();

    Panels(List<EditorPanel> panels) {
        addClassName("side");
        getElement().setAttribute("aria-label", getTranslation("editor.panels"));
        for (var place : EditorPanel.Place.values()) {
            var here =
                    panels.stream()
                            .filter(panel -> panel.place() == place)
                            .sorted(Comparator.comparingInt(EditorPanel::order))
                            .toList();
            if (!here.isEmpty()) {
                add(sheet(here));
            }
        }
    }

    /// A panel in its tab.
    private record Standing(EditorPanel panel, Span count, Runnable open) {}

    /// The person has come to another segment, or the one in focus was changed.
    void show(SegmentInFocus segment) {
        for (var each : standing) {
            int count = each.panel().show(segment);
            each.count().setText(count < 0 ? "" : Shown.number(count, getLocale()));
        }
    }

    /// A panel's key opens it before it acts.
    void bind(Keys keys) {
        for (var each : standing) {
            each.panel()
                    .shortcuts()
                    .forEach((shortcut, action) ->
                            keys.on(
                                    shortcut,
                                    () -> {
                                        each.open().run();
                                        action.run();
                                    }));
        }
    }

    private Section sheet(List<EditorPanel> here) {
        var sheet = new TabSheet();
        for (var panel : here) {
            var count = Parts.span("count", "");
            var tab = new Tab(new Span(getTranslation(panel.titleKey())), count);
            sheet.add(tab, panel.content());
            standing.add(new Standing(panel, count, () -> sheet.setSelectedTab(tab)));
        }
        return new Section(sheet);
    }
}
