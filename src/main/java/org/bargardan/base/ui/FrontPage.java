package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;

/// A page for people who are not signed in: one card, and the choice of language.
public final class FrontPage extends Div {

    private final Main card;

    public FrontPage(ScreenSetup screens, String title, String intro, Component... content) {
        addClassName("front-page");
        var languages = Parts.div("languages");
        for (var locale : List.of(ScreenSetup.ENGLISH, ScreenSetup.PERSIAN)) {
            languages.add(language(screens, locale));
        }
        card = new Main(new H1(title), new Paragraph(intro));
        card.addClassNames("card", "front-card");
        card.add(content);
        add(
                Parts.div(
                        "front-head",
                        Parts.span("brand", new Glyph("mark"), Parts.span("", "Bargardan")),
                        Parts.grow(),
                        languages),
                card);
    }

    /// Puts something below what the card holds already.
    public void addToCard(Component... content) {
        card.add(content);
    }

    private Button language(ScreenSetup screens, Locale locale) {
        var button = new Button(locale.getDisplayLanguage(locale), click -> screens.choose(locale));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("lang", locale.toLanguageTag());
        return button;
    }
}
