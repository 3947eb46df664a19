package org.bargardan.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.RepairState;
import org.bargardan.document.Repairs;
import org.bargardan.document.Repairs.Seen;
import org.bargardan.document.Repairs.UndoResult;
import org.bargardan.editor.panel.EditorNavigation;
import org.bargardan.importing.RepairedFile;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.Direction;
import org.jspecify.annotations.Nullable;

/// What was repaired in a document, and the way back for any single repair.
@Route("documents/:document/repairs")
@PermitAll
public class RepairsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 60;

    private final transient Documents documents;
    private final transient Repairs repairs;
    private final transient Membership membership;
    private final transient UserId actor;
    private final UnorderedList list = new UnorderedList();
    private final Div more = new Div();
    private transient @Nullable Document document;
    private boolean mayUndo;
    private String rule = "";
    private int shown;

    RepairsView(
            Documents documents, Repairs repairs, Membership membership, SignedInUser signedIn) {
        this.documents = documents;
        this.repairs = repairs;
        this.membership = membership;
        actor = signedIn.require().id();
        addClassName("repairs-page");
    }

    /// The address of a document's repairs, relative to the application's.
    public static String path(DocumentId document) {
        return EditorNavigation.path(document) + "/repairs";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var id =
                entering.getRouteParameters()
                        .get("document")
                        .flatMap(DocumentId::find)
                        .orElseThrow(() -> new NotFoundException("document"));
        var opened = documents.get(id, actor);
        document = opened;
        var roles = membership.roles(opened.project(), actor);
        mayUndo = roles.contains(ProjectRole.MANAGER) || roles.contains(ProjectRole.TRANSLATOR);
        rule = "";
        removeAll();
        var counts = new TreeMap<>(repairs.counts(id, actor));
        add(
                new H1(getTranslation("repairs.title")),
                Parts.with(new Paragraph(Parts.isolated(opened.title())), "eyebrow"),
                Parts.link(
                        EditorNavigation.path(id),
                        "quiet",
                        Parts.span("", getTranslation("repairs.back"))));
        if (counts.isEmpty()) {
            add(new Paragraph(getTranslation("repairs.none")));
            return;
        }
        list.addClassName("repairs-list");
        add(new Paragraph(getTranslation("repairs.explained")), choice(counts), list, more);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("repairs.title"));
    }

    private Component choice(TreeMap<String, Integer> counts) {
        var choice = new ComboBox<String>(getTranslation("repairs.rule"));
        var names = new ArrayList<String>();
        names.add("");
        names.addAll(counts.keySet());
        choice.setItems(names);
        choice.setItemLabelGenerator(name ->
                (name.isEmpty() ? getTranslation("repairs.all") : title(name))
                        + " ("
                        + Shown.number(
                                name.isEmpty()
                                        ? counts.values().stream().mapToInt(Integer::intValue).sum()
                                        : counts.getOrDefault(name, 0),
                                getLocale())
                        + ")");
        choice.setValue("");
        choice.addValueChangeListener(chosen -> {
            rule = chosen.getValue() == null ? "" : chosen.getValue();
            show();
        });
        return choice;
    }

    private String title(String name) {
        return name.equals(RepairedFile.BY_PERSON)
                ? getTranslation("repair.by-person")
                : getTranslation("repair.rule." + name);
    }

    private void show() {
        list.removeAll();
        shown = 0;
        showMore();
    }

    private void showMore() {
        var opened = document();
        var found = repairs.seen(opened.id(), rule, shown, PAGE + 1, actor);
        found.stream().limit(PAGE).forEach(seen -> list.add(item(seen, opened)));
        shown += Math.min(found.size(), PAGE);
        more.removeAll();
        if (found.size() > PAGE) {
            more.add(Parts.button(getTranslation("repairs.more"), this::showMore));
        }
    }

    private ListItem item(Seen seen, Document opened) {
        var repair = seen.repair();
        var language = opened.languages().source();
        var text = new Div();
        text.addClassName("t");
        text.getElement().setAttribute("lang", language);
        text.getElement()
                .setAttribute("dir", Direction.of(language).name().toLowerCase(Locale.ROOT));
        text.add(
                Parts.span("around", "…" + oneLine(seen.left())),
                changed("del", repair.before()),
                changed("ins", repair.after()),
                Parts.span("around", oneLine(seen.right()) + "…"));
        var item = new ListItem(Parts.span("what", title(repair.rule())), text);
        if (repair.state() == RepairState.APPLIED && mayUndo) {
            item.add(
                    Parts.quiet(
                            getTranslation("repairs.undo"), () -> undo(repair.n(), item, opened)));
        } else {
            item.add(Parts.span("meta", state(repair.state())));
        }
        return item;
    }

    private String state(RepairState state) {
        return getTranslation("repairs.state." + state.name().toLowerCase(Locale.ROOT));
    }

    private void undo(int n, ListItem item, Document opened) {
        switch (repairs.undo(opened.id(), n, actor)) {
            case UndoResult.Undone _ -> {
                item.remove(item.getChildren().skip(2).toList());
                item.add(Parts.span("meta", state(RepairState.UNDONE)));
            }
            case UndoResult.NotThere() -> Notification.show(getTranslation("repairs.not-there"));
            case UndoResult.Refused(var refusal) ->
                    Notification.show(getTranslation(refusal.key()));
        }
    }

    /// Blanks are seen as signs, since a mark on nothing is not seen.
    private static Component changed(String tag, String text) {
        var part = new HtmlComponent(tag);
        part.getElement()
                .setText(text.isBlank() ? text.replace(' ', '␣').replace('\n', '↵') : text);
        part.setVisible(!text.isEmpty());
        return part;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private Document document() {
        if (document == null) {
            throw new IllegalStateException("no document is open");
        }
        return document;
    }
}
