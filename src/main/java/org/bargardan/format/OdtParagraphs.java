package org.bargardan.format;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bargardan.format.OdtNumbering.Paragraph;
import org.bargardan.text.Direction;

/// Makes a part of an ODT of what its filter wrote: translated paragraphs run as their language
/// does, and white space is as OpenDocument wants it.
///
/// A paragraph's direction and language are its style's, so each style of a translated one gets a
/// twin for the part's own use (ODF 1.3, part 3, §16.2). `start` is the left and `end` the right
/// side there, whatever the direction: so LibreOffice reads and writes it.
final class OdtParagraphs implements XmlCopy.Change {

    private static final Set<String> PARAGRAPHS = Set.of("text:p", "text:h");
    private static final String PROPERTIES = "style:paragraph-properties";
    private static final String TEXT_PROPERTIES = "style:text-properties";

    private final OdtStyles styles;
    private final Map<String, String> twins = new LinkedHashMap<>();
    private final ULocale locale;
    private final boolean toLeft;
    private final boolean hasBold;
    private final boolean hasItalic;

    /// @param written the part as the filter wrote it
    /// @param translated the paragraphs that get other words
    OdtParagraphs(OdtStyles styles, String language, List<Paragraph> translated, byte[] written) {
        this.styles = styles;
        locale = ULocale.addLikelySubtags(ULocale.forLanguageTag(language));
        toLeft = Direction.of(language) == Direction.RTL;
        String text = new String(written, StandardCharsets.UTF_8);
        hasBold = text.contains(OdtMarkup.BOLD);
        hasItalic = text.contains(OdtMarkup.ITALIC);
        translated.forEach(paragraph -> addTwin(paragraph.style()));
        if (text.contains("bargardan-note-")) {
            addTwin("Footnote");
        }
    }

    private void addTwin(String style) {
        twins.computeIfAbsent(style, _ -> "Bargardan_20_" + (twins.size() + 1));
    }

    @Override
    public boolean wants(XmlElement opening) {
        return PARAGRAPHS.contains(opening.name())
                || opening.name().equals("office:automatic-styles");
    }

    @Override
    public void change(XmlElement element, Writer out) throws IOException {
        if (PARAGRAPHS.contains(element.name())) {
            paragraph(element);
        } else {
            addStyles(element);
        }
        element.write(out);
    }

    private void paragraph(XmlElement paragraph) {
        paragraph.without(OdtNumbering.NUMBER);
        if (takeMarks(paragraph)) {
            String style = paragraph.attribute("text:style-name").orElse("");
            paragraph.with("text:style-name", twins.getOrDefault(style, style));
        }
        var space = new OdtSpace();
        space.write(paragraph);
        inner(paragraph);
    }

    private void inner(XmlElement element) {
        element.elements()
                .toList()
                .forEach(child -> {
                    if (PARAGRAPHS.contains(child.name())) {
                        paragraph(child);
                    } else {
                        inner(child);
                    }
                });
    }

    /// Takes the marks off a paragraph's own words.
    ///
    /// @return whether there was any
    private static boolean takeMarks(XmlElement element) {
        boolean found = false;
        for (int i = 0; i < element.children().size(); i++) {
            switch (element.children().get(i)) {
                case XmlChars(String text) -> {
                    String without = PlaceMarks.in(text).replaceAll("");
                    found |= without.length() < text.length();
                    element.children().set(i, new XmlChars(without));
                }
                case XmlElement child -> {
                    if (!PARAGRAPHS.contains(child.name())) {
                        found |= takeMarks(child);
                    }
                }
            }
        }
        return found;
    }

    private void addStyles(XmlElement all) {
        new OdtLetters(toLeft).carryAll(all);
        twins.forEach((style, twin) -> all.with(twin(style, twin)));
        if (hasBold) {
            all.with(
                    ofLetters(OdtMarkup.BOLD)
                            .with(
                                    new XmlElement(TEXT_PROPERTIES)
                                            .with("fo:font-weight", "bold")
                                            .with("style:font-weight-complex", "bold")));
        }
        if (hasItalic) {
            all.with(
                    ofLetters(OdtMarkup.ITALIC)
                            .with(
                                    new XmlElement(TEXT_PROPERTIES)
                                            .with("fo:font-style", "italic")
                                            .with("style:font-style-complex", "italic")));
        }
    }

    private static XmlElement ofLetters(String name) {
        return withNamespaces(
                new XmlElement("style:style")
                        .with("style:name", name)
                        .with("style:family", "text"));
    }

    private static XmlElement withNamespaces(XmlElement style) {
        return style.with("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0")
                .with("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0");
    }

    private XmlElement twin(String style, String name) {
        XmlElement twin =
                styles.own(style)
                        .map(XmlElement::copy)
                        .orElseGet(() -> {
                            var added =
                                    new XmlElement("style:style").with("style:family", "paragraph");
                            return style.isEmpty()
                                    ? added
                                    : added.with("style:parent-style-name", style);
                        });
        withNamespaces(twin).with("style:name", name);
        turn(child(twin, PROPERTIES, 0));
        turnLetters(child(twin, TEXT_PROPERTIES, 1));
        new OdtLetters(toLeft).carryAll(twin);
        return twin;
    }

    private static XmlElement child(XmlElement style, String name, int at) {
        return style.child(name)
                .orElseGet(() -> {
                    var added = new XmlElement(name);
                    style.children().add(Math.min(at, style.children().size()), added);
                    return added;
                });
    }

    private void turn(XmlElement properties) {
        boolean wasToLeft = properties.attribute("style:writing-mode").orElse("").equals("rl-tb");
        properties.with("style:writing-mode", toLeft ? "rl-tb" : "lr-tb");
        String align = properties.attribute("fo:text-align").orElse("");
        if (align.equals("center") || align.equals("justify") || toLeft == wasToLeft) {
            return;
        }
        boolean isRight = align.equals("end") || align.equals("right");
        boolean isLeft = align.equals("start") || align.equals("left");
        boolean isAtEnd = wasToLeft ? isLeft : isRight;
        properties.with("fo:text-align", toLeft == isAtEnd ? "start" : "end");
    }

    private void turnLetters(XmlElement properties) {
        String language = locale.getLanguage();
        String country = locale.getCountry().isEmpty() ? "none" : locale.getCountry();
        if (toLeft) {
            properties
                    .with("style:language-complex", language)
                    .with("style:country-complex", country);
        } else {
            properties.with("fo:language", language).with("fo:country", country);
        }
    }
}
