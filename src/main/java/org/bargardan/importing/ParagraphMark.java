package org.bargardan.importing;

import org.bargardan.document.ParagraphKind;

/// What a person says a paragraph is.
///
/// @param at where it begins in the original, in UTF-16 code units
/// @param level 1 for the highest heading; 0 for whatever is no heading
/// @param translatable false where it shall stay as it is
public record ParagraphMark(int at, ParagraphKind kind, int level, boolean translatable) {}
