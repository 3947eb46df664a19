package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// Says in the top bar whether the person's words are stored; it hears that from the page itself.
@Tag("save-state")
@JsModule("./components/save-state.ts")
public class SaveState extends Component {}
