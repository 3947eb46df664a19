package org.bargardan.text.repair;

/// The numbers in a text that are marks of notes: written against a word or a mark without a space.
final class NoteMarks {

    private static final String BEFORE = ".،؛:!؟?…,;»”\"’')]";

    private NoteMarks() {}

    /// Where the mark of a note begins; -1 where there is none.
    static int find(String text, int from, int to, int number) {
        for (int i = from + 1; i < to; i++) {
            if (Letters.isDigit(text.charAt(i)) && !Letters.isDigit(text.charAt(i - 1))) {
                int end = endOfNumber(text, i, to);
                if (value(text, i, end) == number && isMark(text, i, end, from, to)) {
                    return i;
                }
                i = end;
            }
        }
        return -1;
    }

    static int endOfNumber(String text, int from, int to) {
        int end = from;
        while (end < to && Letters.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static int value(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to && i < from + 4; i++) {
            value = value * 10 + Character.digit(text.charAt(i), 10);
        }
        return value;
    }

    private static boolean isMark(String text, int from, int end, int lineFrom, int lineTo) {
        char before = text.charAt(from - 1);
        char after = end < lineTo ? text.charAt(end) : ' ';
        if ((before == '[' || before == '(') && (after == ']' || after == ')')) {
            return true;
        }
        if (Character.isLetter(after) || "٪%./٫,".indexOf(after) >= 0 && digitAt(text, end + 1)) {
            return false;
        }
        if (BEFORE.indexOf(before) >= 0) {
            return from - 2 < lineFrom || !Letters.isDigit(text.charAt(from - 2));
        }
        return Letters.isWordPart(before) || Letters.isLatin(before);
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && Letters.isDigit(text.charAt(at));
    }
}
