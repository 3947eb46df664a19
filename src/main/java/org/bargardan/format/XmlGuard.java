package org.bargardan.format;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bargardan.format.FormatProblem.Kind;

/// Looks through the XML in an archive before anything else parses it.
///
/// - **Refused**: XML that is not well-formed, has a document type, and with it entities of its
///   own, exceeds the [ContainerLimits], or holds U+FDD0 to U+FDEF, which Unicode leaves to
///   programs for marks that are never exchanged, and which the writers here use so.
/// - **Never**: fetches anything.
/// - Thread-safe, keeps nothing between calls.
final class XmlGuard {

    private static final XMLInputFactory PARSERS = parsers();

    private static final int PIECE = 64 * 1024;

    private final ContainerLimits limits;

    XmlGuard(ContainerLimits limits) {
        this.limits = limits;
    }

    /// A parser that fetches nothing; the JDK's own, whatever else is on the class path.
    static XMLStreamReader parser(byte[] xml) throws XMLStreamException {
        synchronized (PARSERS) {
            return PARSERS.createXMLStreamReader(new ByteArrayInputStream(xml));
        }
    }

    private static XMLInputFactory parsers() {
        var parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Depth is counted here, where the refusal can say so. No entity can be declared, but the
        // JDK counts each "&amp;" of a book as one.
        for (String limit :
                List.of(
                        "jdk.xml.maxElementDepth",
                        "jdk.xml.maxGeneralEntitySizeLimit",
                        "jdk.xml.totalEntitySizeLimit",
                        "jdk.xml.entityReplacementLimit")) {
            parsers.setProperty(limit, "0");
        }
        return parsers;
    }

    /// @param name of the part, for messages
    void check(byte[] xml, String name) throws RefusedFile {
        if (xml.length > limits.maxXmlBytes()) {
            throw new RefusedFile(Kind.CONTAINER_TOO_LARGE, limits.maxXmlBytes());
        }
        if (!isUnicode(xml)) {
            throw new RefusedFile(Kind.CONTAINER_XML_DAMAGED, FormatProblem.quoted(name));
        }
        try {
            var reader = parser(xml);
            try {
                check(reader, name);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The parser throws unchecked ones too at encodings it does not know.
            throw new RefusedFile(Kind.CONTAINER_XML_DAMAGED, FormatProblem.quoted(name));
        }
    }

    /// UTF-8 or UTF-16, as DOCX (ECMA-376, part 2, §8.1.4), ODT and EPUB demand.
    private static boolean isUnicode(byte[] xml) {
        boolean hasMark =
                xml.length > 1
                        && ((xml[0] == (byte) 0xFE && xml[1] == (byte) 0xFF)
                                || (xml[0] == (byte) 0xFF && xml[1] == (byte) 0xFE));
        if (hasMark) {
            return true;
        }
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.wrap(xml);
        var piece = CharBuffer.allocate(PIECE);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            piece.clear();
            result = decoder.decode(bytes, piece, true);
        }
        return !result.isError();
    }

    private void check(XMLStreamReader reader, String name) throws XMLStreamException, RefusedFile {
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FileFormat.InterruptedReading();
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    elements++;
                    if (depth > limits.maxDepth() || elements > limits.maxElements()) {
                        throw new RefusedFile(
                                Kind.CONTAINER_XML_TOO_COMPLEX, FormatProblem.quoted(name));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new RefusedFile(
                                Kind.CONTAINER_DOCUMENT_TYPE, FormatProblem.quoted(name));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        checkMarks(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                reader.getTextLength());
                default -> {}
            }
        }
    }

    private static void checkMarks(char[] text, int from, int length) throws RefusedFile {
        for (int i = from; i < from + length; i++) {
            if (isMark(text[i])) {
                throw new RefusedFile(Kind.NOT_STORABLE, FormatProblem.codePointName(text[i]));
            }
        }
    }

    /// Whether this is one of the noncharacters that writers here mark places with.
    static boolean isMark(char c) {
        return c >= '\uFDD0' && c <= '\uFDEF';
    }
}
