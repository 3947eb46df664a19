package org.bargardan.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.filters.openoffice.ODFFilter;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.ExtractedParagraph.Place;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.OdtNumbering.Note;
import org.bargardan.format.OdtNumbering.Paragraph;
import org.bargardan.format.Translation.Target;
import org.bargardan.format.WordStyles.Meaning;
import org.bargardan.text.Direction;
import org.bargardan.text.InlineCode;
import org.jspecify.annotations.Nullable;

/// Reads and writes ODT.
///
/// - **Input**: the file's bytes, looked through as [BoundedZip] and [XmlGuard] do.
/// - **Output**: the main text in reading order with tables and frames where they stand, the body
///   of each note behind the paragraph with its mark, heads and feet of pages last. Line breaks and
///   tabs are characters of the text; pictures, marks of notes, bookmarks and fields are codes.
/// - **Tracked changes** count as accepted. Remarks of readers, the document's own properties and
///   text in charts are neither read nor changed.
/// - **Written**: the original again with a target in place of each unit's words; parts without a
///   target stay as they were, byte for byte.
/// - **Refused**: what exceeds the [ContainerLimits], is damaged, encrypted or brings macros along.
/// - Thread-safe, keeps nothing between calls.
public final class OpenDocument implements FileFormat {

    public static final String FILTER = "odt";
    public static final int VERSION = 1;

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String CONTENT = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final Set<String> PARTS = Set.of(CONTENT, STYLES);
    private static final Pattern NUMBER =
            Pattern.compile(OdtNumbering.NUMBER + "=\"([0-9]{1,9})\"");

    private final ContainerLimits limits;

