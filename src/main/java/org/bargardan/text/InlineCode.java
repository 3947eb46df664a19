package org.bargardan.text;

/// stub
public record InlineCode(int at, int id, Kind kind, String label) {
    InlineCode movedBy(int shift) {
        return new InlineCode(at + shift, id, kind, label);
    }

    public enum Kind {
        OPEN,
        CLOSE,
        ALONE
    }
}
