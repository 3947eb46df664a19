package org.bargardan.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.ExtractedParagraph.Place;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.WordPackage.Part;
import org.bargardan.format.WordProbe.Found;
import org.bargardan.format.WordStyles.Meaning;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// A DOCX on its way to paragraphs.
final class WordReading {

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("footnoteReference", "fn"),
                    Map.entry("endnoteReference", "fn"),
                    Map.entry("drawing", "img"),
                    Map.entry("pict", "img"),
                    Map.entry("object", "img"),
                    Map.entry("AlternateContent", "img"),
                    Map.entry("ptab", "tab"),
                    Map.entry("bookmarkStart", "bookmark"),
                    Map.entry("bookmarkEnd", "bookmark"),
                    Map.entry("fldChar", "field"),
                    Map.entry("fldSimple", "field"),
                    Map.entry("instrText", "field"));

    /// Letters from right to left have a bold and an italic of their own.
    private static final Map<String, List<String>> LOOKS =
            new TreeMap<>(
                    Map.of(
                            "b", List.of("b", "bCs"),
                            "i", List.of("i", "iCs"),
                            "u", List.of("u"),
                            "s", List.of("strike", "dstrike")));

    private final WordPackage document;
    private final ContainerLimits limits;
    private final Progress progress;
    private final WordStyles styles;
    private final WordMarkup markup = new WordMarkup();
    private final List<Words> words = new ArrayList<>();
    private final Map<Note, List<Words>> notes = new LinkedHashMap<>();
    private final List<ExtractedParagraph> paragraphs = new ArrayList<>();

    /// A unit with words in it, and its paragraph in the file.
    private record Words(String name, Part part, OkapiText text, Found found) {}

    /// A footnote or an endnote.
    private record Note(Part part, int id) {}

    WordReading(WordPackage document, ContainerLimits limits, Progress progress)
            throws RefusedFile {
        this.document = document;
        this.limits = limits;
        this.progress = progress;
        styles = document.styles();
    }

    ReadResult read(OkapiFile okapi) throws IOException {
        find(okapi);
        addAll(Part.MAIN);
        notes.values().forEach(unlinked -> unlinked.forEach(unit -> add(unit, null)));
        addAll(Part.HEADER);
        addAll(Part.FOOTER);
        if (paragraphs.isEmpty()) {
            return new ReadResult.Failed(FormatProblem.ofFile(Kind.NO_TEXT));
        }
        return new ReadResult.Read(
                new ExtractedDocument(
                        paragraphs, "", WordDocument.FILTER, "", WordDocument.VERSION));
    }

    private void find(OkapiFile okapi) throws IOException {
        List<OkapiFile.Unit> units = okapi.units();
        var numbers = new HashMap<String, Integer>();
        var texts = new ArrayList<OkapiText>();
        for (OkapiFile.Unit unit : units) {
            var text = OkapiText.of(unit.source(), markup);
            texts.add(text);
            if (text.hasWords() && document.part(unit.part()).hasText()) {
                check(text, numbers.size());
                numbers.put(unit.key(), texts.size() - 1);
            }
        }
        Map<Integer, Found> found =
                probed(
                        okapi.written(unit ->
                                Optional.ofNullable(numbers.get(unit.key()))
                                        .map(number -> WordProbe.marked(unit.source(), number))));
        for (int i = 0; i < units.size(); i++) {
            OkapiFile.Unit unit = units.get(i);
            if (numbers.containsKey(unit.key())) {
                var read =
                        new Words(
                                WordDocument.name(unit),
                                document.part(unit.part()),
                                texts.get(i),
                                found.getOrDefault(i, Found.NOTHING));
                words.add(read);
                if (read.part.isNotes()) {
                    notes.computeIfAbsent(
                                    new Note(read.part, read.found.note()), _ -> new ArrayList<>())
                            .add(read);
                }
            }
        }
    }

    private void check(OkapiText text, int before) throws RefusedFile {
        if (before >= limits.maxParagraphs()) {
            throw new RefusedFile(Kind.TOO_MANY_PARAGRAPHS, limits.maxParagraphs());
        }
        if (text.content().length() > limits.maxParagraphCodePoints()) {
            throw new RefusedFile(
                    Kind.LINE_TOO_LONG,
                    before + 1,
                    text.content().length(),
                    limits.maxParagraphCodePoints());
        }
    }

    private Map<Integer, Found> probed(byte[] written) throws IOException {
        var found = new HashMap<Integer, Found>();
        for (var part : ZippedParts.of(written).entrySet()) {
            if (document.part(part.getKey()).hasText()) {
                found.putAll(WordProbe.of(part.getValue()));
            }
        }
        return found;
    }

    private void addAll(Part part) {
        words.stream().filter(unit -> unit.part == part).forEach(unit -> add(unit, null));
    }

    /// Adds a paragraph, and the notes whose marks it holds.
    private void add(Words unit, @Nullable Mark mark) {
        progress.at(paragraphs.size(), words.size());
        var codes = new ArrayList<InlineCode>();
        var sources = new ArrayList<CodeSource>();
        var marks = new LinkedHashMap<Note, Mark>();
        List<CodeSource> plain = unit.text.sources();
        int placeholders = 0;
        int pairs = unit.text.around();
        var labels = new HashMap<Integer, String>();
        for (int i = 0; i < plain.size(); i++) {
            InlineCode code = unit.text.content().codes().get(i);
            CodeSource source = plain.get(i);
            @Nullable XmlElement element =
                    code.kind() == InlineCode.Kind.ALONE
                            ? unit.found.codes().get(placeholders++)
                            : null;
            if (element == null) {
                if (code.kind() == InlineCode.Kind.OPEN) {
                    labels.put(code.id(), label(code, unit.found.looks().get(pairs++)));
                }
                codes.add(
                        new InlineCode(
                                code.at(),
                                code.id(),
                                code.kind(),
                                labels.getOrDefault(code.id(), code.label())));
                sources.add(source);
                continue;
            }
            codes.add(new InlineCode(code.at(), code.id(), code.kind(), label(element)));
            sources.add(
                    new CodeSource(
                            source.id(),
                            source.kind(),
                            element.toString(),
                            source.deletable(),
                            source.copyable()));
            note(element)
                    .ifPresent(note -> marks.put(note, new Mark(paragraphs.size(), code.id())));
        }
        Meaning meaning = meaning(unit);
        paragraphs.add(
                new ExtractedParagraph(
                        paragraphs.isEmpty() ? "" : "\n\n",
                        new TaggedText(unit.text.content().text(), codes),
                        meaning.kind(),
                        meaning.level(),
                        new Place(unit.name, 0, mark),
                        sources));
        marks.forEach((note, place) -> {
            List<Words> body = notes.remove(note);
            if (body != null) {
                body.forEach(part -> add(part, place));
            }
        });
    }

    private Meaning meaning(Words unit) {
        return switch (unit.part) {
            case FOOTNOTES, ENDNOTES -> new Meaning(ParagraphKind.FOOTNOTE, 0);
            case HEADER, FOOTER -> new Meaning(ParagraphKind.FURNITURE, 0);
            default ->
                    styles.meaning(
                            unit.found.style(), unit.found.outline(), unit.found.isListItem());
        };
    }

    /// By how the words in a pair look; Okapi does not tell all of it.
    private static String label(InlineCode code, @Nullable XmlElement look) {
        if (look == null || code.label().equals("a")) {
            return code.label();
        }
        var label = new StringBuilder();
        for (var property : LOOKS.entrySet()) {
            boolean isSo =
                    property.getValue().stream()
                            .flatMap(name -> look.child(look.prefix() + name).stream())
                            .anyMatch(found ->
                                    WordStyles.isOn(
                                            found.attribute(look.prefix() + "val").orElse("1")));
            label.append(isSo ? property.getKey() : "");
        }
        look.child(look.prefix() + "vertAlign")
                .flatMap(found -> found.attribute(look.prefix() + "val"))
                .filter(place -> !place.equals("baseline"))
                .ifPresent(place -> label.append(place.startsWith("sub") ? "sub" : "sup"));
        return label.isEmpty() ? "font" : label.toString();
    }

    private static String label(XmlElement element) {
        return LABELS.getOrDefault(element.localName(), element.localName());
    }

    private static Optional<Note> note(XmlElement element) {
        Optional<Part> part =
                switch (element.localName()) {
                    case "footnoteReference" -> Optional.of(Part.FOOTNOTES);
                    case "endnoteReference" -> Optional.of(Part.ENDNOTES);
                    default -> Optional.empty();
                };
        return part.flatMap(kind ->
                element.attribute(element.prefix() + "id")
                        .filter(id -> id.matches("-?[0-9]{1,9}"))
                        .map(id -> new Note(kind, Integer.parseInt(id))));
    }
}
