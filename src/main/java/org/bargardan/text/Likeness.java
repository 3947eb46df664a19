package org.bargardan.text;

/// How alike two texts are, 0 to 100; `spelling` says that they differ in nothing but spelling.
///
/// 100 means the same text (direction marks aside), 99 the same words spelt otherwise, 98 and less
/// other words. So 99 never means anything but spelling, and a match that offers 100 can be taken
/// unread.
public record Likeness(int score, boolean spelling) {

    public Likeness {
        if (score < 0 || score > 100 || spelling != (score == 99)) {
            throw new IllegalArgumentException(
                    "no likeness: score %d, spelling %b".formatted(score, spelling));
        }
    }
}
