package org.bargardan.editor.panel;

import java.util.function.Consumer;
import org.bargardan.account.UserId;
import org.bargardan.document.Document;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;

/// The segment a person works on, as panels see it.
///
/// @param insert puts words into the field in place of what it holds, and remembers their origin
public record SegmentInFocus(Document document, Entry entry, UserId actor, Consumer<Words> insert) {

    /// Words from a panel, and where they came from.
    public record Words(String text, Origin origin) {}
}
