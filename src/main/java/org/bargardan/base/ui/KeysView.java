package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/// All keys, drawn from the registry that binds them.
@Route("keys")
@PermitAll
public class KeysView extends Div implements HasDynamicTitle {

    KeysView() {
        addClassName("help-page");
        add(new H1(getTranslation("keys.title")), new Paragraph(getTranslation("keys.intro")));
        add(new Help());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation("keys.title"));
    }

    @Tag("bd-keys-help")
    @JsModule("./components/keys.ts")
    private static final class Help extends Component {}
}
