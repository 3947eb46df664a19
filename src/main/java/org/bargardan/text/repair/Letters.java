package org.bargardan.text.repair;

/// What kind of character something is, as the rules ask it.
final class Letters {

    static final char ZWNJ = '\u200C';
    static final char TATWEEL = '\u0640';

    private Letters() {}

    /// Letters of Arabic script, without marks, digits and tatweel.
    static boolean isArabic(char c) {
        return c >= '\u0620' && c <= '\u064A' && c != TATWEEL
                || c >= '\u066E' && c <= '\u06D3' && c != '\u0670'
                || c == '\u06D5'
                || c >= '\u06EE' && c <= '\u06EF'
                || c >= '\u06FA' && c <= '\u06FC'
                || c >= '\u0750' && c <= '\u077F'
                || c >= '\uFB50' && c <= '\uFDFB'
                || c >= '\uFE70' && c <= '\uFEFC';
    }

    /// Vowel signs, tanwin, shadda, sukun, hamza above and below.
    static boolean isMark(char c) {
        return c >= '\u064B' && c <= '\u065F' || c == '\u0670';
    }

    /// What a Persian word is made of.
    static boolean isWordPart(char c) {
        return isArabic(c) || isMark(c) || c == ZWNJ || c == TATWEEL;
    }

    static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '\u00C0' && c <= '\u024F' && c != '\u00D7' && c != '\u00F7'
                || c >= '\u1E00' && c <= '\u1EFF';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9'
                || c >= '\u0660' && c <= '\u0669'
                || c >= '\u06F0' && c <= '\u06F9';
    }

    static boolean isSpace(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u00A0'
                || c == '\r'
                || c >= '\u2000' && c <= '\u200A'
                || c == '\u202F'
                || c == '\u3000';
    }

    /// A letter after which the next one stands apart anyway.
    static boolean joinsNothingAfter(char c) {
        return "اآأإدذرزژوؤءة".indexOf(c) >= 0;
    }
}
