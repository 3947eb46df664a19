package org.bargardan.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.format.FormatProblem.Kind;

/// Finds the paragraph behind each unit of the filter, and what stands behind its codes.
///
/// Okapi tells neither. So units are written back once with marks in them, and what is written is
/// looked through: a paragraph is the unit's whose mark it holds.
final class WordProbe {

    /// What holds text or says how it looks.
    private static final Set<String> NO_CODES = Set.of("r", "t", "proofErr");

    private static final XmlElement NO_LOOK = new XmlElement("rPr");

    private final Map<Integer, Found> found = new HashMap<>();
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private int note = -1;
    private int properties;

    private WordProbe() {}

    /// @param style empty if it has none of its own
    /// @param outline level of its own, from 0; -1 if it has none
    /// @param note whose body it is part of; -1 if of none
    /// @param codes what stands behind a placeholder, by its number among the unit's from 0
    /// @param looks properties of the run a pair begins with, by its number among the unit's
    record Found(
            String style,
            int outline,
            boolean isListItem,
            int note,
            Map<Integer, XmlElement> codes,
            Map<Integer, XmlElement> looks) {

        static final Found NOTHING = new Found("", -1, false, -1, Map.of(), Map.of());
    }

    /// A paragraph on its way.
    private static final class Paragraph {
        private final Map<Integer, XmlElement> codes = new HashMap<>();
        private final Map<Integer, XmlElement> looks = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private String style = "";
        private int outline = -1;
        private boolean isListItem;
        private int unit = -1;
        private int code = -1;
        private XmlElement look = NO_LOOK;
    }

    /// The unit's own words with marks before them, around its placeholders and in its pairs.
    static TextFragment marked(TextFragment source, int unit) {
        var marked = new TextFragment(PlaceMarks.of(PlaceMarks.UNIT, unit));
        String coded = source.getCodedText();
        int placeholders = 0;
        int pairs = 0;
        int i = 0;
        while (i < coded.length()) {
            char c = coded.charAt(i++);
            if (!TextFragment.isMarker(c)) {
                marked.append(c);
                continue;
            }
            Code code = source.getCode(coded.charAt(i++));
            boolean isMarked = code.getTagType() == TagType.PLACEHOLDER && !code.isMarkerMasking();
            if (isMarked) {
                marked.append(PlaceMarks.of(PlaceMarks.CODE, placeholders++));
            }
            marked.append(code.clone());
            if (isMarked) {
                marked.append(PlaceMarks.of(PlaceMarks.CODE_END, 0));
            } else if (code.getTagType() == TagType.OPENING) {
                marked.append(PlaceMarks.of(PlaceMarks.PAIR, pairs++));
            }
        }
        return marked;
    }

    /// By the numbers of the units.
    static Map<Integer, Found> of(byte[] part) throws RefusedFile {
        var probe = new WordProbe();
        try {
            var reader = XmlGuard.parser(part);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> probe.begin(reader);
                    case XMLStreamConstants.END_ELEMENT -> probe.end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS -> {
                        if (!probe.open.isEmpty()) {
                            probe.open.element().text.append(reader.getText());
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
        return probe.found;
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        readMarks();
        switch (name) {
            case "footnote", "endnote" -> note = number(reader, "id", -1);
            case "p" -> open.push(new Paragraph());
            case "pPr" -> properties++;
            case "rPr" -> {
                var look = XmlElement.read(reader);
                WordRuns.relieve(look);
                if (properties == 0 && !open.isEmpty()) {
                    open.element().look = look;
                }
            }
            default -> {
                if (open.isEmpty()) {
                    return;
                }
                if (properties > 0) {
                    property(name, reader);
                } else {
                    var paragraph = open.element();
                    if (name.equals("r")) {
                        paragraph.look = NO_LOOK;
                    }
                    if (paragraph.code >= 0 && !NO_CODES.contains(name)) {
                        paragraph.codes.putIfAbsent(paragraph.code, XmlElement.opening(reader));
                    }
                }
            }
        }
    }

    private void property(String name, XMLStreamReader reader) {
        var paragraph = open.element();
        switch (name) {
            case "pStyle" -> paragraph.style = value(reader, "val");
            case "outlineLvl" -> paragraph.outline = number(reader, "val", -1);
            case "numId" -> paragraph.isListItem = number(reader, "val", 0) != 0;
            default -> {}
        }
    }

    private void end(String name) {
        readMarks();
        switch (name) {
            case "pPr" -> properties--;
            case "footnote", "endnote" -> note = -1;
            case "p" -> {
                var paragraph = open.pop();
                if (paragraph.unit >= 0) {
                    found.put(
                            paragraph.unit,
                            new Found(
                                    paragraph.style,
                                    paragraph.outline,
                                    paragraph.isListItem,
                                    note,
                                    paragraph.codes,
                                    paragraph.looks));
                }
            }
            default -> {}
        }
    }

    private void readMarks() {
        if (open.isEmpty() || open.element().text.isEmpty()) {
            return;
        }
        var paragraph = open.element();
        var marks = PlaceMarks.in(paragraph.text.toString());
        while (marks.find()) {
            int number = PlaceMarks.number(marks);
            switch (marks.group(1).charAt(0)) {
                case PlaceMarks.UNIT -> paragraph.unit = number;
                case PlaceMarks.CODE -> paragraph.code = number;
                case PlaceMarks.PAIR -> paragraph.looks.put(number, paragraph.look);
                case PlaceMarks.CODE_END -> paragraph.code = -1;
                default -> {}
            }
        }
        paragraph.text.setLength(0);
    }

    private static String value(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int number(XMLStreamReader reader, String name, int otherwise) {
        String value = value(reader, name);
        return value.matches("-?[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
    }
}
