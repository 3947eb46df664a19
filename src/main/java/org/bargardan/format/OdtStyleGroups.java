package org.bargardan.format;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.bargardan.format.FormatProblem.Kind;

/// The styles of a part of an ODT without its text, which may be long.
final class OdtStyleGroups {

    private static final Set<String> GROUPS = Set.of("styles", "automatic-styles");

    private OdtStyleGroups() {}

    /// A root with those groups that the part has.
    static XmlElement of(byte[] part) throws RefusedFile {
        var root = new XmlElement("root");
        try {
            var reader = XmlGuard.parser(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    if (GROUPS.contains(reader.getLocalName())) {
                        root.with(XmlElement.read(reader));
                    } else if (reader.getLocalName().equals("body")) {
                        return root;
                    }
                }
            }
            return root;
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
    }
}
