package org.bargardan.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How far something is, as one bar from the most to the least final.
@Tag("progress-stack")
@JsModule("./components/progress-stack.ts")
public class ProgressStack extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param counts by the key of the status
    public void show(Map<String, Integer> counts) {
        var node = JSON.createObjectNode();
        counts.forEach(node::put);
        getElement().setPropertyJson("counts", node);
    }
}
