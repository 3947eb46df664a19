package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;

/// Characters between tags.
record XmlChars(String text) implements XmlNode {

    @Override
    public void write(Writer out) throws IOException {
        XmlText.writeContent(out, text, (_, _) -> {});
    }
}
