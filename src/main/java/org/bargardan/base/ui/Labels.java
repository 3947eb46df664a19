package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.ResourceBundle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The words of the client-side components in the language of the screen: all texts whose key
/// begins with `client.`.
public final class Labels {

    private static final String PREFIX = "client.";
    private static final JsonMapper JSON = new JsonMapper();

    private Labels() {}

    public static ObjectNode of(Component component) {
        var node = JSON.createObjectNode();
        ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key ->
                        node.put(key.substring(PREFIX.length()), component.getTranslation(key)));
        return node;
    }
}
