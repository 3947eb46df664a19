package org.bargardan.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/// A secret that is shown once, with a button that copies it.
public final class SecretField extends Div {

    private final TextField field = new TextField();

    public SecretField(String label, String help, String secret) {
        addClassName("invite-link");
        field.setLabel(label);
        field.setHelperText(help);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.getElement().setAttribute("dir", "ltr");
        var copy =
                Parts.quiet(
                        getTranslation("invite.copy"),
                        () ->
                                field.getElement()
                                        .executeJs("navigator.clipboard?.writeText(this.value)"));
        copy.setIcon(new Glyph("link"));
        add(field, copy);
    }

    /// A link to a page of this site. The address people reach us at is known to their browser, not
    /// to a server behind a proxy.
    public static SecretField link(String label, String help, String path) {
        var shown = new SecretField(label, help, "");
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(url ->
                        shown.field.setValue(
                                url.getProtocol() + "://" + url.getAuthority() + "/" + path));
        return shown;
    }
}
