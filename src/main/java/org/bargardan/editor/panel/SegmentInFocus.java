package org.bargardan.editor.panel;

import java.util.function.Consumer;
import org.bargardan.account.UserId;
import org.bargardan.document.Document;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;

/// The segment a person works on, as panels see it.
///
/// @param insert puts words into the field in place of what it holds, and remembers their origin
/// @param changed tells the editor that what it shows of the segment is to be read again
public record SegmentInFocus(
        Document document, Entry entry, UserId actor, Consumer<Words> insert, Runnable changed) {

    /// Words from a panel, and where they came from.
    public record Words(String text, Origin origin) {}
}
