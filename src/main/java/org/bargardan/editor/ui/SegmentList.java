package org.bargardan.editor.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import org.bargardan.account.UserId;
import org.bargardan.document.RenderingId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's side of the list of segments; the typing happens in the browser.
@Tag("segment-list")
@JsModule("./components/segment-list.ts")
class SegmentList extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    private final transient Handler handler;

    SegmentList(Handler handler) {
        this.handler = handler;
    }

    /// What the list asks for, by the names of rows.ts.
    interface Handler {

        List<Row> load(int from, int count);

        void focus(RenderingId id);

        void draft(RenderingId id, long version, String text);

        Row.Outcome save(RenderingId id, long version, String text);

        Row.Outcome confirm(RenderingId id, long version, String text);

        Row.Outcome approve(RenderingId id, long version, String text);

        Row.Outcome giveBack(RenderingId id, long version, String kind, String words);

        Row.Outcome reopen(RenderingId id, long version);

        @Nullable String next(RenderingId after);
    }

    void show(UserId owner, String sourceLang, String targetLang, boolean review, int total) {
        getElement().setProperty("owner", owner.value().toString());
        getElement().setProperty("sourceLang", sourceLang);
        getElement().setProperty("targetLang", targetLang);
        getElement().setProperty("mode", review ? "review" : "translate");
        getElement().setProperty("total", total);
    }

    void update(List<Row> rows) {
        getElement().callJsFunction("update", (Object) JSON.valueToTree(rows));
    }

    void reload(int total) {
        getElement().callJsFunction("reload", total);
    }

    void replaceText(String text) {
        getElement().callJsFunction("replaceText", text);
    }

    void goTo(String idOrNumber) {
        getElement().callJsFunction("goTo", idOrNumber);
    }

    @ClientCallable
    JsonNode load(int from, int count) {
        return JSON.valueToTree(handler.load(from, count));
    }

    @ClientCallable
    void focusRow(String id) {
        handler.focus(RenderingId.of(id));
    }

    @ClientCallable
    void draft(String id, double version, String text) {
        handler.draft(RenderingId.of(id), (long) version, text);
    }

    @ClientCallable
    JsonNode save(String id, double version, String text) {
        return JSON.valueToTree(handler.save(RenderingId.of(id), (long) version, text));
    }

    @ClientCallable
    JsonNode confirm(String id, double version, String text, boolean stay) {
        return JSON.valueToTree(handler.confirm(RenderingId.of(id), (long) version, text));
    }

    @ClientCallable
    JsonNode approve(String id, double version, String text, boolean stay) {
        return JSON.valueToTree(handler.approve(RenderingId.of(id), (long) version, text));
    }

    @ClientCallable
    JsonNode giveBack(String id, double version, String kind, String words) {
        return JSON.valueToTree(handler.giveBack(RenderingId.of(id), (long) version, kind, words));
    }

    @ClientCallable
    JsonNode reopen(String id, double version) {
        return JSON.valueToTree(handler.reopen(RenderingId.of(id), (long) version));
    }

    @ClientCallable
    @Nullable String nextUntranslated(String after) {
        return handler.next(RenderingId.of(after));
    }
}
