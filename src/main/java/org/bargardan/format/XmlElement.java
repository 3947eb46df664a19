package org.bargardan.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A paragraph's worth of XML that can be changed; names are kept as they are written, with their
/// prefixes.
///
/// Only for what [XmlGuard] looked through: its depth bounds the recursion here.
final class XmlElement implements XmlNode {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();

    XmlElement(String name) {
        this.name = name;
    }

    /// From an element's beginning to its end, where the reader is then. Comments and processing
    /// instructions are left out.
    static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        var element = opening(reader);
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.children.add(read(reader));
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        element.addText(reader.getText());
                default -> {}
            }
        }
    }

    /// The element that begins where the reader is, without what is in it.
    static XmlElement opening(XMLStreamReader reader) {
        var element = new XmlElement(qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            @Nullable String prefix = reader.getNamespacePrefix(i);
            @Nullable String address = reader.getNamespaceURI(i);
            element.with(
                    prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
                    address == null ? "" : address);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.with(
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    String name() {
        return name;
    }

    /// The name without its prefix.
    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /// The prefix with its colon; empty if there is none.
    String prefix() {
        return name.substring(0, name.indexOf(':') + 1);
    }

    /// An attribute by its name as it is written.
    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    XmlElement with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    XmlElement with(XmlNode child) {
        children.add(child);
        return this;
    }

    /// With all attributes of another.
    XmlElement withAll(XmlElement other) {
        attributes.putAll(other.attributes);
        return this;
    }

    /// Takes an attribute away.
    ///
    /// @return whether none is left
    boolean without(String attribute) {
        attributes.remove(attribute);
        return attributes.isEmpty();
    }

    List<XmlNode> children() {
        return children;
    }

    Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    Optional<XmlElement> child(String childName) {
        return elements().filter(child -> child.name.equals(childName)).findFirst();
    }

    /// Itself and all elements in it.
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), elements().flatMap(XmlElement::all));
    }

    void addText(String text) {
        if (!children.isEmpty() && children.getLast() instanceof XmlChars(String before)) {
            children.set(children.size() - 1, new XmlChars(before + text));
        } else {
            children.add(new XmlChars(text));
        }
    }

    /// The characters in it, at any depth.
    String text() {
        var text = new StringBuilder();
        for (XmlNode child : children) {
            text.append(
                    switch (child) {
                        case XmlChars(String characters) -> characters;
                        case XmlElement element -> element.text();
                    });
        }
        return text.toString();
    }

    /// The same under another name.
    XmlElement named(String other) {
        var named = new XmlElement(other);
        named.attributes.putAll(attributes);
        named.children.addAll(children);
        return named;
    }

    XmlElement copy() {
        var copy = new XmlElement(name);
        copy.attributes.putAll(attributes);
        for (XmlNode child : children) {
            copy.children.add(child instanceof XmlElement element ? element.copy() : child);
        }
        return copy;
    }

    /// Puts a child where the schema wants it, in place of one of its name.
    ///
    /// @param order names without prefixes; what is not among them stands before all
    void put(XmlElement child, List<String> order) {
        children.removeIf(
                old -> old instanceof XmlElement element && element.name.equals(child.name));
        int place = order.indexOf(child.localName());
        int at = 0;
        while (at < children.size()
                && !(children.get(at) instanceof XmlElement element
                        && order.indexOf(element.localName()) > place)) {
            at++;
        }
        children.add(at, child);
    }

    @Override
    public void write(Writer out) throws IOException {
        writeOpening(out, children.isEmpty());
        for (XmlNode child : children) {
            child.write(out);
        }
        if (!children.isEmpty()) {
            writeClosing(out);
        }
    }

    void writeOpening(Writer out, boolean isEmpty) throws IOException {
        out.write('<');
        out.write(name);
        for (var attribute : attributes.entrySet()) {
            XmlText.writeAttribute(out, attribute.getKey(), attribute.getValue(), (_, _) -> {});
        }
        out.write(isEmpty ? "/>" : ">");
    }

    void writeClosing(Writer out) throws IOException {
        out.write("</");
        out.write(name);
        out.write('>');
    }

    /// With all that is in it.
    String written() {
        var out = new StringWriter();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// As it is written, without what is in it.
    @Override
    public String toString() {
        var out = new StringWriter();
        try {
            writeOpening(out, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
