package org.bargardan.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Locale;
import org.bargardan.account.Person;
import org.bargardan.account.SignedInUser;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.PersonMenu;
import org.bargardan.base.ui.ScreenSetup;

/// The avatar at the end of the bar: pen name, language, colours, signing out.
@org.springframework.stereotype.Component
class AccountMenu implements PersonMenu {

    private final SignedInUser signedIn;
    private final ScreenSetup screens;
    private final AuthenticationContext authentication;

    AccountMenu(SignedInUser signedIn, ScreenSetup screens, AuthenticationContext authentication) {
        this.signedIn = signedIn;
        this.screens = screens;
        this.authentication = authentication;
    }

    @Override
    public Component create() {
        return signedIn.find().<Component>map(this::menu).orElseGet(Span::new);
    }

    private MenuBar menu(Person person) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.addClassName("person-menu");
        var avatar = bar.addItem(Parts.avatar(person.penName(), person.colour(), false));
        avatar.setAriaLabel(bar.getTranslation("account.menu"));
        var menu = avatar.getSubMenu();
        var name = menu.addItem(person.penName());
        name.setEnabled(false);
        menu.addSeparator();
        for (var locale : List.of(ScreenSetup.ENGLISH, ScreenSetup.PERSIAN)) {
            var item =
                    menu.addItem(
                            locale.getDisplayLanguage(locale), click -> screens.choose(locale));
            item.getElement().setAttribute("lang", locale.toLanguageTag());
            check(item, isCurrent(locale));
        }
        menu.addSeparator();
        for (var scheme :
                List.of(
                        ColorScheme.Value.LIGHT_DARK,
                        ColorScheme.Value.LIGHT,
                        ColorScheme.Value.DARK)) {
            menu.addItem(
                    bar.getTranslation("account.scheme." + scheme.name().toLowerCase(Locale.ROOT)),
                    click -> screens.choose(scheme));
        }
        menu.addSeparator();
        menu.addItem(
                bar.getTranslation("profile.title"), click -> UI.getCurrent().navigate("profile"));
        menu.addItem(bar.getTranslation("account.sign-out"), click -> authentication.logout());
        return bar;
    }

    private static boolean isCurrent(Locale locale) {
        return UI.getCurrent().getLocale().equals(locale);
    }

    private static void check(MenuItem item, boolean checked) {
        item.setCheckable(true);
        item.setChecked(checked);
    }
}
