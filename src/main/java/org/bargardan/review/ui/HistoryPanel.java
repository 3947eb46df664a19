package org.bargardan.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bargardan.account.Person;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Isolated;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shortcut;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.document.Renderings;
import org.bargardan.document.Revision;
import org.bargardan.editor.panel.EditorPanel;
import org.bargardan.editor.panel.SegmentInFocus;
import org.bargardan.text.WordDiff;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/// Who changed the segment in focus, when, and which words.
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class HistoryPanel implements EditorPanel {

    private final Renderings renderings;
    private final Users users;
    private final Clock clock;
    private final Div content = new Div();

    HistoryPanel(Renderings renderings, Users users, Clock clock) {
        this.renderings = renderings;
        this.users = users;
        this.clock = clock;
        content.addClassName("history");
    }

    @Override
    public Place place() {
        return Place.ABOUT;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String titleKey() {
        return "history.title";
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public Map<Shortcut, Runnable> shortcuts() {
        return Map.of(Shortcut.HISTORY, () -> {});
    }

    /// The newest first, each as a redline against the one before.
    @Override
    public int show(SegmentInFocus focus) {
        var revisions = renderings.revisions(focus.entry().rendering().id(), focus.actor());
        var people = users.byIds(revisions.stream().map(Revision::by).collect(Collectors.toSet()));
        content.removeAll();
        if (revisions.isEmpty()) {
            content.add(
                    Parts.with(
                            new Paragraph(content.getTranslation("history.none")), "panel-empty"));
        }
        for (int i = revisions.size() - 1; i >= 0; i--) {
            content.add(
                    revision(
                            revisions.get(i),
                            i == 0 ? null : revisions.get(i - 1),
                            focus.document().languages().target(),
                            people));
        }
        return revisions.size();
    }

    private Component revision(
            Revision revision, @Nullable Revision before, String lang, Map<UserId, Person> people) {
        var locale = UI.getCurrent().getLocale();
        var by = people.get(revision.by());
        var key = revision.returned() ? "returned" : revision.status().key();
        var item =
                Parts.div(
                        "revision",
                        Parts.div(
                                "meta",
                                Parts.span("status s-" + key, new Glyph(key)),
                                Parts.span("", content.getTranslation("client.status." + key)),
                                Parts.span("who", Parts.isolated(by == null ? "" : by.penName())),
                                Shown.moment(revision.at(), clock.instant(), locale)));
        item.add(text(revision, before, lang));
        var reason = revision.reason();
        if (reason != null) {
            var kind = content.getTranslation("client.return." + reason.kind().key());
            var words =
                    new Paragraph(
                            reason.words().isBlank()
                                    ? kind
                                    : kind + " — " + Isolated.words(reason.words()));
            words.addClassName("why");
            item.add(words);
        }
        return item;
    }

    private static TextView text(Revision revision, @Nullable Revision before, String lang) {
        if (before == null) {
            return new TextView(revision.text().text(), lang).small();
        }
        List<WordDiff.Piece> pieces =
                WordDiff.between(before.text().text(), revision.text().text(), lang);
        return TextView.ofPieces(
                        pieces.stream()
                                .map(piece ->
                                        new TextView.Piece(
                                                piece.kind().name().toLowerCase(Locale.ROOT),
                                                piece.text()))
                                .toList(),
                        lang)
                .small();
    }
}
