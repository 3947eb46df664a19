package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Prepares a part of a DOCX such that its filter finds no more codes than a reader sees.
///
/// - The filter takes the run with the fewest properties for the ordinary one and puts all others
///   between codes. A run without words, as the mark of a footnote, must not be that one, so it is
///   burdened with properties of ours.
/// - The filter drops from each run what its letters do not need, size and boldness of Latin ones
///   beside Persian, and so parts what looks alike. Those properties get names that it lets be.
/// - Programs say of each run whether it runs from the right (`w:rtl`) and by which keyboard it was
///   typed (`w:hint`), which parts a Latin word from the Persian ones around it. Both are left out:
///   [WordLanguage] says the one of translated paragraphs, and all others are taken from the
///   original, by the number that each gets here.
///
/// [#relieve] takes off what was put on.
final class WordRuns implements XmlCopy.Change {

    static final String NUMBER = "bargardan";

    private static final Set<String> TRIMMED = Set.of("b", "bCs", "i", "iCs", "sz", "szCs");
    private static final String KEPT = "kept-";
    private static final String BURDEN = "burden";
    private static final int BURDENS = 40;

    private static final Set<String> WORDLESS =
            Set.of(
                    "footnoteReference",
                    "endnoteReference",
                    "footnoteRef",
                    "endnoteRef",
                    "drawing",
                    "pict",
                    "object",
                    "AlternateContent");

    private @Nullable String prefix;
    private int paragraphs;

    @Override
    public boolean wants(XmlElement opening) {
        if (prefix == null) {
            prefix = opening.prefix();
        }
        return opening.name().equals(prefix + "p");
    }

    @Override
    public void change(XmlElement paragraph, Writer out) throws IOException {
        paragraph.with(paragraph.prefix() + NUMBER, Integer.toString(paragraphs++));
        paragraph
                .all()
                .filter(element -> element.localName().equals("r"))
                .toList()
                .forEach(WordRuns::prepare);
        paragraph.write(out);
    }

    private static void prepare(XmlElement run) {
        String p = run.prefix();
        run.child(p + "rPr").ifPresent(WordRuns::prepareProperties);
        boolean isWordless =
                run.elements()
                        .allMatch(child ->
                                child.localName().equals("rPr")
                                        || WORDLESS.contains(child.localName()));
        if (isWordless && run.elements().anyMatch(child -> !child.localName().equals("rPr"))) {
            XmlElement properties =
                    run.child(p + "rPr")
                            .orElseGet(() -> {
                                var added = new XmlElement(p + "rPr");
                                run.children().addFirst(added);
                                return added;
                            });
            for (int i = 0; i < BURDENS; i++) {
                properties.with(new XmlElement(p + BURDEN + i));
            }
        }
    }

    private static void prepareProperties(XmlElement properties) {
        String p = properties.prefix();
        var before = List.copyOf(properties.children());
        properties.children().clear();
        for (XmlNode child : before) {
            if (child instanceof XmlElement property) {
                String name = property.localName();
                boolean isSaidOtherwise =
                        name.equals("rtl")
                                || (name.equals("rFonts") && property.without(p + "hint"));
                if (TRIMMED.contains(name)) {
                    properties.with(property.named(p + KEPT + name));
                } else if (!isSaidOtherwise) {
                    properties.with(property);
                }
            }
        }
    }

    /// Takes off what was put on for the filter, from an element and all in it.
    static void relieve(XmlElement element) {
        element.without(element.prefix() + NUMBER);
        element.all()
                .filter(properties -> properties.localName().equals("rPr"))
                .toList()
                .forEach(WordRuns::relieveProperties);
    }

    private static void relieveProperties(XmlElement properties) {
        String p = properties.prefix();
        properties
                .children()
                .removeIf(child ->
                        child instanceof XmlElement element
                                && element.localName().startsWith(BURDEN));
        properties
                .children()
                .replaceAll(child ->
                        child instanceof XmlElement property
                                        && property.localName().startsWith(KEPT)
                                ? property.named(p + property.localName().substring(KEPT.length()))
                                : child);
    }
}
