package org.bargardan.editor.panel;

import com.vaadin.flow.component.Component;
import java.util.Map;
import org.bargardan.base.ui.Shortcut;

/// A panel beside the text, brought by a feature as a prototype bean: the editor knows no feature,
/// and a new panel touches no old file.
public interface EditorPanel {

    /// Where the panel stands.
    enum Place {
        /// Above: what helps to write.
        HELP,
        /// Below: what is known about the segment.
        ABOUT
    }

    Place place();

    /// Panels of one place stand in ascending order.
    int order();

    /// Key of the panel's name in the translations.
    String titleKey();

    /// What is shown while the panel is open; the same each time.
    Component content();

    /// The person has come to another segment, or the one in focus was changed.
    ///
    /// @return how many things the panel has to show, for the count beside its name; negative for
    ///   no count
    int show(SegmentInFocus segment);

    /// What the panel does when its keys are pressed; it is opened first.
    default Map<Shortcut, Runnable> shortcuts() {
        return Map.of();
    }
}