    public OpenDocument(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public String filter() {
        return FILTER;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String mediaType() {
        return "application/vnd.oasis.opendocument.text";
    }

    @Override
    public String ending() {
        return "odt";
    }

    @Override
    public int maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public boolean isWritten() {
        return true;
    }

    @Override
    public ReadResult read(byte[] file, String parameters, Progress progress) {
        try {
            var zip = checked(file);
            var paragraphs = new ArrayList<ExtractedParagraph>();
            for (String name : List.of(CONTENT, STYLES)) {
                if (zip.has(name)) {
                    new Reading(new Part(zip, name), paragraphs, progress).read();
                }
            }
            return paragraphs.isEmpty()
                    ? new ReadResult.Failed(FormatProblem.ofFile(Kind.NO_TEXT))
                    : new ReadResult.Read(
                            new ExtractedDocument(paragraphs, "", FILTER, "", VERSION));
        } catch (RefusedFile e) {
            return new ReadResult.Failed(e.problem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OutOfMemoryError e) {
            return new ReadResult.Failed(FormatProblem.ofFile(Kind.DOCUMENT_TOO_COMPLEX));
        }
    }

    @Override
    public WriteResult write(
            byte[] original, String parameters, Translation translation, OutputStream out)
            throws IOException {
        Map<String, List<Target>> targets = new LinkedHashMap<>();
        for (Target target : translation.targets()) {
            targets.computeIfAbsent(target.textUnit(), _ -> new ArrayList<>()).add(target);
        }
        var written = new ByteArrayOutputStream();
        try {
            var zip = checked(original);
            var parts = new HashMap<String, byte[]>();
            for (String name : PARTS) {
                if (zip.has(name)
                        && targets.keySet().stream().anyMatch(unit -> unit.startsWith(name))) {
                    var part = new Part(zip, name);
                    parts.put(name, part.written(targets, translation.language()));
                }
            }
            if (!parts.isEmpty() && zip.has(STYLES)) {
                byte[] styles = parts.get(STYLES);
                boolean toLeft = Direction.of(translation.language()) == Direction.RTL;
                parts.put(
                        STYLES,
                        XmlCopy.of(
                                styles == null ? zip.bytes(STYLES).orElseThrow() : styles,
                                new OdtLetters(toLeft)));
            }
            zip.write(parts, written);
        } catch (RefusedFile e) {
            return new WriteResult.Failed(e.problem());
        }
        written.writeTo(out);
        return new WriteResult.Written(written.size());
    }

    private BoundedZip checked(byte[] file) throws RefusedFile {
        var zip = BoundedZip.of(file, limits);
        var guard = new XmlGuard(limits);
        for (String name : zip.names()) {
            if (name.startsWith("Basic/") || name.startsWith("Scripts/")) {
                throw new RefusedFile(Kind.CONTAINER_MACROS, FormatProblem.quoted(name));
            }
        }
        var manifest = zip.bytes("META-INF/manifest.xml");
        if (manifest.isPresent()) {
            guard.check(manifest.get(), "META-INF/manifest.xml");
            if (XmlCopy.tree(manifest.get())
                    .all()
                    .anyMatch(element -> element.localName().equals("encryption-data"))) {
                throw new RefusedFile(Kind.CONTAINER_ENCRYPTED);
            }
        }
        String type = new String(zip.bytes("mimetype").orElse(new byte[0]), US_ASCII).strip();
        if (!(type.equals(TYPE) || type.equals(TYPE + "-template")) || !zip.has(CONTENT)) {
            throw new RefusedFile(Kind.OTHER_FORMAT, "ODT");
        }
        for (String name : zip.names()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                guard.check(zip.bytes(name).orElseThrow(), name);
            }
        }
        return zip;
    }

    /// What refers to another unit has only the filter's own sign for it.
    private static CodeSource readable(CodeSource source) {
        return source.content().startsWith("<")
                ? source
                : new CodeSource(
                        source.id(),
                        source.kind(),
                        "<text:note/>",
                        source.deletable(),
                        source.copyable());
    }

    /// A part with text in it, as the filter sees it.
    private static final class Part {

        private final String name;
        private final byte[] numbered;
        private final OdtNumbering numbering = new OdtNumbering();
        private final OdtStyles styles = new OdtStyles();
        private final OdtLooks looks = new OdtLooks();
        private final AtomicInteger notes = new AtomicInteger();

        Part(BoundedZip zip, String name) throws IOException {
            this.name = name;
            for (String other : List.of(STYLES, name)) {
                Optional<byte[]> bytes = zip.bytes(other);
                if (bytes.isPresent()) {
                    var groups = OdtStyleGroups.of(bytes.get());
                    styles.addNamed(groups);
                    looks.add(groups);
                    if (other.equals(name)) {
                        styles.addOwn(groups);
                    }
                }
            }
            numbered = XmlCopy.of(zip.bytes(name).orElseThrow(), numbering);
        }

        OkapiFile open() throws IOException {
            return new OkapiFile(ODFFilter::new, numbered, name);
        }

        /// The number of the paragraph that a unit is; nothing if it is none.
        static Optional<Integer> number(OkapiFile.Unit unit) {
            if (unit.unit().getSkeleton() == null) {
                return Optional.empty();
            }
            var number = NUMBER.matcher(unit.unit().getSkeleton().toString());
            return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
        }

        String unitName(int number) {
            return name + "#" + number;
        }

        boolean isMain() {
            return name.equals(CONTENT);
        }

        Paragraph paragraph(int number) {
            return numbering.paragraphs().get(number);
        }

        OkapiText text(OkapiFile.Unit unit, int number) {
            return OkapiText.of(OdtMarkup.joined(unit.source()), markup(number));
        }

        private OdtMarkup markup(int number) {
            return new OdtMarkup(looks, isMain() && paragraph(number).note() == null, notes);
        }

        byte[] written(Map<String, List<Target>> targets, String language) throws IOException {
            var translated = new ArrayList<Paragraph>();
            byte[] written;
            try (var okapi = open()) {
                written =
                        okapi.written(unit ->
                                number(unit)
                                        .flatMap(number -> {
                                            List<Target> words = targets.get(unitName(number));
                                            if (words == null) {
                                                return Optional.empty();
                                            }
                                            translated.add(paragraph(number));
                                            var fragment =
                                                    new TextFragment(
                                                            PlaceMarks.of(PlaceMarks.UNIT, 0));
                                            fragment.append(text(unit, number).target(words), true);
                                            return Optional.of(fragment);
                                        }));
            }
            return XmlCopy.of(written, new OdtParagraphs(styles, language, translated, written));
        }
    }

    /// A part on its way to paragraphs.
    private final class Reading {

        private final Part part;
        private final List<ExtractedParagraph> paragraphs;
        private final Progress progress;
        private final Map<Integer, OkapiText> texts = new HashMap<>();
        private final Map<Note, List<Integer>> notes = new HashMap<>();

        Reading(Part part, List<ExtractedParagraph> paragraphs, Progress progress) {
            this.part = part;
            this.paragraphs = paragraphs;
            this.progress = progress;
        }

        void read() throws IOException {
            try (var okapi = part.open()) {
                for (OkapiFile.Unit unit : okapi.units()) {
                    Part.number(unit)
                            .ifPresent(number -> texts.put(number, part.text(unit, number)));
                }
            }
            var numbers = texts.keySet().stream().sorted().toList();
            for (int number : numbers) {
                var note = part.paragraph(number).note();
                if (note != null && isText(number)) {
                    notes.computeIfAbsent(note, _ -> new ArrayList<>()).add(number);
                }
            }
            for (int number : numbers) {
                if (part.paragraph(number).note() == null && isText(number)) {
                    add(number, null);
                }
            }
            for (int number : notes.values().stream().flatMap(List::stream).sorted().toList()) {
                add(number, null);
            }
        }

        private boolean isText(int number) {
            return !part.paragraph(number).isLeftOut()
                    && Optional.ofNullable(texts.get(number))
                            .map(OkapiText::hasWords)
                            .orElse(false);
        }

        private void add(int number, @Nullable Mark mark) throws RefusedFile {
            OkapiText text = Optional.ofNullable(texts.get(number)).orElseThrow();
            check(text);
            progress.at(paragraphs.size(), 0);
            Meaning meaning = meaning(part.paragraph(number));
            int place = paragraphs.size();
            paragraphs.add(
                    new ExtractedParagraph(
                            paragraphs.isEmpty() ? "" : "\n\n",
                            text.content(),
                            meaning.kind(),
                            meaning.level(),
                            new Place(part.unitName(number), 0, mark),
                            text.sources().stream().map(OpenDocument::readable).toList()));
            int found = 0;
            for (InlineCode code : text.content().codes()) {
                boolean isNote =
                        code.kind() == InlineCode.Kind.ALONE
                                && text.code(code.id(), code.kind())
                                        .map(Code::getType)
                                        .orElse("")
                                        .equals("text:note");
                if (isNote) {
                    var body = notes.remove(new Note(number, found++));
                    for (int inner : body == null ? List.<Integer>of() : body) {
                        add(inner, new Mark(place, code.id()));
                    }
                }
            }
        }

        private void check(OkapiText text) throws RefusedFile {
            if (paragraphs.size() >= limits.maxParagraphs()) {
                throw new RefusedFile(Kind.TOO_MANY_PARAGRAPHS, limits.maxParagraphs());
            }
            if (text.content().length() > limits.maxParagraphCodePoints()) {
                throw new RefusedFile(
                        Kind.LINE_TOO_LONG,
                        paragraphs.size() + 1,
                        text.content().length(),
                        limits.maxParagraphCodePoints());
            }
        }

        private Meaning meaning(Paragraph paragraph) {
            if (!part.isMain() || paragraph.isIndex()) {
                return new Meaning(ParagraphKind.FURNITURE, 0);
            }
            if (paragraph.note() != null) {
                return new Meaning(ParagraphKind.FOOTNOTE, 0);
            }
            if (paragraph.outline() > 0) {
                return new Meaning(ParagraphKind.HEADING, paragraph.outline());
            }
            return part.styles
                    .meaning(paragraph.style())
                    .orElse(
                            new Meaning(
                                    paragraph.isListItem()
                                            ? ParagraphKind.LIST
                                            : ParagraphKind.BODY,
                                    0));
        }
    }
}
