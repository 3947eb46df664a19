package org.bargardan.importing.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's side of the two sheets on which a person looks at repairs.
@Tag("repair-sheet")
@JsModule("./components/repair-sheet.ts")
class RepairSheet extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    /// Rows of one answer, so that nobody asks for a book at once.
    private static final int MOST_ROWS = 400;

    private final transient Handler handler;

    RepairSheet(Handler handler, String language, Map<String, RuleWords> rules) {
        this.handler = handler;
        getElement().setProperty("language", language);
        getElement().setPropertyJson("rules", JSON.valueToTree(rules));
    }

    /// What a rule is called and does, in the language of the interface.
    record RuleWords(String title, String help) {}

    /// What the sheets ask for.
    interface Handler {

        List<SheetRow> load(int from, int count);

        /// Those rows are on the screen.
        void look(int from, int count);

        void refuse(List<Integer> repairs);

        void restore(List<Integer> refused);

        void write(int at, int end, String text);

        /// The question there shall not be asked any more.
        void leave(int at);

        void showPage(int page);
    }

    /// Draws everything anew, the rows on the screen at once.
    void show(int total, int from, List<SheetRow> rows) {
        getElement().callJsFunction("show", total, from, JSON.valueToTree(rows));
    }

    void goTo(int row) {
        getElement().callJsFunction("goTo", row);
    }

    /// @param rule whose repairs stand out; empty for none
    void focusRule(String rule) {
        getElement().setProperty("focusRule", rule);
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
    void refuse(Integer[] repairs) {
        handler.refuse(List.of(repairs));
    }

    @ClientCallable
    void restore(Integer[] refused) {
        handler.restore(List.of(refused));
    }

    @ClientCallable
    void write(int at, int end, String text) {
        handler.write(at, end, text);
    }

    @ClientCallable
    void leave(int at) {
        handler.leave(at);
    }

    @ClientCallable
    void showPage(int page) {
        handler.showPage(page);
    }
}
