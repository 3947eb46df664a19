package org.bargardan.text.repair;

/// What stands at the beginning of an item of a list, a speech or a note.
final class ListMarks {

    private static final String BULLETS = "•▪●◦‣■□○◆➢✓*";
    private static final String DASHES = "-–—ـ";

    private ListMarks() {}

    /// A bullet, or a short number or letter with a mark after it, and a space.
    static boolean isItem(TextLines lines, int line) {
        var text = lines.text();
        int at = lines.start(line);
        int end = lines.end(line);
        if (BULLETS.indexOf(text.charAt(at)) >= 0) {
            return at + 1 < end && text.charAt(at + 1) != text.charAt(at);
        }
        return afterNumber(text, at, end) >= 0 || afterLetter(text, at, end) >= 0;
    }

    static boolean isSpeech(TextLines lines, int line) {
        int at = lines.start(line);
        return DASHES.indexOf(lines.text().charAt(at)) >= 0
                && at + 1 < lines.end(line)
                && DASHES.indexOf(lines.text().charAt(at + 1)) < 0;
    }

    /// A note that a rule has set apart: `[^1]: …`.
    static boolean isNote(TextLines lines, int line) {
        var text = lines.text();
        int at = lines.start(line);
        if (!text.startsWith("[^", at)) {
            return false;
        }
        int close = at + 2;
        while (close < lines.end(line) && Letters.isDigit(text.charAt(close))) {
            close++;
        }
        return close > at + 2 && text.startsWith("]:", close);
    }

    /// The number that a line begins with as notes do: before a mark, in brackets, or before two
    /// words; -1 without one.
    static int noteNumber(TextLines lines, int line) {
        if (afterNoteNumber(lines, line) < 0) {
            return -1;
        }
        var text = lines.text();
        int at = lines.start(line);
        at += Letters.isDigit(text.charAt(at)) ? 0 : 1;
        return NoteMarks.value(text, at, NoteMarks.endOfNumber(text, at, lines.end(line)));
    }

    /// Where the text of the note begins.
    static int afterNoteNumber(TextLines lines, int line) {
        var text = lines.text();
        int at = lines.start(line);
        int end = lines.end(line);
        boolean bracket = text.charAt(at) == '[' || text.charAt(at) == '(';
        int number = bracket ? at + 1 : at;
        int i = NoteMarks.endOfNumber(text, number, Math.min(end, number + 3));
        if (i == number || i >= end) {
            return -1;
        }
        boolean marked = bracket;
        if (bracket && text.charAt(i++) != (text.charAt(at) == '[' ? ']' : ')')) {
            return -1;
        }
        while (i < end
                && (TextLines.isSpace(text.charAt(i)) || ".)-–:".indexOf(text.charAt(i)) >= 0)) {
            marked |= !TextLines.isSpace(text.charAt(i));
            i++;
        }
        boolean text0 = i < end && i > number + 1;
        return text0 && (marked || Character.isLetter(text.charAt(i))) ? i : -1;
    }

    private static int afterNumber(String text, int from, int to) {
        int at = from;
        while (at < to && at < from + 3 && Letters.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == from || at >= to) {
            return -1;
        }
        return afterMark(text, at, to);
    }

    private static int afterLetter(String text, int from, int to) {
        int at = from;
        while (at < to && at < from + 3 && Character.isLetter(text.charAt(at))) {
            at++;
        }
        boolean one = at == from + 1 || text.startsWith("الف", from) && at == from + 3;
        return one && at < to && text.charAt(at) == ')' ? afterMark(text, at, to) : -1;
    }

    private static int afterMark(String text, int at, int to) {
        int i = at;
        while (i < to && i < at + 2 && TextLines.isSpace(text.charAt(i))) {
            i++;
        }
        if (i >= to || ".)-–:".indexOf(text.charAt(i)) < 0) {
            return -1;
        }
        i++;
        return i < to && TextLines.isSpace(text.charAt(i)) ? i + 1 : -1;
    }
}
