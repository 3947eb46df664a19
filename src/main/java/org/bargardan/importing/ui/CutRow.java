package org.bargardan.importing.ui;

import java.util.List;
import java.util.Locale;
import org.bargardan.text.InlineCode;

/// A paragraph with its segments, as the browser draws it.
///
/// @param first number of the first segment, counted from 1 over all that are translated
/// @param page 0 where there are no pages
record CutRow(
        int no,
        int first,
        String kind,
        int level,
        boolean translatable,
        int page,
        List<Segment> segments) {

    record Segment(String text, List<Code> codes) {}

    record Code(int at, String id, String kind, String label) {

        static Code of(InlineCode code) {
            return new Code(
                    code.at(),
                    Integer.toString(code.id()),
                    code.kind().name().toLowerCase(Locale.ROOT),
                    code.label());
        }
    }
}
