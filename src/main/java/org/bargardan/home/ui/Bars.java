package org.bargardan.home.ui;

import java.util.LinkedHashMap;
import org.bargardan.base.ui.ProgressStack;
import org.bargardan.document.Progress;
import org.bargardan.document.Status;

/// Draws progress as the stacked bar.
final class Bars {

    private Bars() {}

    static ProgressStack of(Progress progress) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var status : Status.values()) {
            counts.put(status.key(), progress.of(status));
        }
        var stack = new ProgressStack();
        stack.show(counts);
        return stack;
    }

    /// Confirmed or better, in hundredths.
    static int percent(Progress progress) {
        return progress.total() == 0 ? 0 : progress.translated() * 100 / progress.total();
    }
}
