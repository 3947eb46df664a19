package org.bargardan.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bargardan.account.PasswordResets;
import org.bargardan.account.Users;
import org.bargardan.base.SecretLink;
import org.bargardan.base.ui.FrontPage;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.ScreenSetup;

/// Where a reset link leads: to a new password.
@Route(value = "reset/:link", autoLayout = false)
@AnonymousAllowed
class ResetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PasswordResets resets;
    private final transient ScreenSetup screens;
    private final PasswordField password = new PasswordField();

    ResetView(PasswordResets resets, ScreenSetup screens) {
        this.resets = resets;
        this.screens = screens;
        password.setLabel(getTranslation("reset.password"));
        password.setHelperText(getTranslation("account.password.help", Users.PASSWORD_LEAST));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        var link = new SecretLink(entering.getRouteParameters().get("link").orElse(""));
        resets.find(link).ifPresentOrElse(login -> show(link, login), this::showUseless);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("reset.title"));
    }

    private void show(SecretLink link, String login) {
        add(
                new FrontPage(
                        screens,
                        getTranslation("reset.title"),
                        getTranslation("reset.intro", login),
                        password,
                        Parts.primary(getTranslation("reset.set"), () -> reset(link))));
    }

    private void showUseless() {
        add(
                new FrontPage(
                        screens,
                        getTranslation("reset.title"),
                        getTranslation("reset.useless"),
                        Parts.link("login", "", Parts.span("", getTranslation("login.title")))));
    }

    private void reset(SecretLink link) {
        switch (resets.reset(link, password.getValue())) {
            case SET -> getUI().ifPresent(ui -> ui.getPage().setLocation("login?reset"));
            case PASSWORD_SHORT -> {
                password.setErrorMessage(
                        getTranslation("account.problem.password-short", Users.PASSWORD_LEAST));
                password.setInvalid(true);
            }
            case LINK_USELESS -> {
                removeAll();
                showUseless();
            }
        }
    }
}
