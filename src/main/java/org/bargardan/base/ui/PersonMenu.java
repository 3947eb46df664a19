package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;

/// What the top bar shows of the person who is signed in; brought by the module that knows people.
public interface PersonMenu {

    /// A new one for each page.
    Component create();
}
