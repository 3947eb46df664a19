package org.bargardan.document;

import java.util.List;
import java.util.Set;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewRepair;

/// A newer version of a document's file, as a reader of its format hands it over. Separators,
/// sources and spaces one after another, then `textAfter`, are its text exactly.
///
/// @param marked which paragraphs, counted from 0, a person has said the kind of: the others stay
///   what they were where the file says nothing of it
public record NewVersion(
        List<NewParagraph> paragraphs,
        Set<Integer> marked,
        String textAfter,
        List<NewRepair> repairs) {

    public NewVersion {
        paragraphs = List.copyOf(paragraphs);
        marked = Set.copyOf(marked);
        repairs = List.copyOf(repairs);
    }
}
