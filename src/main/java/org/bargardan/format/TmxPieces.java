package org.bargardan.format;

import java.io.IOException;
import org.bargardan.format.FormatProblem.Kind;
import org.jspecify.annotations.Nullable;

/// Cuts a TMX file into its header and its units by their tags alone, so that damage in one unit,
/// or between two, costs no other.
///
/// - **Boundary**: `<tu` begins a unit wherever it stands outside comments, CDATA sections and the
///   document type, and inside another unit too, as TMX has no nested ones: the unit before it lost
///   its end.
/// - **Memory**: one unit, and no more of it than the limit.
final class TmxPieces {

    /// Longer ones are no document types and headers, but text after a damaged one.
    private static final int PROLOGUE_MOST = 100_000;

    private static final int NAME_MOST = 12;

    private final XmlCharacters in;
    private final int maxUnitLength;
    private boolean root;
    private boolean end;
    private @Nullable Place unitSeen;
    private @Nullable Place entities;

    TmxPieces(XmlCharacters in, int maxUnitLength) {
        this.in = in;
        this.maxUnitLength = maxUnitLength;
    }

    /// A place in the file, both counted from 1.
    record Place(int line, int column) {

        /// The place of a character of the text that begins here.
        Place moved(CharSequence text, int offset) {
            int atLine = line;
            int atColumn = column;
            for (int i = 0; i < offset; i++) {
                char c = text.charAt(i);
                boolean breaks = c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n');
                if (breaks) {
                    atLine++;
                    atColumn = 1;
                } else if (!Character.isLowSurrogate(c)) {
                    atColumn++;
                }
            }
            return new Place(atLine, atColumn);
        }

        FormatProblem problem(Kind kind, Object... arguments) {
            return FormatProblem.at(line, column, kind, arguments);
        }
    }

    /// A part of the file with what is wrong with its boundaries.
    sealed interface Piece {

        /// The tag of the header, made an empty element.
        record Header(String text, Place place) implements Piece {}

        /// A unit from its first tag to its last.
        record Unit(String text, Place place) implements Piece {}

        /// What cannot be taken for a unit.
        record Damaged(FormatProblem problem) implements Piece {}
    }

    /// Whether the file is TMX at all, as far as it was read.
    boolean rootSeen() {
        return root;
    }

    /// Whether the last tag was there.
    boolean endSeen() {
        return end;
    }

    /// Where the document type declares entities, if it does.
    @Nullable Place entities() {
        return entities;
    }

    /// The next piece, null behind the last.
    @Nullable Piece next() throws IOException {
        while (true) {
            Place begun = unitSeen;
            unitSeen = null;
            if (begun != null) {
                return unit(begun);
            }
            int c = in.read();
            if (c == XmlCharacters.END) {
                return null;
            }
            if (c == '<') {
                var place = new Place(in.line(), in.column());
                Piece piece = markup(name(), place);
                if (piece != null) {
                    return piece;
                }
            }
        }
    }

    private @Nullable Piece markup(String name, Place place) throws IOException {
        switch (name) {
            case "!--" -> skip("-->");
            case "![CDATA[" -> skip("]]>");
            case "?" -> skip("?>");
            case "!DOCTYPE" -> documentType(place);
            case "tmx" -> root = true;
            case "/tmx" -> end = true;
            case "tu" -> unitSeen = place;
            case "/tu" -> {
                return new Piece.Damaged(place.problem(Kind.UNIT_NOT_BEGUN));
            }
            case "header" -> {
                return header(place);
            }
            default -> {}
        }
        return null;
    }

    /// What stands behind `<` and says which mark-up begins.
    private String name() throws IOException {
        var name = new StringBuilder();
        while (name.length() < NAME_MOST && isOfName(in.peek(), name.isEmpty())) {
            name.appendCodePoint(in.read());
            if (name.toString().equals("!--")
                    || name.toString().equals("![CDATA[")
                    || name.toString().equals("?")) {
                break;
            }
        }
        return name.toString();
    }

