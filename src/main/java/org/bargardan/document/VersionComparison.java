package org.bargardan.document;

import java.util.List;
import org.bargardan.text.TaggedText;

/// What a newer version of a document's file would change, for a person to decide on; counts are of
/// segments.
///
/// @param changeNo the document's last change when they were compared
/// @param kept with the same source, in the same order
/// @param moved with the same source, elsewhere
/// @param back with the same source as one that an earlier version had taken out
/// @param added without anything stored that they continue
public record VersionComparison(
        long changeNo,
        int kept,
        int moved,
        int back,
        int added,
        List<Changed> changed,
        List<Gone> gone) {

    public VersionComparison {
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    /// A segment whose source becomes another while its rendering stays.
    ///
    /// @param number its place in the newer version, from 1
    /// @param rendering the words that stay; empty if there are none
    public record Changed(
            int number, TaggedText before, TaggedText after, TaggedText rendering, Status status) {}

    /// A segment that leaves the text; its rendering stays readable.
    ///
    /// @param number its place in the document as it is, from 1
    /// @param rendering the words that leave with it; empty if there are none
    public record Gone(int number, TaggedText source, TaggedText rendering, Status status) {}

    /// Whether no segment would differ.
    public boolean isSame() {
        return moved + back + added == 0 && changed.isEmpty() && gone.isEmpty();
    }
}
