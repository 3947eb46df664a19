package org.bargardan.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.bargardan.account.UserId;
import org.bargardan.base.ui.Glyph;
import org.bargardan.base.ui.Parts;
import org.bargardan.document.Document;
import org.bargardan.importing.Imports;

/// Takes a newer version of a document's file and opens the page on which it is compared with what
/// is stored.
public final class NewerVersionButton extends Button {

    private final transient Imports imports;
    private final transient Document document;
    private final transient UserId actor;

    public NewerVersionButton(Imports imports, Document document, UserId actor) {
        this.imports = imports;
        this.document = document;
        this.actor = actor;
        setText(getTranslation("import.newer"));
        addThemeVariants(ButtonVariant.TERTIARY);
        addClickListener(click -> ask());
    }

    private void ask() {
        var dialog = new Dialog(getTranslation("import.newer.of", document.title()));
        var answer = new Div();
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("import-answer");
        var arrival =
                new Arrival(
                        dialog,
                        imports,
                        document.project(),
                        new Target(document.id(), document.title()),
                        actor,
                        dialog::close,
                        why -> {
                            answer.removeAll();
                            answer.add(Answers.error(why));
                        });
        dialog.add(
                new Paragraph(getTranslation("import.newer.help")),
                Parts.div(
                        "document-drop",
                        arrival.upload(
                                new Button(getTranslation("import.choose"), new Glyph("upload")),
                                getTranslation("import.drop"))),
                answer);
        dialog.setWidth("min(36rem, 92vw)");
        dialog.getFooter().add(Parts.quiet(getTranslation("cancel"), dialog::close));
        dialog.open();
    }
}
