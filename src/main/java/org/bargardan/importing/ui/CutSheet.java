package org.bargardan.importing.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's side of the sheet on which a person looks at paragraphs and segments.
@Tag("cut-sheet")
@JsModule("./components/cut-sheet.ts")
class CutSheet extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int MOST_ROWS = 400;

    private final transient Handler handler;

    CutSheet(Handler handler, String language) {
        this.handler = handler;
        getElement().setProperty("language", language);
    }

    /// What the sheet asks for.
    interface Handler {

        List<CutRow> load(int from, int count);

        /// Those rows are on the screen.
        void look(int from, int count);

        void mark(int row, String kind, int level, boolean translatable);

        /// Makes a paragraph one with the next.
        void join(int row);

        /// Begins a paragraph with that segment of one.
        void split(int row, int segment);
    }

    void show(int total, int from, List<CutRow> rows) {
        getElement().callJsFunction("show", total, from, JSON.valueToTree(rows));
    }

    void goTo(int row) {
        getElement().callJsFunction("goTo", row);
    }

    @ClientCallable
    JsonNode load(int from, int count) {
        return JSON.valueToTree(handler.load(from, Math.clamp(count, 0, MOST_ROWS)));
    }

    @ClientCallable
    void look(int from, int count) {
        handler.look(from, Math.clamp(count, 0, MOST_ROWS));
    }

    @ClientCallable
    void mark(int row, String kind, int level, boolean translatable) {
        handler.mark(row, kind, level, translatable);
    }

    @ClientCallable
    void join(int row) {
        handler.join(row);
    }

    @ClientCallable
    void split(int row, int segment) {
        handler.split(row, segment);
    }
}
