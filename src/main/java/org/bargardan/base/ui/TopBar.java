package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import org.bargardan.base.ReadOnlyMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/// The bar above every page: the way home, what the page puts there, the keys and the person.
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class TopBar extends Header implements HasComponents {

    private final Keys keys = new Keys();
    private final Span end;

    TopBar(ObjectProvider<PersonMenu> person, ReadOnlyMode readOnly) {
        getElement().setAttribute("class", "bar");
        getElement().appendChild(keys.getElement());
        keys.on(Shortcut.HELP, () -> UI.getCurrent().navigate(KeysView.class));
        var help =
                new Button(
                        new Glyph("keyboard"), click -> UI.getCurrent().navigate(KeysView.class));
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.setAriaLabel(getTranslation("keys.title"));
        help.setTooltipText(getTranslation("keys.title"));
        end = Parts.span("bar-end", help);
        if (readOnly.isOn()) {
            var banner = Parts.span("read-only", getTranslation("read-only.banner"));
            banner.getElement().setAttribute("role", "status");
            banner.setTitle(getTranslation("read-only.explained"));
            end.addComponentAsFirst(banner);
        }
        person.ifAvailable(menu -> end.add(menu.create()));
        super.add(end);
    }

    /// Puts something into the bar, before the keys and the person.
    public TopBar with(Component... components) {
        for (var component : components) {
            getElement()
                    .insertChild(
                            getElement().indexOfChild(end.getElement()), component.getElement());
        }
        return this;
    }

    public Keys keys() {
        return keys;
    }

    /// The mark that leads home; with the name where there is room for it.
    public static Component brand(boolean withName) {
        var home = Parts.link("", "brand", new Glyph("mark"));
        if (withName) {
            home.add("Bargardan");
        }
        home.getElement().setAttribute("aria-label", home.getTranslation("home.link"));
        home.setRouterIgnore(false);
        return home;
    }
}
