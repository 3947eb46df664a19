package org.bargardan.format;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bargardan.format.FormatProblem.Kind;

/// The paragraphs of a part of a DOCX as they were, one after the other, for those that were not
/// translated.
final class WordOriginals {

    private final XMLStreamReader reader;
    private final Set<Integer> written;
    private int next;

    /// @param written the part as the filter wrote it
    WordOriginals(byte[] original, byte[] written) throws RefusedFile {
        try {
            reader = XmlGuard.parser(original);
            this.written = numbers(XmlGuard.parser(written));
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
    }

    private static Set<Integer> numbers(XMLStreamReader reader) throws XMLStreamException {
        var numbers = new HashSet<Integer>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("p")) {
                number(XmlElement.opening(reader)).ifPresent(numbers::add);
            }
        }
        return numbers;
    }

    static Optional<Integer> number(XmlElement paragraph) {
        return paragraph
                .attribute(paragraph.prefix() + WordRuns.NUMBER)
                .filter(number -> number.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /// A paragraph as it was; asked for in rising order. Nothing if the filter joined a neighbour
    /// to it, as it does where a person struck out the end of a paragraph.
    Optional<XmlElement> paragraph(int number) throws RefusedFile {
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("p")) {
                    var paragraph = XmlElement.read(reader);
                    if (next++ == number) {
                        boolean isAlone =
                                (number == 0 || written.contains(number - 1))
                                        && (written.contains(number + 1) || isLast(number));
                        return isAlone ? Optional.of(paragraph) : Optional.empty();
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
    }

    private boolean isLast(int number) {
        return written.stream().noneMatch(other -> other > number);
    }
}
