package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the runs of a DOCX such that its filter finds no more codes than a reader sees.
///
/// - The filter takes the run with the fewest properties for the ordinary one and puts all others
///   between codes. A run without words, as the mark of a footnote, must not be that one, so it is
///   burdened with properties of ours, which [#relieve] takes off what was written.
/// - Programs say of most runs by which keyboard they were typed (`w:hint`), which parts words that
///   look alike.
final class WordRuns implements XmlCopy.Change {

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

    @Override
    public boolean wants(XmlElement opening) {
        if (prefix == null) {
            prefix = opening.prefix();
        }
        return opening.name().equals(prefix + "r");
    }

    @Override
    public void change(XmlElement run, Writer out) throws IOException {
        run.all()
                .filter(element -> element.localName().equals("r"))
                .toList()
                .forEach(WordRuns::prepare);
        run.write(out);
    }

    private static void prepare(XmlElement run) {
        String p = run.prefix();
        run.child(p + "rPr")
                .ifPresent(properties -> properties.children().removeIf(WordRuns::isHint));
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

    private static boolean isHint(XmlNode node) {
        return node instanceof XmlElement property
                && property.localName().equals("rFonts")
                && property.without(property.prefix() + "hint");
    }

    /// Takes off what was put on for the filter.
    static void relieve(XmlElement paragraph) {
        paragraph
                .all()
                .filter(element -> element.localName().equals("rPr"))
                .toList()
                .forEach(properties ->
                        properties
                                .children()
                                .removeIf(child ->
                                        child instanceof XmlElement element
                                                && element.localName().startsWith(BURDEN)));
    }
}
