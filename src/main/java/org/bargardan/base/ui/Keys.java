package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Gives the page its keys, and lets the server answer to some of them.
@Tag("page-keys")
@JsModule("./components/page-keys.ts")
public class Keys extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    public Keys() {
        ArrayNode definitions = JSON.createArrayNode();
        for (var shortcut : Shortcut.values()) {
            for (var key : shortcut.combinations()) {
                definitions
                        .addObject()
                        .put("id", shortcut.id())
                        .put("code", key.code())
                        .put("ctrl", key.ctrl())
                        .put("shift", key.shift())
                        .put("alt", key.alt())
                        .put("leader", key.leader())
                        .put("label", getTranslation(shortcut.titleKey()))
                        .put("group", getTranslation(shortcut.group().titleKey()));
            }
        }
        getElement().setPropertyJson("labels", Labels.of(this));
        getElement().setPropertyJson("definitions", definitions);
    }

    /// Runs an action on the server when its key is pressed, as long as this component is attached.
    public void on(Shortcut shortcut, Runnable action) {
        var ids = getElement().getProperty("answers", "");
        getElement()
                .setProperty("answers", ids.isEmpty() ? shortcut.id() : ids + "\n" + shortcut.id());
        getElement().addEventListener("pressed-" + shortcut.id(), pressed -> action.run());
    }
}
