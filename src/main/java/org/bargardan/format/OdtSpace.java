package org.bargardan.format;

import java.util.ArrayList;

/// Writes blanks as OpenDocument wants them: of several only the first is one, and none at the
/// beginning is (ODF 1.3, part 3, §6.1.2); the filter writes what they stand for.
final class OdtSpace {

    private boolean isAfterBlank = true;

    /// @param paragraph or an element in it; not those paragraphs that are in notes and boxes
    void write(XmlElement paragraph) {
        var before = new ArrayList<>(paragraph.children());
        paragraph.children().clear();
        for (XmlNode child : before) {
            switch (child) {
                case XmlChars(String text) -> text(text, paragraph);
                case XmlElement element -> {
                    switch (element.name()) {
                        case "text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base" ->
                                write(element);
                        default -> isAfterBlank = false;
                    }
                    paragraph.with(element);
                }
            }
        }
    }

    private void text(String text, XmlElement into) {
        var words = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || (c == ' ' && isAfterBlank)) {
                if (!words.isEmpty()) {
                    into.addText(words.toString());
                    words.setLength(0);
                }
                into.with(new XmlElement(c == '\t' ? "text:tab" : "text:s"));
                isAfterBlank = c == ' ';
            } else {
                words.append(c);
                isAfterBlank = c == ' ';
            }
        }
        if (!words.isEmpty()) {
            into.addText(words.toString());
        }
    }
}
