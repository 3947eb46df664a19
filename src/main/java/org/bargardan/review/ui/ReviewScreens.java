package org.bargardan.review.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/// Names to Vaadin's build the components of this feature's panels, which no route leads to: the
/// build bundles only what it finds from routes and listeners.
@Component
@Uses(TextArea.class)
class ReviewScreens implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // Being found is all this class is for.
    }
}
