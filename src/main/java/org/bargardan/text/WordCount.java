package org.bargardan.text;

/// How many words a text has: what stands between two word boundaries (UAX #29) and holds a letter
/// or a digit.
public final class WordCount {

    private WordCount() {}

    public static int of(String text, String bcp47) {
        return (int)
                Words.pieces(text, bcp47).stream()
                        .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
                        .count();
    }
}
