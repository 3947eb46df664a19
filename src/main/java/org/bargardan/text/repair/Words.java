package org.bargardan.text.repair;

/// Forms of a Persian word for looking it up.
final class Words {

    private Words() {}

    /// Without joiners, vowel signs and tatweel.
    static String bare(String word) {
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
