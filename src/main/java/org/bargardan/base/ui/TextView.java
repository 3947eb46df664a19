package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The one component that shows people's words, source or target, with their language, direction
/// and isolated foreign runs.
@Tag("bd-text")
@JsModule("./components/bd-text.ts")
public class TextView extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    public TextView(String text, String lang) {
        getElement().setProperty("lang", lang);
        getElement().setProperty("text", text);
    }

    /// A text in stretches, each drawn in its own way.
    public static TextView ofPieces(List<Piece> pieces, String lang) {
        var view = new TextView("", lang);
        ArrayNode array = JSON.createArrayNode();
        pieces.forEach(
                piece -> array.addObject().put("kind", piece.kind()).put("text", piece.text()));
        view.getElement().setPropertyJson("pieces", array);
        return view;
    }

    /// In the size of panels.
    public TextView small() {
        getElement().setProperty("small", true);
        return this;
    }

    /// Paler, as sources are beside targets.
    public TextView asSource() {
        getElement().getClassList().add("source");
        return this;
    }

    public TextView withClass(@Nullable String name) {
        if (name != null) {
            getElement().getClassList().add(name);
        }
        return this;
    }

    /// @param kind `same`, `inserted`, `deleted`, `found`, `term` or `finding`
    public record Piece(String kind, String text) {}
}
