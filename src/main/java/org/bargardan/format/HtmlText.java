package org.bargardan.format;

import net.sf.okapi.common.resource.TextFragment;

/// Writes words and codes as HTML or XHTML.
final class HtmlText {

    private HtmlText() {}

    /// @param isXml whether references are numbers, as XML knows no others
    static String of(TextFragment fragment, boolean isXml) {
        var written = new StringBuilder();
        String coded = fragment.getCodedText();
        for (int i = 0; i < coded.length(); i++) {
            char c = coded.charAt(i);
            if (TextFragment.isMarker(c)) {
                i++;
                written.append(fragment.getCode(coded.charAt(i)).getData());
            } else if (c == '\u00A0') {
                written.append(isXml ? "&#160;" : "&nbsp;");
            } else {
                append(written, c);
            }
        }
        return written.toString();
    }

    /// So that it is text, also between double quotation marks.
    static String escaped(String text) {
        var written = new StringBuilder();
        text.chars().forEach(c -> append(written, (char) c));
        return written.toString().replace("\"", "&quot;");
    }

    private static void append(StringBuilder written, char c) {
        switch (c) {
            case '&' -> written.append("&amp;");
            case '<' -> written.append("&lt;");
            case '>' -> written.append("&gt;");
            default -> written.append(c);
        }
    }
}
