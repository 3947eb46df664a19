package org.bargardan.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bargardan.OnScreen;
import org.bargardan.account.People;
import org.bargardan.account.SiteRole;
import org.bargardan.authorisation.AuthorisationTable.Row;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Renderings;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/// Runs the rows of the screens' addresses, and of what a page may call on the server, for every
/// kind of person; the operations themselves are found by [AuthorisationTest].
class ScreensAuthorisationTest extends OnScreen {

    @Autowired private People people;
    @Autowired private Renderings renderings;

    private final Map<String, Row> table = AuthorisationTable.read();
    private ProjectId project;
    private DocumentId document;
    private Entry entry;

    @ParameterizedTest
    @EnumSource(
            value = Column.class,
            mode = Mode.EXCLUDE,
            names = {"MIXED", "TRANSLATOR_OWN", "REVIEWER_OWN"})
    void everyAddressLeadsWhereTheTableSays(Column column) {
        sit(column);
        try {
            var wrong = new ArrayList<String>();
            Operations.routes()
                    .forEach((name, view) -> {
                        var row = table.get(name);
                        var expected = row == null ? "no row" : row.cell(column);
                        var actual = open(name, view, column);
                        if (!actual.equals(expected)) {
                            wrong.add(
                                    "%s as %s: %s, not %s"
                                            .formatted(name, column.title(), actual, expected));
                        }
                    });
            assertThat(wrong).isEmpty();
        } finally {
            rise(column);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Column.class,
            names = {"MIXED", "READER", "TRANSLATOR", "REVIEWER", "MANAGER"})
    void everyCallOfAPageIsAnsweredAsTheTableSays(Column column) {
        var wrong = new ArrayList<String>();
        Operations.callables()
                .forEach((name, method) -> {
                    var expected = table.get(name).cell(column);
                    if (expected.equals("-")) {
                        return;
                    }
                    sit(column);
                    var here = document;
                    if (column == Column.MIXED) {
                        // Sara's own editor is open, and the page names what is not hers.
                        here = collective.document(projectOfSara(ProjectRole.TRANSLATOR), "Day.");
                    }
                    navigate("documents/" + here.value(), editor());
                    var actual = call(method);
                    if (!actual.equals(expected)) {
                        wrong.add(
                                "%s as %s: %s, not %s"
                                        .formatted(name, column.title(), actual, expected));
                    }
                });
        assertThat(wrong).isEmpty();
    }

    /// A project with a confirmed segment of somebody else's, in which Sara is what the column
    /// says.
    private void sit(Column column) {
        project =
                switch (column) {
                    case READER -> projectOfSara(ProjectRole.READER);
                    case TRANSLATOR -> projectOfSara(ProjectRole.TRANSLATOR);
                    case REVIEWER -> projectOfSara(ProjectRole.REVIEWER);
                    case MANAGER -> projectOfSara(ProjectRole.MANAGER);
                    default -> collective.project();
                };
        var author = collective.member(project, "author", ProjectRole.TRANSLATOR);
        document = collective.document(project, Household.SECRET + " spoke.\nNight.");
        entry = collective.entries(document).getFirst();
        renderings.confirm(
                entry.rendering().id(),
                entry.rendering().version(),
                TaggedText.plain(Household.SECRET),
                Origin.TYPED,
                author);
        entry = collective.entries(document).getFirst();
        if (column == Column.ADMINISTRATOR) {
            people.changeRole(sara, SiteRole.ADMINISTRATOR, collective.administrator());
            initVaadinEnvironment();
        }
    }

    private void rise(Column column) {
        if (column == Column.ADMINISTRATOR) {
            people.changeRole(sara, SiteRole.MEMBER, collective.administrator());
        }
    }

    private String open(String name, Class<?> view, Column column) {
        if (column == Column.ANONYMOUS) {
            return view.isAnnotationPresent(AnonymousAllowed.class) ? "allow" : "sign-in";
        }
        var address =
                name.substring("route /".length())
                        .replace(":project", project.value().toString())
                        .replace(":document", document.value().toString())
                        .replace(":link", "no-such-link")
                        .replace("/:section?", "");
        UI.getCurrent().navigate(address);
        var shown = UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
        if (column.isStranger() && page().contains(Household.SECRET)) {
            return "tells " + page();
        }
        if (view.isInstance(shown)) {
            return "allow";
        }
        return notFound().isInstance(shown)
                        || shown.getClass().getSimpleName().equals("NoSuchAddressView")
                ? "hidden"
                : "elsewhere";
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Component> editor() {
        return (Class<? extends Component>)
                Operations.CLASSES.get("org.bargardan.editor.ui.EditorView").reflect();
    }

    @SuppressWarnings("unchecked")
    private String call(Method method) {
        var component = find((Class<Component>) method.getDeclaringClass()).single();
        method.setAccessible(true);
        try {
            var answer = method.invoke(component, arguments(method));
            var said = String.valueOf(answer);
            if (said.contains("\"refused\"")) {
                return "deny";
            }
            return said.contains("\"failed\"") ? "failed: " + said : "allow";
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case NotFoundException hidden -> "hidden";
                case NotAllowedException denied -> "deny";
                default -> "failed: " + e.getCause();
            };
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /// What a page sends: the id, the version it has, words.
    private Object[] arguments(Method method) {
        var given = new ArrayList<Object>();
        var strings =
                new ArrayList<>(
                        List.of(
                                entry.rendering().id().value().toString(),
                                method.getName().equals("giveBack") ? "meaning" : "واژه",
                                "چون"));
        if (method.getName().equals("approve")) {
            strings.set(1, Household.SECRET);
        }
        for (var type : method.getParameterTypes()) {
            if (type == String.class) {
                given.add(strings.removeFirst());
            } else if (type == double.class) {
                given.add((double) entry.rendering().version());
            } else if (type == int.class) {
                given.add(given.size() * 10);
            } else {
                given.add(false);
            }
        }
        return given.toArray();
    }
}
