package org.bargardan.format;

/// Formatting or a placeholder inside a variant's text.
///
/// @param at offset in code points of the character it stands before
/// @param id the same for the two codes of a pair, and for a code and its like in another variant
/// @param label what stands for the code where a person sees it
public record TmxCode(int at, int id, Kind kind, String label) {

    /// Whether a code opens a span, closes it, or stands alone.
    public enum Kind {
        OPEN,
        CLOSE,
        ALONE
    }

    public TmxCode {
        if (at < 0) {
            throw new IllegalArgumentException("a code at " + at);
        }
    }
}
