package org.bargardan.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.servlet.http.HttpServletResponse;

/// The page for what is not there, with a way home.
abstract class NothingHere extends Div {

    NothingHere() {
        addClassName("nothing");
    }

    /// Says why nothing is here.
    ///
    /// @return the HTTP status of the page
    int because(String reasonKey) {
        removeAll();
        add(new H1(getTranslation("failure.nothing-here")));
        add(new Paragraph(getTranslation(reasonKey)));
        add(Parts.link("", "", Parts.span("", getTranslation("nav.home"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
