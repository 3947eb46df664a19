package org.bargardan.text;

/// What a change of a text amounts to.
public enum ChangeClass {
    /// The texts are equal.
    NONE,
    /// ZWNJ, yeh and kaf, spaces, digits, marks, punctuation or case; no other word.
    SPELLING,
    /// Other words.
    WORDING
}
