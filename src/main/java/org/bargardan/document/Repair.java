package org.bargardan.document;

/// A change of a document's original that was made, refused or taken back.
///
/// @param n counted from 1 in the document; never changes
/// @param rule name of the rule, or of whoever made it
/// @param at UTF-16 code units from the beginning of the decoded original
public record Repair(int n, String rule, int at, String before, String after, RepairState state) {}
