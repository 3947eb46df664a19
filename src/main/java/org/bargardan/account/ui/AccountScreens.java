package org.bargardan.account.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/// Names to Vaadin's build the components of [AccountMenu], which no route leads to: the build
/// bundles only what it finds from routes and listeners.
@Component
@Uses(MenuBar.class)
class AccountScreens implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // Being found is all this class is for.
    }
}
