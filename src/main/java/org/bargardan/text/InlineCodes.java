package org.bargardan.text;

import java.util.ArrayList;
import java.util.List;

/// Inline codes as one line of text, for a column of the database.
///
/// Each code is its place, a sign for its kind (`+` opens, `-` closes, `=` stands alone), its id, a
/// colon and its label; a semicolon parts two codes: `3+1:b;9-1:b;12=2:fn`. In a label, a backslash
/// stands before a semicolon and a backslash. No code is the empty string. The form is stored, so
/// it must stay readable for ever.
public final class InlineCodes {

    private InlineCodes() {}

    public static String write(List<InlineCode> codes) {
        var line = new StringBuilder();
        for (var code : codes) {
            line.append(line.isEmpty() ? "" : ";")
                    .append(code.at())
                    .append(code.kind().sign())
                    .append(code.id())
                    .append(':')
                    .append(code.label().replace("\\", "\\\\").replace(";", "\\;"));
        }
        return line.toString();
    }

    /// Throws [IllegalArgumentException] on what [#write] did not make.
    public static List<InlineCode> read(String line) {
        var codes = new ArrayList<InlineCode>();
        int start = 0;
        while (start < line.length()) {
            int kind = digitsEnd(line, start);
            int colon = digitsEnd(line, kind + 1);
            if (kind == start || colon <= kind + 1 || !line.startsWith(":", colon)) {
                throw new IllegalArgumentException(
                        "not inline codes from place %d on: %s".formatted(start, line));
            }
            var label = new StringBuilder();
            int end = readLabel(line, colon + 1, label);
            codes.add(
                    new InlineCode(
                            Integer.parseInt(line, start, kind, 10),
                            Integer.parseInt(line, kind + 1, colon, 10),
                            InlineCode.Kind.of(line.charAt(kind)),
                            label.toString()));
            start = end + 1;
        }
        return List.copyOf(codes);
    }

    private static int readLabel(String line, int from, StringBuilder label) {
        int i = from;
        while (i < line.length() && line.charAt(i) != ';') {
            if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                i++;
            }
            label.append(line.charAt(i));
            i++;
        }
        return i;
    }

    private static int digitsEnd(String line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
