package org.bargardan.importing.ui;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.importing.ui.SheetRow.Piece;

/// Makes changes within a word changes of the whole word: letters that stand in two elements of a
/// page lose their joins, and a word is what people look at.
final class SheetPieces {

    private static final char ZWNJ = '\u200C';

    private SheetPieces() {}

    static List<Piece> wholeWords(List<Piece> pieces) {
        var whole = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece.before().isEmpty() && piece.after().isEmpty()) {
                continue;
            }
            add(whole, piece);
        }
        return whole;
    }

    private static void add(List<Piece> whole, Piece piece) {
        if (whole.isEmpty()) {
            whole.add(piece);
            return;
        }
        var last = whole.getLast();
        if (last.isSame() && piece.isSame()) {
            whole.set(whole.size() - 1, last.append(piece));
        } else if (piece.isSame()) {
            addAfterChange(whole, piece);
        } else if (last.isSame()) {
            addAfterSame(whole, piece);
        } else if (touches(last, piece)) {
            whole.set(whole.size() - 1, last.append(piece));
        } else {
            whole.add(piece);
        }
    }

    private static void addAfterChange(List<Piece> whole, Piece same) {
        var change = whole.getLast();
        int cut = touches(change, same) ? wordEnd(same.before()) : 0;
        if (cut > 0) {
            whole.set(whole.size() - 1, change.append(Piece.same(same.before().substring(0, cut))));
        }
        if (cut < same.before().length()) {
            whole.add(Piece.same(same.before().substring(cut)));
        }
    }

    private static void addAfterSame(List<Piece> whole, Piece change) {
        var same = whole.getLast().before();
        int cut = touches(whole.getLast(), change) ? wordStart(same) : same.length();
        if (cut < same.length()) {
            whole.removeLast();
            if (cut > 0) {
                whole.add(Piece.same(same.substring(0, cut)));
            }
            var grown = Piece.same(same.substring(cut)).append(change);
            if (whole.isEmpty() || whole.getLast().isSame() || !touches(whole.getLast(), grown)) {
                whole.add(grown);
            } else {
                whole.set(whole.size() - 1, whole.getLast().append(grown));
            }
        } else {
            whole.add(change);
        }
    }

    private static boolean touches(Piece left, Piece right) {
        return joins(last(left.before())) && joins(first(right.before()))
                || joins(last(left.after())) && joins(first(right.after()))
                || left.after().isEmpty()
                        && joins(last(left.before()))
                        && joins(first(right.after()));
    }

    private static int wordEnd(String text) {
        int end = 0;
        while (end < text.length() && joins(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int wordStart(String text) {
        int start = text.length();
        while (start > 0 && joins(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static char last(String text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    private static boolean joins(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == ZWNJ
                || Character.isSurrogate(c);
    }
}
