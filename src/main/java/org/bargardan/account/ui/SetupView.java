package org.bargardan.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.bargardan.account.FirstStart;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.base.ui.FrontPage;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.ScreenSetup;

/// The very first start: whoever can read the terminal makes the administrator's account.
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstStart firstStart;
    private final TextField code = new TextField();
    private final NewPersonForm form = new NewPersonForm();

    SetupView(FirstStart firstStart, ScreenSetup screens) {
        this.firstStart = firstStart;
        code.setLabel(getTranslation("setup.code"));
        code.setHelperText(getTranslation("setup.code.help"));
        code.setWidthFull();
        code.setRequiredIndicatorVisible(true);
        code.addClassName("typed-ltr");
        add(
                new FrontPage(
                        screens,
                        getTranslation("setup.title"),
                        getTranslation("setup.intro"),
                        code,
                        form,
                        Parts.primary(getTranslation("setup.create"), this::create)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (firstStart.code().isEmpty()) {
            entering.forwardTo("login");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("setup.title"));
    }

    private void create() {
        switch (firstStart.createAdministrator(code.getValue(), form.value())) {
            case Registered registered ->
                    getUI().ifPresent(ui -> ui.getPage().setLocation("login?welcome"));
            case Rejected(var problem) -> form.show(problem);
        }
    }
}
