package org.bargardan.format;

import static org.bargardan.format.FormatProblem.codePointName;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.TmxCodePairs.Element;
import org.jspecify.annotations.Nullable;

/// Writes a translation memory as TMX 1.4b with inline codes (level 2), unit by unit.
///
/// - **Input**: any text; what XML cannot hold is left out and returned as problems of the unit.
/// - **Output**: UTF-8, valid against tmx14.dtd; every other character of text, notes and
///   properties comes back equal from a conforming reader. Memory use is that of one unit.
/// - **End**: only [#finish] ends the file. Closed before, it is visibly cut off, so that no reader
///   takes half a memory for the whole.
/// - **Source**: LISA OSCAR, TMX 1.4b Specification, 2005. Used by one thread.
public final class TmxWriter implements AutoCloseable {

    // "dates ... in the format YYYYMMDDThhmmssZ" (TMX 1.4b, creationdate)
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Writer out;

    public TmxWriter(OutputStream out, TmxHeader header) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(header);
    }

    private void write(TmxHeader header) throws IOException {
        out.write(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE tmx SYSTEM "tmx14.dtd">
                <tmx version="1.4">
                <header\
                """);
        var problems = new Problems("");
        attribute("creationtool", "Bargardan", problems);
        attribute("creationtoolversion", header.toolVersion(), problems);
        attribute("segtype", "sentence", problems);
        attribute("o-tmf", "Bargardan", problems);
        attribute("adminlang", header.adminLang(), problems);
        attribute("srclang", header.sourceLang(), problems);
        attribute("datatype", "plaintext", problems);
        attribute("creationdate", date(header.created()), problems);
        out.write("/>\n<body>\n");
    }

    /// Writes one unit and returns what had to be left out.
    public List<FormatProblem> write(TmxUnit unit) throws IOException {
        var problems = new Problems(unit.id());
        out.write("<tu");
        attribute("tuid", unit.id().isEmpty() ? null : unit.id(), problems);
        attribute("creationdate", date(unit.created()), problems);
        attribute("creationid", unit.createdBy(), problems);
        attribute("changedate", date(unit.changed()), problems);
        attribute("changeid", unit.changedBy(), problems);
        out.write(">\n");
        for (String note : unit.notes()) {
            out.write("<note>");
            XmlText.writeContent(out, note, problems.in("note"));
            out.write("</note>\n");
        }
        for (TmxProp prop : unit.props()) {
            out.write("<prop");
            attribute("type", prop.type(), problems);
            out.write('>');
            XmlText.writeContent(out, prop.value(), problems.in("prop " + prop.type()));
            out.write("</prop>\n");
        }
        var pairs = new TmxCodePairs();
        for (TmxVariant variant : unit.variants()) {
            out.write("<tuv");
            attribute("xml:lang", variant.lang(), problems);
            out.write("><seg>");
            writeSegment(variant, pairs.of(variant.codes()), problems);
            out.write("</seg></tuv>\n");
        }
        out.write("</tu>\n");
        return List.copyOf(problems.found);
    }

    private void writeSegment(TmxVariant variant, List<Element> elements, Problems problems)
            throws IOException {
        XmlText.LeftOut inText = problems.in("seg " + variant.lang());
        String text = variant.text();
        int next = 0;
        int offset = 0;
        for (int i = 0; i < text.length(); offset++) {
            next = writeCodes(variant, elements, next, offset, problems);
            int codePoint = text.codePointAt(i);
            XmlText.writeContent(out, codePoint, offset, inText);
            i += Character.charCount(codePoint);
        }
        writeCodes(variant, elements, next, offset, problems);
    }

    /// Writes the codes from `next` on that stand at an offset; returns the first that does not.
    private int writeCodes(
            TmxVariant variant, List<Element> elements, int next, int offset, Problems problems)
            throws IOException {
        int at = next;
        while (at < elements.size() && variant.codes().get(at).at() == offset) {
            String label = variant.codes().get(at).label();
            XmlText.LeftOut inLabel = problems.in("code " + variant.lang());
            switch (elements.get(at)) {
                case Element.Begin(int i, int x) ->
                        element("bpt", " i=\"" + i + "\" x=\"" + x + '"', label, inLabel);
                case Element.End(int i) -> element("ept", " i=\"" + i + '"', label, inLabel);
                case Element.IsolatedBegin(int x) ->
                        element("it", " pos=\"begin\" x=\"" + x + '"', label, inLabel);
                case Element.IsolatedEnd(int x) ->
                        element("it", " pos=\"end\" x=\"" + x + '"', label, inLabel);
                case Element.Placeholder(int x) -> element("ph", " x=\"" + x + '"', label, inLabel);
            }
            at++;
        }
        return at;
    }

    private void element(String name, String attributes, String content, XmlText.LeftOut leftOut)
            throws IOException {
        out.write('<' + name + attributes + '>');
        XmlText.writeContent(out, content, leftOut);
        out.write("</" + name + '>');
    }

    private void attribute(String name, @Nullable String value, Problems problems)
            throws IOException {
        if (value != null) {
            XmlText.writeAttribute(out, name, value, problems.in(name));
        }
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : DATE.format(instant);
    }

    /// Ends the file; nothing can be written afterwards.
    public void finish() throws IOException {
        out.write("</body>\n</tmx>\n");
        out.flush();
    }

    /// Closes the stream.
    @Override
    public void close() throws IOException {
        out.close();
    }

    /// What is left out of one unit.
    private static final class Problems {

        private final String unit;
        private final List<FormatProblem> found = new ArrayList<>();

        Problems(String unit) {
            this.unit = unit;
        }

        XmlText.LeftOut in(String place) {
            return (offset, codePoint) ->
                    found.add(
                            FormatProblem.ofFile(
                                    Kind.ILLEGAL_IN_XML,
                                    unit,
                                    codePointName(codePoint),
                                    place,
                                    offset));
        }
    }
}
