package org.bargardan.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Puts what stands on a line from left to right into the order in which it is read.
///
/// - **Input**: pieces of text by their place, each in itself in the order it is read, so that a
///   ligature or a word that the file spells out is never turned round a second time (PDFBOX-4531).
/// - **Output**: the line as its author typed it, by the Unicode Bidirectional Algorithm (UAX #9)
///   backwards: a number keeps its digits (W2, W4), what begins with a Latin letter runs to the
///   right with the numbers behind it (W7), unless a bracket that closes there was opened outside.
/// - **Brackets** are written as they are typed by some programs and as they are seen by others;
///   the caller says which, having asked [#turnedBrackets].
/// - Stateless.
final class PdfOrder {

    private static final String OPENING = "([{«‹<";
    private static final String CLOSING = ")]}»›>";

    /// Common separators (class CS), which keep two numbers together.
    private static final String BETWEEN_DIGITS = ".,:/،٫٬";

    private PdfOrder() {}

    /// @param line from left to right
    static String read(List<String> line, boolean rightToLeft, boolean mirrored) {
        var read = new StringBuilder();
        if (rightToLeft) {
            for (int i = line.size() - 1; i >= 0; ) {
                int from = runBegin(line, i);
                for (int k = from; k <= i; k++) {
                    read.append(from == i && mirrored ? mirrored(line.get(k)) : line.get(k));
                }
                i = from - 1;
            }
        } else {
            for (int i = 0; i < line.size(); ) {
                int to = isRight(line.get(i)) ? rightRunEnd(line, i) : i;
                if (to > i) {
                    read.append(read(line.subList(i, to + 1), true, mirrored));
                } else {
                    read.append(line.get(i));
                }
                i = to + 1;
            }
        }
        return read.toString();
    }

    /// How many more brackets of a right-to-left line face outwards than inwards.
    static int turnedBrackets(List<String> line) {
        var read = read(line, true, false);
        int turned = 0;
        Deque<Boolean> open = new ArrayDeque<>();
        for (int i = 0; i < read.length(); i++) {
            boolean opens = OPENING.indexOf(read.charAt(i)) >= 0;
            if (opens || CLOSING.indexOf(read.charAt(i)) >= 0) {
                if (!open.isEmpty() && open.peek() != opens) {
                    turned += opens ? 1 : -1;
                    open.pop();
                } else {
                    open.push(opens);
                }
            }
        }
        return turned;
    }

    /// Where the left-to-right run begins that ends at a piece; the piece itself if there is none.
    private static int runBegin(List<String> line, int end) {
        if (isDigit(line.get(end))) {
            int number = numberBegin(line, end);
            int latin = latinBegin(line, end);
            return Math.min(number, latin);
        }
        if (isLeft(line.get(end))) {
            return latinBegin(line, end);
        }
        // A bracket or a per cent sign behind a Latin word belongs to it if it opens there.
        return CLOSING.contains(line.get(end)) ? closedRunBegin(line, end) : end;
    }

    private static int closedRunBegin(List<String> line, int end) {
        int depth = 0;
        for (int i = end; i >= 0; i--) {
            var piece = line.get(i);
            if (isRight(piece)) {
                return end;
            }
            depth += CLOSING.contains(piece) ? 1 : 0;
            depth -= OPENING.contains(piece) ? 1 : 0;
            if (depth == 0) {
                int before = i - 1;
                while (before >= 0 && line.get(before).isBlank()) {
                    before--;
                }
                return before >= 0 && isLeft(line.get(before)) ? latinBegin(line, end) : end;
            }
        }
        return end;
    }

    private static int numberBegin(List<String> line, int end) {
        int begin = end;
        while (begin > 0) {
            if (isDigit(line.get(begin - 1))) {
                begin--;
            } else if (begin > 1
                    && BETWEEN_DIGITS.contains(line.get(begin - 1))
                    && isDigit(line.get(begin - 2))) {
                begin -= 2;
            } else {
                break;
            }
        }
        return begin;
    }

    /// The leftmost piece of a run that begins with a Latin letter, or with digits that touch one.
    private static int latinBegin(List<String> line, int end) {
        int begin = end;
        int depth = 0;
        for (int i = end; i >= 0; i--) {
            var piece = line.get(i);
            if (isRight(piece)) {
                break;
            }
            depth += CLOSING.contains(piece) ? 1 : 0;
            depth -= OPENING.contains(piece) ? 1 : 0;
            if (depth < 0) {
                break;
            }
            if (isLeft(piece) && depth == 0) {
                begin = i;
            }
        }
        if (begin == end && !isLeft(line.get(end))) {
            return end;
        }
        while (begin > 0 && isDigit(line.get(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int rightRunEnd(List<String> line, int begin) {
        int end = begin;
        for (int i = begin; i < line.size() && !isLeft(line.get(i)); i++) {
            if (isRight(line.get(i))) {
                end = i;
            }
        }
        return end;
    }

    private static String mirrored(String piece) {
        if (piece.length() != 1) {
            return piece;
        }
        int opening = OPENING.indexOf(piece);
        int closing = CLOSING.indexOf(piece);
        return opening >= 0
                ? CLOSING.substring(opening, opening + 1)
                : closing >= 0 ? OPENING.substring(closing, closing + 1) : piece;
    }

    static boolean isRight(String piece) {
        return piece.codePoints().anyMatch(PdfOrder::isRightLetter);
    }

    static boolean isLeft(String piece) {
        return !isRight(piece)
                && piece.indexOf(PdfTextLine.MARK) < 0
                && piece.codePoints()
                        .anyMatch(c ->
                                Character.getDirectionality(c)
                                        == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    static boolean isRightLetter(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    static boolean isDigit(String piece) {
        return !piece.isEmpty() && piece.codePoints().allMatch(Character::isDigit);
    }
}
