package org.bargardan.format;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bargardan.format.FormatProblem.Kind;

/// Copies XML of any length; some of its elements are handed out whole and come back changed.
///
/// Only for what [XmlGuard] looked through, or what a filter made of it.
final class XmlCopy {

    private XmlCopy() {}

    /// Changes elements, or puts something before a beginning or an end.
    interface Change {

        /// Whether an element is wanted whole. Attributes of one that is not may be changed here.
        boolean wants(XmlElement opening);

        /// Writes what comes in place of such an element.
        void change(XmlElement element, Writer out) throws IOException;

        /// Told before an element is written that is not wanted.
        default void beforeBegin(XmlElement opening, Writer out) throws IOException {}

        /// Told before the end of every other element is written.
        default void beforeEnd(XmlElement opening, Writer out) throws IOException {}
    }

    static byte[] of(byte[] xml, Change change) throws IOException {
        var bytes = new ByteArrayOutputStream(xml.length + 1024);
        try (var out = writer(bytes)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
            copy(XmlGuard.parser(xml), out, change);
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
        return bytes.toByteArray();
    }

    /// A part as a tree; for small ones.
    static XmlElement tree(byte[] xml) throws RefusedFile {
        try {
            var reader = XmlGuard.parser(xml);
            reader.nextTag();
            return XmlElement.read(reader);
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
    }

    static byte[] bytes(XmlElement tree) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = writer(bytes)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
            tree.write(out);
        }
        return bytes.toByteArray();
    }

    private static Writer writer(OutputStream bytes) {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    private static void copy(XMLStreamReader reader, Writer out, Change change)
            throws XMLStreamException, IOException {
        Deque<XmlElement> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var opening = XmlElement.opening(reader);
                    if (change.wants(opening)) {
                        change.change(XmlElement.read(reader), out);
                    } else {
                        change.beforeBegin(opening, out);
                        opening.writeOpening(out, false);
                        open.push(opening);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    change.beforeEnd(open.element(), out);
                    open.pop().writeClosing(out);
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        XmlText.writeContent(out, reader.getText(), (_, _) -> {});
                default -> {}
            }
        }
    }
}
