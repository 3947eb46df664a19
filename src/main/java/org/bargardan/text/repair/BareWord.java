package org.bargardan.text.repair;

/// A Persian word as it is looked up where joiners were lost.
final class BareWord {

    private BareWord() {}

    /// Without joiners, vowel signs and tatweel.
    static String of(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isLetter(word.charAt(i))) {
                return withoutMarks(word);
            }
        }
        return word;
    }

    private static String withoutMarks(String word) {
        var bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (isLetter(word.charAt(i))) {
                bare.append(word.charAt(i));
            }
        }
        return bare.toString();
    }

    private static boolean isLetter(char c) {
        return !Letters.isMark(c) && c != Letters.ZWNJ && c != Letters.TATWEEL;
    }
}
