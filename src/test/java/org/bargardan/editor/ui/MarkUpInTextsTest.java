package org.bargardan.editor.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.dom.Element;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bargardan.Collective;
import org.bargardan.OnScreen;
import org.bargardan.account.UserId;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Origin;
import org.bargardan.document.Reason;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Renderings;
import org.bargardan.memory.MemoryImport;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever people write is text on every page, also when it is mark-up. What the browser makes of
/// it is tried in `MarkUpInTextsIT`.
class MarkUpInTextsTest extends OnScreen {

    private static final String MARK_UP = "<script>harm()</script><img src=x onerror=harm()>";
    private static final String ESCAPED = MARK_UP.replace("<", "&lt;").replace(">", "&gt;");

    @Autowired private Projects projects;
    @Autowired private ProjectInvitations invitations;
    @Autowired private Renderings renderings;
    @Autowired private Comments comments;
    @Autowired private MemoryImport memoryImport;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private DocumentId document;
    private RenderingId translated;
    private RenderingId returned;

    @BeforeEach
    void everythingIsNamedAndWrittenInMarkUp() throws Exception {
        var golnar = collective.administrator();
        project = projects.create(MARK_UP, Collective.ENGLISH_TO_PERSIAN, golnar);
        invitations.accept(
                invitations.invite(
                        project,
                        EnumSet.of(
                                ProjectRole.MANAGER, ProjectRole.TRANSLATOR, ProjectRole.REVIEWER),
                        golnar),
                sara);
        var omid = collective.member(project, "omid", ProjectRole.TRANSLATOR);
        rename("account_person", "pen_name", omid.value());
        document = collective.document(project, MARK_UP, MARK_UP + " again");
        rename("document", "title", document.value());
        translated = confirmed(0, omid);
        returned = confirmed(1, omid);
        renderings.giveBack(returned, 2, new Reason(Reason.Kind.STYLE, MARK_UP), sara);
        comments.say(translated, MARK_UP, omid);
        var file =
                "<tmx><tu><tuv xml:lang='en'><seg>%s</seg></tuv><tuv xml:lang='fa'><seg>%s</seg></tuv></tu></tmx>"
                        .formatted(ESCAPED, ESCAPED);
        memoryImport.importTmx(
                project, "a.tmx", new ByteArrayInputStream(file.getBytes(UTF_8)), sara);
        database.sql("update memory set name = ? where project_id = ? and kind = 'imported'")
                .params(MARK_UP, project.value())
                .update();
    }

    @Test
    void theHomePageShowsItAsText() {
        navigate("keys", view("org.bargardan.base.ui.KeysView"));
        navigate("", view("org.bargardan.home.ui.HomeView"));
        assertShownAsText(2);
    }

    @Test
    void theProjectPageShowsItAsText() {
        navigate("projects/" + project.value(), view("org.bargardan.home.ui.ProjectView"));
        // The project, the document, the member and the memory.
        assertShownAsText(4);
    }

    @Test
    void theEditorAndItsPanelsShowItAsText() {
        var editor = navigate(EditorView.class, Map.of("document", document.value().toString()));
        assertThat(editor.load(0, 10))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.source()).isEqualTo(MARK_UP);
                            assertThat(first.text()).isEqualTo(MARK_UP);
                        },
                        second -> {
                            assertThat(second.reason()).contains(MARK_UP);
                            assertThat(second.reasonBy()).isNotBlank();
                        });
        editor.focus(translated);
        // The title, the comment and its writer, a match and its memory.
        assertShownAsText(5);
        editor.focus(returned);
        assertShownAsText(2);
    }

    private void assertShownAsText(int times) {
        var shown = shown();
        var texts = shown.stream().map(Element::getTextRecursively).collect(Collectors.joining());
        assertThat(texts.split("\\Q" + MARK_UP + "\\E", -1).length - 1)
                .as(texts)
                .isGreaterThanOrEqualTo(times);
        assertThat(shown.stream().flatMap(MarkUpInTextsTest::all))
                .hasSizeGreaterThan(20)
                .noneMatch(element -> !element.isTextNode() && element.hasProperty("innerHTML"))
                .filteredOn(element -> !element.isTextNode())
                .extracting(Element::getTag)
                .doesNotContain("script", "img", "iframe");
    }

    /// The view, and the panels, of which a browser gets one at a time.
    private List<Element> shown() {
        var shown = new ArrayList<Element>();
        shown.add(
                UI.getCurrent()
                        .getInternals()
                        .getActiveRouterTargetsChain()
                        .getLast()
                        .getElement());
        for (var sheet : find(TabSheet.class).all()) {
            for (int i = 0; i < sheet.getTabCount(); i++) {
                shown.add(sheet.getComponent(sheet.getTabAt(i)).getElement());
            }
        }
        return shown;
    }

    private static Stream<Element> all(Element element) {
        var shadow = element.getShadowRoot().stream().flatMap(root -> root.getChildren());
        return Stream.concat(
                Stream.of(element),
                Stream.concat(element.isTextNode() ? Stream.empty() : element.getChildren(), shadow)
                        .flatMap(MarkUpInTextsTest::all));
    }

    private RenderingId confirmed(int number, UserId actor) {
        var id = collective.entries(document).get(number).rendering().id();
        renderings.confirm(id, 1, TaggedText.plain(MARK_UP), Origin.TYPED, actor);
        return id;
    }

    private void rename(String table, String column, UUID id) {
        database.sql("update " + table + " set " + column + " = ? where id = ?")
                .params(MARK_UP, id)
                .update();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Component> view(String name) {
        try {
            return (Class<? extends Component>) Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
