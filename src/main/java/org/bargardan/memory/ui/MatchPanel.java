package org.bargardan.memory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bargardan.account.Users;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shortcut;
import org.bargardan.base.ui.Shown;
import org.bargardan.base.ui.TextView;
import org.bargardan.document.Origin;
import org.bargardan.editor.panel.EditorPanel;
import org.bargardan.editor.panel.SegmentInFocus;
import org.bargardan.memory.Match;
import org.bargardan.memory.Matches;
import org.bargardan.text.WordDiff;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/// What the project's memories offer for the segment in focus: score, what differs, whose words.
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class MatchPanel implements EditorPanel {

    /// Below this score the source of a match is more to read than a help.
    private static final int SOURCE_SHOWN_FROM = 60;

    private static final List<Shortcut> INSERT =
            List.of(
                    Shortcut.MATCH_1,
                    Shortcut.MATCH_2,
                    Shortcut.MATCH_3,
                    Shortcut.MATCH_4,
                    Shortcut.MATCH_5);

    private final Matches matches;
    private final Users users;
    private final Clock clock;
    private final Div content = new Div();
    private List<Match> shown = List.of();
    private @Nullable SegmentInFocus segment;

    MatchPanel(Matches matches, Users users, Clock clock) {
        this.matches = matches;
        this.users = users;
        this.clock = clock;
        content.addClassName("matches");
    }

    @Override
    public Place place() {
        return Place.HELP;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "matches.title";
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public int show(SegmentInFocus focus) {
        segment = focus;
        shown = matches.find(focus.document().project(), focus.entry(), focus.actor());
        content.removeAll();
        if (shown.isEmpty()) {
            content.add(
                    Parts.with(
                            new Paragraph(content.getTranslation("matches.none")), "panel-empty"));
        }
        for (int i = 0; i < shown.size(); i++) {
            content.add(article(focus, shown.get(i), i + 1));
        }
        return shown.size();
    }

    @Override
    public Map<Shortcut, Runnable> shortcuts() {
        var actions = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        for (int i = 0; i < INSERT.size(); i++) {
            int number = i;
            actions.put(INSERT.get(i), () -> insert(number));
        }
        actions.put(Shortcut.BEST_MATCH, () -> insert(0));
        return actions;
    }

    private void insert(int index) {
        var focus = segment;
        if (focus != null && index < shown.size()) {
            take(focus, shown.get(index));
        }
    }

    private static void take(SegmentInFocus focus, Match match) {
        focus.insert()
                .accept(
                        new SegmentInFocus.Words(
                                match.target(),
                                Origin.match(Long.toString(match.unit()), match.score())));
    }

    private Article article(SegmentInFocus focus, Match match, int number) {
        var languages = focus.document().languages();
        var locale = UI.getCurrent().getLocale();
        var insert = new Button(Shown.number(number, locale), click -> take(focus, match));
        insert.addClassNames("k", "cap");
        var insertName = content.getTranslation("matches.insert", number);
        insert.setAriaLabel(insertName);
        insert.setTooltipText(insertName);
        var article = new Article(insert, score(match, locale));
        article.addClassName("match");
        if (match.score() >= SOURCE_SHOWN_FROM) {
            var pieces =
                    WordDiff.between(
                            match.source(), focus.entry().source().text(), languages.source());
            article.add(
                    TextView.ofPieces(
                                    pieces.stream()
                                            .map(piece ->
                                                    new TextView.Piece(
                                                            piece.kind()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT),
                                                            piece.text()))
                                            .toList(),
                                    languages.source())
                            .small()
                            .asSource());
        }
        article.add(new TextView(match.target(), languages.target()).small(), meta(match, locale));
        return article;
    }

    private Component score(Match match, Locale locale) {
        var kind =
                match.context()
                        ? "context"
                        : match.score() == 100
                                ? "exact"
                                : match.score() == 99 ? "spelling" : "fuzzy";
        return Parts.div(
                "score",
                Parts.with(new Span(Shown.percent(match.score(), locale)), "figure"),
                Parts.span("parts", content.getTranslation("matches.kind." + kind)));
    }

    private Component meta(Match match, Locale locale) {
        var by = match.by();
        var name = by == null ? "" : users.find(by).map(person -> person.penName()).orElse("");
        var status =
                Parts.span(
                        "status " + (match.reviewed() ? "s-approved" : "s-translated"),
                        new Glyph(match.reviewed() ? "approved" : "translated"));
        return Parts.div(
                "meta",
                status,
                Parts.span(
                        "",
                        content.getTranslation(
                                match.reviewed() ? "matches.reviewed" : "matches.not-reviewed")),
                Parts.span("", Parts.isolated(by == null ? match.memoryName() : name)),
                Shown.moment(match.at(), clock.instant(), locale));
    }
}
