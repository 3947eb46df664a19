package org.bargardan.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.format.Translation.Note;
import org.bargardan.text.InlineCode;

/// Codes of an ODT, and its mark-up for what a translator adds.
final class OdtMarkup implements OkapiMarkup {

    static final String BOLD = "Bargardan_20_bold";
    static final String ITALIC = "Bargardan_20_italic";

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("text:a", "a"),
                    Map.entry("text:note", "fn"),
                    Map.entry("draw:frame", "img"),
                    Map.entry("draw:image", "img"),
                    Map.entry("draw:g", "img"),
                    Map.entry("text:bookmark", "bookmark"),
                    Map.entry("text:bookmark-start", "bookmark"),
                    Map.entry("text:bookmark-end", "bookmark"),
                    Map.entry("office:annotation", "comment"));

    private final OdtLooks looks;
    private final boolean hasNotes;
    private final AtomicInteger notes;

    /// @param hasNotes whether a note may stand here, as in the text, but neither in notes nor in
    ///   heads and feet of pages
    /// @param notes how many were written in the part
    OdtMarkup(OdtLooks looks, boolean hasNotes, AtomicInteger notes) {
        this.looks = looks;
        this.hasNotes = hasNotes;
        this.notes = notes;
    }

    /// The unit with each picture or other object as one code: its own elements, with no word
    /// between them, would be pairs into which words could fall.
    static TextFragment joined(TextFragment source) {
        var joined = new TextFragment();
        String coded = source.getCodedText();
        int i = 0;
        while (i < coded.length()) {
            char c = coded.charAt(i++);
            if (!TextFragment.isMarker(c)) {
                joined.append(c);
                continue;
            }
            Code code = source.getCode(coded.charAt(i++));
            int end = code.getTagType() == TagType.OPENING ? objectEnd(source, i, code) : i;
            if (end == i) {
                joined.append(code.clone());
                continue;
            }
            var data = new StringBuilder(code.getData());
            boolean refers = code.hasReference();
            for (; i < end; i += 2) {
                Code inner = source.getCode(coded.charAt(i + 1));
                data.append(inner.getData());
                refers |= inner.hasReference();
            }
            var object = new Code(TagType.PLACEHOLDER, code.getType(), data.toString());
            object.setReferenceFlag(refers);
            joined.append(object);
        }
        return joined;
    }

    /// Behind the end of an object that begins before this place; the place itself if it is none.
    private static int objectEnd(TextFragment source, int from, Code opening) {
        String coded = source.getCodedText();
        if (!opening.getType().startsWith("draw:")) {
            return from;
        }
        int depth = 1;
        int i = from;
        while (i + 1 < coded.length() && TextFragment.isMarker(coded.charAt(i))) {
            TagType kind = source.getCode(coded.charAt(i + 1)).getTagType();
            i += 2;
            depth += kind == TagType.OPENING ? 1 : kind == TagType.CLOSING ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return from;
    }

    @Override
    public String label(Code code) {
        String type = code.getType();
        if (type.equals("text:span") && code.getTagType() == TagType.OPENING) {
            return looks.label(style(code));
        }
        if (type.equals("text:span")) {
            return "font";
        }
        String label = LABELS.get(type);
        return label != null
                ? label
                : FormatProblem.quoted(
                        type.substring(type.indexOf(':') + 1).toLowerCase(Locale.ROOT));
    }

    private static String style(Code code) {
        var style = Pattern.compile("text:style-name=\"([^\"]*)\"").matcher(code.getData());
        return style.find() ? style.group(1) : "";
    }

    @Override
    public String characters(Code code) {
        return code.getData().equals("<text:line-break/>") ? "\n" : "";
    }

    @Override
    public boolean isDeletable(Code code) {
        return code.getType().equals("text:span") || code.getType().equals("text:a");
    }

    @Override
    public Optional<Code> codeOf(char character) {
        return switch (character) {
            case '\n' -> Optional.of(alone("<text:line-break/>"));
            case '\t' -> Optional.of(alone("<text:tab/>"));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Code> added(InlineCode.Kind kind, String label, String address) {
        String name = label.equals("a") ? "text:a" : "text:span";
        if (label.equals("a") && !OkapiMarkup.isAddress(address)) {
            return Optional.empty();
        }
        var opening = new XmlElement(name);
        switch (label) {
            case "b" -> opening.with("text:style-name", BOLD);
            case "i" -> opening.with("text:style-name", ITALIC);
            default ->
                    opening.with("xmlns:xlink", "http://www.w3.org/1999/xlink")
                            .with("xlink:type", "simple")
                            .with("xlink:href", address);
        }
        String data =
                kind == InlineCode.Kind.OPEN
                        ? opening.toString().replaceFirst("/>$", ">")
                        : "</" + name + ">";
        return Optional.of(OkapiMarkup.code(kind, name, data));
    }

    @Override
    public Optional<Code> note(Note note) {
        if (!hasNotes) {
            var text = new XmlElement("text:span");
            text.addText(" (");
            addBody(text, note);
            text.addText(")");
            return Optional.of(alone(text.written()));
        }
        int number = notes.incrementAndGet();
        var citation = new XmlElement("text:note-citation");
        citation.addText(Integer.toString(number));
        var paragraph = new XmlElement("text:p").with("text:style-name", "Footnote");
        paragraph.addText(PlaceMarks.of(PlaceMarks.UNIT, 0));
        addBody(paragraph, note);
        return Optional.of(
                alone(
                        new XmlElement("text:note")
                                .with("text:id", "bargardan-note-" + number)
                                .with("text:note-class", "footnote")
                                .with(citation)
                                .with(new XmlElement("text:note-body").with(paragraph))
                                .written()));
    }

    /// Label and words of a note; a stretch is bold, italic or both by the codes that are open.
    private static void addBody(XmlElement into, Note note) {
        if (!note.label().isBlank()) {
            into.addText(note.label().strip() + ": ");
        }
        String words = note.body().text().replaceAll("[\n\t]", " ");
        int bold = 0;
        int italic = 0;
        int done = 0;
        int at = 0;
        for (InlineCode code : note.body().codes()) {
            int next = words.offsetByCodePoints(done, code.at() - at);
            stretch(into, words.substring(done, next), bold > 0, italic > 0);
            done = next;
            at = code.at();
            int step =
                    switch (code.kind()) {
                        case OPEN -> 1;
                        case CLOSE -> -1;
                        case ALONE -> 0;
                    };
            bold += code.label().equals("b") ? step : 0;
            italic += code.label().equals("i") ? step : 0;
        }
        stretch(into, words.substring(done), bold > 0, italic > 0);
    }

    private static void stretch(XmlElement into, String words, boolean isBold, boolean isItalic) {
        if (words.isEmpty()) {
            return;
        }
        var inner = into;
        for (String style : List.of(isBold ? BOLD : "", isItalic ? ITALIC : "")) {
            if (!style.isEmpty()) {
                var span = new XmlElement("text:span").with("text:style-name", style);
                inner.with(span);
                inner = span;
            }
        }
        inner.addText(words);
    }

    private static Code alone(String data) {
        return OkapiMarkup.code(InlineCode.Kind.ALONE, "x", data);
    }
}
