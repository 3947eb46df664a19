package org.bargardan.base.ui;

import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.Direction;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Gives every page its language, direction, colours and what happens when something fails.
@Component
public class ScreenSetup implements VaadinServiceInitListener {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale PERSIAN = Locale.of("fa");

    private static final String SCHEME_COOKIE = "bargardan-scheme";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final ObjectProvider<PreferredLanguage> preferred;

    ScreenSetup(ObjectProvider<PreferredLanguage> preferred) {
        this.preferred = preferred;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> setUp(init.getUI()));
        event.getSource()
                .addSessionInitListener(
                        init -> init.getSession().setErrorHandler(new FailureNotice()));
    }

    /// Chooses the language of the screens; the page is drawn again, and what a person was typing
    /// is kept as their draft.
    public void choose(Locale locale) {
        VaadinSession.getCurrent().setLocale(locale);
        preferred.ifAvailable(language -> language.choose(locale));
        UI.getCurrent().getPage().reload();
    }

    /// Light, dark, or as the system says.
    public void choose(ColorScheme.Value scheme) {
        UI.getCurrent().getPage().setColorScheme(scheme);
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=' + $2 + ';samesite=lax'",
                        SCHEME_COOKIE,
                        scheme.name(),
                        YEAR_SECONDS);
    }

    private void setUp(UI ui) {
        preferred.stream()
                .flatMap(language -> language.find().stream())
                .findFirst()
                .ifPresent(ui.getSession()::setLocale);
        var locale = known(ui.getSession().getLocale());
        ui.getSession().setLocale(locale);
        ui.setLocale(locale);
        ui.setDirection(
                ULocale.forLocale(locale).isRightToLeft()
                        ? Direction.RIGHT_TO_LEFT
                        : Direction.LEFT_TO_RIGHT);
        ui.getPage().executeJs("document.documentElement.lang = $0", locale.toLanguageTag());
        ui.getPage().setColorScheme(chosenScheme());
    }

    private static Locale known(Locale locale) {
        return locale.getLanguage().equals(PERSIAN.getLanguage()) ? PERSIAN : ENGLISH;
    }

    private static ColorScheme.Value chosenScheme() {
        var request = VaadinRequest.getCurrent();
        var cookies = request == null ? null : request.getCookies();
        if (cookies == null) {
            return ColorScheme.Value.LIGHT_DARK;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(SCHEME_COOKIE))
                .map(Cookie::getValue)
                .flatMap(value ->
                        Arrays.stream(ColorScheme.Value.values())
                                .filter(scheme -> scheme.name().equals(value)))
                .findFirst()
                .orElse(ColorScheme.Value.LIGHT_DARK);
    }
}
