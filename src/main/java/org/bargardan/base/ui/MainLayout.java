package org.bargardan.base.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;

/// The frame of every page but the editor and those before signing in.
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main page = new Main();
    private final Nav nav = new Nav();

    MainLayout(TopBar bar, ObjectProvider<NavigationEntry> entries) {
        page.addClassName("page");
        nav.addClassName("nav");
        nav.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        nav.add(Parts.link("", "", new Span(getTranslation("nav.home"))));
        entries.orderedStream()
                .filter(NavigationEntry::isShown)
                .forEach(entry ->
                        nav.add(
                                Parts.link(
                                        entry.path(),
                                        "",
                                        new Span(getTranslation(entry.textKey())))));
        add(bar.with(TopBar.brand(true), nav, Parts.grow()), page);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var here = event.getLocation().getPath();
        nav.getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .forEach(link -> {
                    if (isAt(here, link.getHref())) {
                        link.getElement().setAttribute("aria-current", "page");
                    } else {
                        link.getElement().removeAttribute("aria-current");
                    }
                });
    }

    /// Pages below an address belong to it; only home has none below.
    private static boolean isAt(String here, String entry) {
        return here.equals(entry) || !entry.isEmpty() && here.startsWith(entry + "/");
    }
}
