package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// One of our icons, always beside a word or on something that has a name.
@Tag("bd-icon")
@JsModule("./components/bd-icon.ts")
public class Glyph extends Component {

    public Glyph(String name) {
        getElement().setProperty("name", name);
        getElement().setAttribute("aria-hidden", "true");
    }

    /// Mirrors it where the page runs from right to left.
    public Glyph turning() {
        getElement().setProperty("turn", true);
        return this;
    }
}
