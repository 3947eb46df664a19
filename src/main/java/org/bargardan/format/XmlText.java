package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;

/// Writes text into XML so that a reader gets the same text back.
///
/// - **Kept**: white space, direction marks and ZWNJ as they are; what a parser would change (CR
///   anywhere, TAB and LF in attributes: XML 1.0 §2.11, §3.3.3) goes as a character reference.
/// - **Left out and told**: what XML 1.0 §2.2 has no place for: most controls, U+FFFE, U+FFFF, lone
///   surrogates.
final class XmlText {

    private XmlText() {}

    /// Told of a character left out and its offset in the text, in code points.
    @FunctionalInterface
    interface LeftOut {
        void at(int offset, int codePoint);
    }

    static void writeContent(Writer out, String text, LeftOut leftOut) throws IOException {
        int offset = 0;
        for (int i = 0; i < text.length(); offset++) {
            int codePoint = text.codePointAt(i);
            writeContent(out, codePoint, offset, leftOut);
            i += Character.charCount(codePoint);
        }
    }

    static void writeContent(Writer out, int codePoint, int offset, LeftOut leftOut)
            throws IOException {
        switch (codePoint) {
            case '&' -> out.write("&amp;");
            case '<' -> out.write("&lt;");
            // Only ]]> demands it; escaping every one needs no look behind.
            case '>' -> out.write("&gt;");
            case '\r' -> out.write("&#13;");
            default -> {
                if (!isXml(codePoint)) {
                    leftOut.at(offset, codePoint);
                } else if (Character.isBmpCodePoint(codePoint)) {
                    out.write(codePoint);
                } else {
                    out.write(Character.highSurrogate(codePoint));
                    out.write(Character.lowSurrogate(codePoint));
                }
            }
        }
    }

    static void writeAttribute(Writer out, String name, String value, LeftOut leftOut)
            throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        int offset = 0;
        for (int i = 0; i < value.length(); offset++) {
            int codePoint = value.codePointAt(i);
            switch (codePoint) {
                case '"' -> out.write("&quot;");
                case '\t' -> out.write("&#9;");
                case '\n' -> out.write("&#10;");
                default -> writeContent(out, codePoint, offset, leftOut);
            }
            i += Character.charCount(codePoint);
        }
        out.write('"');
    }

    static boolean isXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }
}
