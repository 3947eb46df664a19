package org.bargardan.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/// An address that leads nowhere.
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoSuchAddressView extends Div implements HasErrorParameter<NotFoundException> {

    NoSuchAddressView() {
        addClassName("nothing");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        add(new H1(getTranslation("failure.nothing-here")));
        add(new Paragraph(getTranslation("failure.no-such-address")));
        add(Parts.link("", "", Parts.span("", getTranslation("nav.home"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
