package org.bargardan.editor.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.bargardan.document.DocumentId;

/// How other features open the editor.
public final class EditorNavigation {

    private EditorNavigation() {}

    /// The address of a document, relative to the application's.
    public static String path(DocumentId document) {
        return "documents/" + document.value();
    }

    /// The same, with what waits for review in view.
    public static String reviewPath(DocumentId document) {
        return path(document) + "?mode=review";
    }

    public static void openDocument(DocumentId document) {
        UI.getCurrent().navigate(path(document));
    }

    public static void review(DocumentId document) {
        UI.getCurrent().navigate(path(document), QueryParameters.of("mode", "review"));
    }
}
