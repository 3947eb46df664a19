package org.bargardan.format;

import java.util.List;
import org.bargardan.text.TaggedText;

/// What is written in place of a document's text.
///
/// A target holds the source's codes by their ids, in any order; a code left out is left out of the
/// file, unless the file would break. It may hold codes of its own, whose ids the source does not
/// have: pairs labelled `b` (bold), `i` (italic) and `a` with a blank and an address (link), and
/// one that stands alone labelled `tn`, the mark of a translator's note.
///
/// @param language BCP 47; the file says so where its format can, and runs from right to left where
///   the language does
/// @param targets for every text unit that changes; a unit without one keeps its source
public record Translation(String language, List<Target> targets) {

    public Translation {
        targets = List.copyOf(targets);
    }

    /// The words of one text unit.
    ///
    /// @param notes the translator's notes whose marks the text holds
    public record Target(String textUnit, TaggedText text, List<Note> notes) {

        public Target {
            notes = List.copyOf(notes);
        }
    }

    /// A translator's note: it becomes a real footnote where the format has such.
    ///
    /// @param code id of its mark
    /// @param label how a reader knows whose note it is, such as "Translator's note"; comes before
    ///   the body
    public record Note(int code, String label, TaggedText body) {}
}
