package org.bargardan.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.format.MarkdownUnits.Notation;

/// Writes words and codes as Markdown in such a way that they read as what they are.
///
/// - **Input**: a fragment whose pairs are closed in the order in which they were opened.
/// - **Output**: every sign that could be taken for a mark has a backslash before it. Emphasis
///   whose stars would not count where they stand (CommonMark 0.31, §6.2), as `**«word»**s`, is
///   written in HTML, which Markdown allows.
/// - Used by one thread, for one fragment.
final class MarkdownText {

    private static final String ALWAYS = "\\`*_[]<>~";
    private static final String AT_LINE_START = "#+-=>:|";
    private static final String AFTER_CODE = "([:{";
    private static final Set<String> STARS = Set.of("*", "**", "_", "__", "***", "___");

    private final Notation notation;
    private final String lineBreak;
    private final String emptyLine;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private MarkdownText(Notation notation, String lineEnd, String prefix) {
        this.notation = notation;
        emptyLine = lineEnd + prefix.stripTrailing();
        lineBreak =
                switch (notation) {
                    case PARAGRAPH -> "\\" + lineEnd + prefix;
                    case HEADING, CELL -> "<br>";
                    case PICTURE -> " ";
                    case CODE -> lineEnd + prefix;
                };
    }

    /// @param pair place of the code at the pair's other end; -1 for whatever has none
    private record Token(String text, boolean isCode, boolean opens, int pair) {

        boolean isStars() {
            return isCode && STARS.contains(text);
        }

        boolean isProgram() {
            return isCode && text.startsWith("`");
        }
    }

    /// @param lineEnd of the file
    /// @param prefix what stands before the text in every line but the first
    static String of(TextFragment fragment, Notation notation, String lineEnd, String prefix) {
        var writing = new MarkdownText(notation, lineEnd, prefix);
        writing.cut(fragment);
        writing.write();
        return writing.out.toString();
    }

    private void cut(TextFragment fragment) {
        String coded = fragment.getCodedText();
        var characters = new StringBuilder();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < coded.length(); i++) {
            char c = coded.charAt(i);
            if (!TextFragment.isMarker(c)) {
                characters.append(c);
                continue;
            }
            i++;
            addCharacters(characters);
            add(fragment.getCode(coded.charAt(i)), open);
        }
        addCharacters(characters);
    }

    private void addCharacters(StringBuilder characters) {
        if (!characters.isEmpty()) {
            tokens.add(new Token(characters.toString(), false, false, -1));
            characters.setLength(0);
        }
    }

    private void add(Code code, Deque<Integer> open) {
        int here = tokens.size();
        if (code.getTagType() == TagType.OPENING) {
            open.push(here);
            tokens.add(new Token(code.getData(), true, true, -1));
        } else if (code.getTagType() == TagType.CLOSING && !open.isEmpty()) {
            int opening = open.pop();
            tokens.set(opening, new Token(tokens.get(opening).text, true, true, here));
            tokens.add(new Token(code.getData(), true, false, opening));
        } else {
            tokens.add(new Token(code.getData(), true, false, -1));
        }
    }

    private void write() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isProgram() && token.opens && token.pair > i) {
                writeProgram(i, token.pair);
                i = token.pair;
            } else if (!token.isCode) {
                writeCharacters(i, token.text);
            } else if (notation == Notation.PARAGRAPH
                    || notation == Notation.HEADING
                    || notation == Notation.CELL) {
                out.append(token.isStars() ? stars(i) : token.text);
            }
        }
    }

    /// As it stands, between more backticks than it has together (CommonMark 0.31, §6.1).
    private void writeProgram(int opening, int closing) {
        var program = new StringBuilder();
        for (Token token : tokens.subList(opening + 1, closing)) {
            program.append(token.isCode ? "" : token.text.replaceAll("\\R", " "));
        }
        if (program.isEmpty() || notation == Notation.CODE || notation == Notation.PICTURE) {
            out.append(program);
            return;
        }
        String fence = "`";
        while (program.indexOf(fence) >= 0) {
            fence += "`";
        }
        String edge =
                program.charAt(0) == '`' || program.charAt(program.length() - 1) == '`' ? " " : "";
        String written = program.toString();
        out.append(fence).append(edge);
        out.append(notation == Notation.CELL ? written.replace("|", "\\|") : written);
        out.append(edge).append(fence);
    }

    private String stars(int i) {
        Token token = tokens.get(i);
        int opening = token.opens ? i : token.pair;
        int closing = token.opens ? token.pair : i;
        if (opening < 0 || closing < 0 || mayBeStars(opening, closing)) {
            return token.text.replace('_', '*');
        }
        String name = token.text.length() == 1 ? "em" : "strong";
        return (token.opens ? "<" : "</") + name + ">";
    }

    /// Where letters stand on the inner sides, stars count whatever is outside.
    private boolean mayBeStars(int opening, int closing) {
        boolean isAmongStars = isStars(opening - 1) || isStars(opening + 1) || isStars(closing + 1);
        return !isAmongStars && isLetter(opening + 1, true) && isLetter(closing - 1, false);
    }

    private boolean isStars(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isStars();
    }

    private boolean isLetter(int i, boolean first) {
        Token token = tokens.get(i);
        if (token.isCode) {
            return false;
        }
        int c = first ? token.text.codePointAt(0) : token.text.codePointBefore(token.text.length());
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void writeCharacters(int i, String characters) {
        if (notation == Notation.CODE) {
            writeVerbatim(characters);
            return;
        }
        boolean isAfterCode = i > 0;
        String[] lines = characters.split("\\R", -1);
        for (int n = 0; n < lines.length; n++) {
            boolean startsLine = n > 0 || !isAfterCode;
            String line = n > 0 ? lines[n].stripLeading() : lines[n];
            line = n < lines.length - 1 ? line.stripTrailing() : line;
            out.append(n > 0 ? lineBreak : "");
            writeLine(line, startsLine, isAfterCode && n == 0, i + 1 < tokens.size());
        }
    }

    private void writeVerbatim(String characters) {
        String[] lines = characters.split("\\R", -1);
        for (int n = 0; n < lines.length; n++) {
            out.append(n == 0 ? "" : lines[n].isBlank() ? emptyLine : lineBreak);
            out.append(lines[n]);
        }
    }

    private void writeLine(
            String line, boolean startsLine, boolean isAfterCode, boolean isBeforeCode) {
        int number = startsLine ? endOfNumber(line) : -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isMark =
                    ALWAYS.indexOf(c) >= 0
                            || (c == '|' && notation == Notation.CELL)
                            || (c == '#' && notation == Notation.HEADING)
                            || (c == '&' && isEntity(line, i))
                            || (i == 0 && startsLine && AT_LINE_START.indexOf(c) >= 0)
                            || (i == 0 && isAfterCode && AFTER_CODE.indexOf(c) >= 0)
                            || (c == '!' && i == line.length() - 1 && isBeforeCode)
                            || i == number;
            out.append(isMark ? "\\" : "").append(c);
        }
    }

    private static boolean isEntity(String line, int at) {
        return at + 1 < line.length()
                && (line.charAt(at + 1) == '#' || Character.isLetter(line.charAt(at + 1)));
    }

    /// Where the sign stands that makes a list of a number, or -1.
    private static int endOfNumber(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        boolean isList =
                i > 0 && i < line.length() && (line.charAt(i) == '.' || line.charAt(i) == ')');
        return isList ? i : -1;
    }
}
