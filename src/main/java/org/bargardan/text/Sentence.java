package org.bargardan.text;

/// A sentence of a paragraph with the white space that stands after it.
public record Sentence(String text, String spaceAfter) {

    public Sentence {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a sentence has at least one character");
        }
    }
}
