package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.WordPackage.Part;
import org.bargardan.text.Direction;
import org.bargardan.text.InlineCode;
import org.jspecify.annotations.Nullable;

/// Makes the parts of a DOCX of what its filter wrote: real links, real footnotes, paragraphs that
/// run as their language does.
final class WordWriting {

    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String FOOTNOTES_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml";
    private static final Set<String> NOTES = Set.of("footnote", "endnote");
    private static final String NOTE_TEXT = "footnote text";
    private static final String NOTE_MARK = "footnote reference";

    /// ECMA-376, part 1, §17.11.9 and §17.11.23: what stands between the text and its notes.
    private static final String EMPTY_FOOTNOTES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:footnotes xmlns:w="%s">\
            <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
            <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\
            </w:footnotes>\
            """;

    private static final String NOTE_STYLES =
            """
            <%1$sstyle %1$stype="paragraph" %1$sstyleId="FootnoteText"><%1$sname %1$sval="footnote text"/>\
            <%1$srPr><%1$ssz %1$sval="20"/><%1$sszCs %1$sval="20"/></%1$srPr></%1$sstyle>\
            <%1$sstyle %1$stype="character" %1$sstyleId="FootnoteReference"><%1$sname %1$sval="footnote reference"/>\
            <%1$srPr><%1$svertAlign %1$sval="superscript"/></%1$srPr></%1$sstyle>\
            """;

    private final WordPackage document;
    private final WordMarkup markup;
    private final WordStyles styles;
    private final WordLanguage language;
    private final Set<String> changed = new HashSet<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, XmlElement> relationships = new HashMap<>();
    private final List<WrittenNote> notes = new ArrayList<>();
    private final Map<Part, Numbers> marks = new EnumMap<>(Part.class);

    /// A translator's note with its number in the file.
    private record WrittenNote(int id, Note note) {}

    WordWriting(WordPackage document, WordMarkup markup, String language) throws RefusedFile {
        this.document = document;
        this.markup = markup;
        styles = document.styles();
        this.language = new WordLanguage(language, Direction.of(language), styles);
    }

    /// A part gets other words.
    void changes(String part) {
        changed.add(part);
    }

    /// Makes all parts.
    ///
    /// @param written the package as the filter wrote it
    /// @return the parts that are other than in the original
    Map<String, byte[]> parts(byte[] written) throws IOException {
        var zip = ZippedParts.of(written);
        countNotes(Part.FOOTNOTES);
        countNotes(Part.ENDNOTES);
        for (Part part : Part.values()) {
            for (String name : document.names(part)) {
                byte[] bytes = zip.get(name);
                if (changed.contains(name) && bytes != null) {
                    parts.put(name, XmlCopy.of(bytes, paragraphs(name, bytes)));
                }
            }
        }
        if (changed.containsAll(document.names(Part.MAIN))) {
            arrangeNotes(Part.FOOTNOTES);
            arrangeNotes(Part.ENDNOTES);
        }
        if (!changed.isEmpty()) {
            changeStyles();
        }
        for (var entry : relationships.entrySet()) {
            parts.put(WordPackage.relationshipsOf(entry.getKey()), XmlCopy.bytes(entry.getValue()));
        }
        return parts;
    }

    private WordParagraphs paragraphs(String part, byte[] written) throws RefusedFile {
        return new WordParagraphs(
                this,
                part,
                new WordOriginals(document.bytes(part).orElse(written), written),
                markup,
                styles,
                language);
    }

    /// Where a mark stands in the main text, its note becomes one of the document's.
    ///
    /// @return the note's number; nothing where the format has no notes: in notes, heads and feet
    Optional<Integer> note(String part, Note note) {
        if (document.part(part) != Part.MAIN) {
            return Optional.empty();
        }
        int id = numbers(Part.FOOTNOTES).free++;
        notes.add(new WrittenNote(id, note));
        return Optional.of(id);
    }

    /// A link out of a part.
    ///
    /// @return the relationship's id
    String link(String part, String address) throws RefusedFile {
        return relate(
                part,
                new XmlElement("Relationship")
                        .with("Type", WordPackage.relationshipType("hyperlink"))
                        .with("Target", address)
                        .with("TargetMode", "External"));
    }

    private String relate(String part, XmlElement relationship) throws RefusedFile {
        @Nullable XmlElement known = relationships.get(part);
        if (known == null) {
            Optional<byte[]> bytes = document.bytes(WordPackage.relationshipsOf(part));
            known =
                    bytes.isPresent()
                            ? XmlCopy.tree(bytes.get())
                            : new XmlElement("Relationships").with("xmlns", RELATIONSHIPS);
            relationships.put(part, known);
        }
        var ids = new HashSet<String>();
        known.elements().forEach(element -> element.attribute("Id").ifPresent(ids::add));
        int number = ids.size() + 1;
        while (ids.contains("rId" + number)) {
            number++;
        }
        known.with(
                new XmlElement(known.prefix() + relationship.name())
                        .with("Id", "rId" + number)
                        .withAll(relationship));
        return "rId" + number;
    }

    /// Finds the numbers that notes have.
    private void countNotes(Part part) throws RefusedFile {
        var numbers = new Numbers();
        for (String name : document.names(part)) {
            try {
                var reader = XmlGuard.parser(document.bytes(name).orElseThrow());
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT
                            && NOTES.contains(reader.getLocalName())) {
                        var note = XmlElement.opening(reader);
                        numbers.free = Math.max(numbers.free, id(note) + 1);
                        if (isSeparator(note)) {
                            numbers.next = Math.max(numbers.next, id(note) + 1);
                        }
                    }
                }
            } catch (XMLStreamException e) {
                throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
            }
        }
        marks.put(part, numbers);
    }

    /// The numbers of notes, old and new.
    private static final class Numbers {
        private final Map<Integer, Integer> byOld = new HashMap<>();

        /// The next one in the written file; below are those of separators.
        private int next = 1;

        /// The next one that no note of the original has.
        private int free = 1;

        int of(int old) {
            return byOld.computeIfAbsent(old, _ -> next++);
        }
    }

    private Numbers numbers(Part part) {
        return Objects.requireNonNull(marks.get(part));
    }

    private static boolean isSeparator(XmlElement note) {
        return note.attribute(note.prefix() + "type")
                .filter(type -> !type.equals("normal"))
                .isPresent();
    }

    private static int id(XmlElement note) {
        return note.attribute(note.prefix() + "id")
                .filter(id -> id.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /// Told of each mark of a note in the main text, in order; gives it its number.
    void sees(XmlElement mark) {
        Part part =
                switch (mark.localName()) {
                    case "footnoteReference" -> Part.FOOTNOTES;
                    case "endnoteReference" -> Part.ENDNOTES;
                    default -> Part.OTHER;
                };
        if (part.isNotes()) {
            mark.with(mark.prefix() + "id", Integer.toString(numbers(part).of(id(mark))));
        }
    }

    /// Adds the translator's notes, and brings all into the order of their marks, with numbers in
    /// that order: some programs (LibreOffice 7.4) count instead of reading them.
    private void arrangeNotes(Part part) throws IOException {
        List<String> names = document.names(part);
        boolean isAdded = part == Part.FOOTNOTES && !notes.isEmpty();
        if (names.isEmpty() && !isAdded) {
            return;
        }
        String main = document.names(Part.MAIN).getFirst();
        String name = names.isEmpty() ? newPart(main) : names.getFirst();
        byte[] before =
                names.isEmpty()
                        ? EMPTY_FOOTNOTES.formatted(namespace(main)).getBytes(UTF_8)
                        : document.bytes(name).orElseThrow();
        XmlElement root = XmlCopy.tree(parts.getOrDefault(name, before));
        var all = new ArrayList<>(root.elements().toList());
        if (isAdded) {
            var paragraphs = paragraphs(name, before);
            for (WrittenNote note : notes) {
                XmlElement element = noteElement(note, root.prefix());
                for (XmlElement paragraph : element.elements().toList()) {
                    paragraphs.translate(paragraph);
                }
                all.add(element);
            }
        }
        var numbers = numbers(part);
        all.stream()
                .filter(note -> !isSeparator(note))
                .forEach(note -> {
                    // A note without a mark comes last.
                    int number = numbers.of(id(note));
                    note.with(note.prefix() + "id", Integer.toString(number));
                });
        root.children().clear();
        all.stream()
                .sorted(Comparator.comparingInt(note -> isSeparator(note) ? -1 : id(note)))
                .forEach(root::with);
        parts.put(name, XmlCopy.bytes(root));
    }

    private String newPart(String main) throws IOException {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String file = "footnotes.xml";
        for (int i = 2; document.has(folder + file); i++) {
            file = "footnotes" + i + ".xml";
        }
        var types = document.types();
        types.with(
                new XmlElement(types.prefix() + "Override")
                        .with("PartName", "/" + folder + file)
                        .with("ContentType", FOOTNOTES_TYPE));
        parts.put(WordPackage.typesName(), XmlCopy.bytes(types));
        relate(
                main,
                new XmlElement("Relationship")
                        .with("Type", WordPackage.relationshipType("footnotes"))
                        .with("Target", file));
        return folder + file;
    }

    /// The namespace of Word in the main part, of which there are two (ECMA-376 transitional and
    /// strict).
    private String namespace(String main) throws RefusedFile {
        try {
            var reader = XmlGuard.parser(document.bytes(main).orElseThrow());
            reader.nextTag();
            return reader.getNamespaceURI();
        } catch (XMLStreamException e) {
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        }
    }

    private void changeStyles() throws IOException {
        for (String name : document.names(Part.STYLES)) {
            byte[] bytes = document.bytes(name).orElseThrow();
            byte[] other = XmlCopy.of(bytes, new ChangedStyles());
            if (!Arrays.equals(XmlCopy.of(bytes, new NothingChanged()), other)) {
                parts.put(name, other);
            }
        }
    }

    /// Body of a note with its label, as one run with marks, which become runs of their own.
    private XmlElement noteElement(WrittenNote written, String prefix) {
        var paragraph = new XmlElement(prefix + "p");
        paragraph.with(
                new XmlElement(prefix + "pPr")
                        .with(
                                new XmlElement(prefix + "pStyle")
                                        .with(
                                                prefix + "val",
                                                styles.idOf(NOTE_TEXT).orElse("FootnoteText"))));
        paragraph.with(
                new XmlElement(prefix + "r")
                        .with(markProperties(prefix))
                        .with(new XmlElement(prefix + "footnoteRef")));
        var text = new XmlElement(prefix + "t").with("xml:space", "preserve");
        text.addText(PlaceMarks.of(PlaceMarks.UNIT, 0) + " " + body(written.note()));
        paragraph.with(new XmlElement(prefix + "r").with(text));
        return new XmlElement(prefix + "footnote")
                .with(prefix + "id", Integer.toString(written.id()))
                .with(paragraph);
    }

    XmlElement markProperties(String prefix) {
        return new XmlElement(prefix + "rPr")
                .with(
                        new XmlElement(prefix + "rStyle")
                                .with(
                                        prefix + "val",
                                        styles.idOf(NOTE_MARK).orElse("FootnoteReference")))
                .with(new XmlElement(prefix + "vertAlign").with(prefix + "val", "superscript"));
    }

    /// Label and words of a note, with marks for what is bold or italic in them.
    static String body(Note note) {
        var text = new StringBuilder();
        if (!note.label().isBlank()) {
            text.append(note.label().strip()).append(": ");
        }
        String words = note.body().text();
        int done = 0;
        int at = 0;
        for (var code : note.body().codes()) {
            int next = words.offsetByCodePoints(done, code.at() - at);
            text.append(words, done, next);
            done = next;
            at = code.at();
            sign(code.label(), code.kind()).ifPresent(text::append);
        }
        return text.append(words.substring(done)).toString().replaceAll("[\n\t]+", " ");
    }

    private static Optional<String> sign(String label, InlineCode.Kind kind) {
        boolean isOpen = kind == InlineCode.Kind.OPEN;
        return switch (label) {
            case "b" ->
                    Optional.of(PlaceMarks.of(isOpen ? PlaceMarks.BOLD : PlaceMarks.BOLD_END, 0));
            case "i" ->
                    Optional.of(
                            PlaceMarks.of(isOpen ? PlaceMarks.ITALIC : PlaceMarks.ITALIC_END, 0));
            default -> Optional.empty();
        };
    }

    /// Gives letters of the translation's direction what others have, and notes their styles.
    private final class ChangedStyles implements XmlCopy.Change {

        private @Nullable XmlElement root;

        @Override
        public boolean wants(XmlElement opening) {
            if (root == null) {
                root = opening;
            }
            return opening.localName().equals("rPr");
        }

        @Override
        public void change(XmlElement properties, Writer out) throws IOException {
            language.carry(properties);
            properties.write(out);
        }

        @Override
        public void beforeEnd(XmlElement opening, Writer out) throws IOException {
            boolean isLacking =
                    styles.idOf(NOTE_TEXT).isEmpty() || styles.idOf(NOTE_MARK).isEmpty();
            if (opening == root && isLacking && !notes.isEmpty()) {
                out.write(NOTE_STYLES.formatted(opening.prefix()));
            }
        }
    }

    /// A copy as it is, to be compared with.
    private static final class NothingChanged implements XmlCopy.Change {

        @Override
        public boolean wants(XmlElement opening) {
            return opening.localName().equals("rPr");
        }

        @Override
        public void change(XmlElement properties, Writer out) throws IOException {
            properties.write(out);
        }
    }
}
