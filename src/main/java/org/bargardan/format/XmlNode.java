package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;

/// A piece of an [XmlElement]: another one, or characters.
sealed interface XmlNode permits XmlElement, XmlChars {

    void write(Writer out) throws IOException;
}