    private static boolean isOfName(int c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!-[:_.".indexOf(c) >= 0
                || (first && (c == '/' || c == '?'));
    }

    private void skip(String closing) throws IOException {
        var tail = new StringBuilder();
        int c;
        while ((c = in.read()) != XmlCharacters.END) {
            tail.appendCodePoint(c);
            if (tail.length() > closing.length() + 1) {
                tail.delete(0, tail.length() - closing.length());
            }
            if (tail.toString().endsWith(closing)) {
                return;
            }
        }
    }

    /// Read over, never used: no file is fetched and no entity expanded.
    private void documentType(Place place) throws IOException {
        boolean subset = false;
        int quote = 0;
        var tag = new StringBuilder();
        for (int length = 0; length < PROLOGUE_MOST; length++) {
            // Outside the internal subset there is no mark-up: the document type lost its end.
            if (!subset && quote == 0 && in.peek() == '<') {
                return;
            }
            int c = in.read();
            if (c == XmlCharacters.END) {
                return;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                subset = c == '[';
            } else if (c == '<') {
                tag.setLength(0);
            } else if (c == '>' && !subset) {
                return;
            } else if (tag.length() < NAME_MOST) {
                tag.appendCodePoint(c);
                if (subset && tag.toString().equals("!ENTITY")) {
                    entities = place;
                }
            }
        }
    }

    private Piece header(Place place) throws IOException {
        var text = new StringBuilder("<header");
        int quote = 0;
        while (text.length() < PROLOGUE_MOST) {
            // No attribute may hold it (XML 1.0, 2.3), so the header lost its end.
            if (in.peek() == '<' || in.peek() == XmlCharacters.END) {
                break;
            }
            int c = in.read();
            if (c == '>' && quote == 0) {
                boolean empty = text.charAt(text.length() - 1) == '/';
                return new Piece.Header(text + (empty ? ">" : "/>"), place);
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            text.appendCodePoint(c);
        }
        return new Piece.Damaged(place.problem(Kind.DAMAGED_HEADER));
    }

    private Piece unit(Place begun) throws IOException {
        var text = new StringBuilder("<tu");
        String closing = "";
        while (true) {
            int c = in.read();
            if (c == XmlCharacters.END) {
                return new Piece.Damaged(begun.problem(Kind.UNIT_CUT_OFF));
            }
            if (c != '<') {
                append(text, c);
                if (!closing.isEmpty() && endsWith(text, closing)) {
                    closing = "";
                }
                continue;
            }
            var place = new Place(in.line(), in.column());
            String name = name();
            if (name.equals("tu")) {
                unitSeen = place;
                return notClosed(text, begun);
            }
            if (closing.isEmpty()) {
                switch (name) {
                    case "/tu" -> {
                        return whole(text, begun);
                    }
                    case "/body", "/tmx" -> {
                        end |= name.equals("/tmx");
                        return notClosed(text, begun);
                    }
                    case "!--" -> closing = "-->";
                    case "![CDATA[" -> closing = "]]>";
                    default -> {}
                }
            }
            append(text, '<');
            name.codePoints().forEach(codePoint -> append(text, codePoint));
        }
    }

    /// One more than the limit is kept, which tells that there was more.
    private void append(StringBuilder text, int codePoint) {
        if (text.length() <= maxUnitLength) {
            text.appendCodePoint(codePoint);
        }
    }

    private static boolean endsWith(StringBuilder text, String ending) {
        int from = text.length() - ending.length();
        return from >= 0 && text.indexOf(ending, from) == from;
    }

    private Piece whole(StringBuilder text, Place begun) throws IOException {
        while (in.peek() != XmlCharacters.END && Character.isWhitespace(in.peek())) {
            in.read();
        }
        if (in.peek() == '>') {
            in.read();
        }
        return text.length() > maxUnitLength
                ? tooLarge(begun)
                : new Piece.Unit(text.append("</tu>").toString(), begun);
    }

    private Piece notClosed(StringBuilder text, Place begun) {
        return text.length() > maxUnitLength
                ? tooLarge(begun)
                : new Piece.Damaged(begun.problem(Kind.UNIT_NOT_CLOSED));
    }

    private Piece tooLarge(Place begun) {
        return new Piece.Damaged(begun.problem(Kind.UNIT_TOO_LARGE, maxUnitLength));
    }
}
