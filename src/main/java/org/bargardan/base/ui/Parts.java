package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/// The parts that pages are composed of, by the class names of the theme.
public final class Parts {

    private Parts() {}

    public static Div div(String classNames, Component... content) {
        return with(new Div(content), classNames);
    }

    public static Span span(String classNames, String text) {
        return with(new Span(text), classNames);
    }

    public static Span span(String classNames, Component... content) {
        return with(new Span(content), classNames);
    }

    public static Anchor link(String href, String classNames, Component... content) {
        var anchor = new Anchor(href);
        anchor.add(content);
        return with(anchor, classNames);
    }

    /// The heading of a section on a page.
    public static H2 heading(String text, Component... beside) {
        var heading = new H2(new Span(text));
        heading.add(beside);
        return with(heading, "h2");
    }

    /// Takes up the room between what stands at both ends of a line.
    public static Span grow() {
        return span("grow", "");
    }

    public static Button primary(String text, Runnable action) {
        var button = button(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /// Cannot be pressed again while it works.
    public static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                action.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    public static Button quiet(String text, Runnable action) {
        var button = button(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /// Asks before something that people would miss is done.
    public static void ask(String question, String explanation, String yes, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(explanation);
        dialog.setCancelable(true);
        dialog.setCancelText(dialog.getTranslation("cancel"));
        dialog.setConfirmText(yes);
        dialog.addConfirmListener(confirmed -> action.run());
        dialog.open();
    }

    /// A name, isolated, since its script is its own.
    public static HtmlComponent isolated(String text) {
        var bdi = new HtmlComponent("bdi");
        bdi.getElement().setText(text);
        return bdi;
    }

    /// The first letter of a pen name in the person's colour.
    public static Span avatar(String penName, int colour, boolean small) {
        var avatar =
                span(
                        "avatar p" + colour + (small ? " small" : ""),
                        penName.substring(0, penName.offsetByCodePoints(0, 1)));
        avatar.setTitle(penName);
        avatar.getElement().setAttribute("aria-label", penName);
        avatar.getElement().setAttribute("role", "img");
        return avatar;
    }

    public static <C extends Component & HasComponents> C with(C component, String classNames) {
        component.getElement().setAttribute("class", classNames);
        return component;
    }
}
