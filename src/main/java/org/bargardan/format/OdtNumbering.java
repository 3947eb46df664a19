package org.bargardan.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Numbers the paragraphs of a part of an ODT, and remembers what is around each.
///
/// The filter keeps attributes it does not know, so a paragraph's number leads from its unit to it
/// and back. Tracked changes are left out here, which accepts them: the filter would take deleted
/// words for words.
final class OdtNumbering implements XmlCopy.Change {

    static final String NUMBER = "text:bargardan-number";

    private static final Set<String> CHANGES =
            Set.of("text:tracked-changes", "text:change", "text:change-start", "text:change-end");

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final Map<Integer, Integer> notes = new HashMap<>();
    private int lists;
    private int indexes;
    private int annotations;
    private @Nullable Note note;
    private boolean hasStyles;

    /// @param outline of a heading, from 1; 0 of others
    /// @param note whose body it is part of, or null
    /// @param isLeftOut whether it is a person's remark, and no text
    record Paragraph(
            String style,
            int outline,
            boolean isListItem,
            boolean isIndex,
            @Nullable Note note,
            boolean isLeftOut) {}

    /// A footnote or an endnote.
    ///
    /// @param holder number of the paragraph with its mark; -1 if there is none
    /// @param place among the notes of that paragraph, from 0
    record Note(int holder, int place) {}

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    @Override
    public boolean wants(XmlElement opening) {
        if (CHANGES.contains(opening.name())) {
            return true;
        }
        switch (opening.name()) {
            case "text:p", "text:h" -> {
                opening.with(NUMBER, Integer.toString(paragraphs.size()));
                open.add(paragraphs.size());
                paragraphs.add(
                        new Paragraph(
                                opening.attribute("text:style-name").orElse(""),
                                outline(opening),
                                lists > 0,
                                indexes > 0,
                                note,
                                annotations > 0));
            }
            case "text:note" -> {
                int holder = open.isEmpty() ? -1 : open.getLast();
                note = new Note(holder, notes.merge(holder, 1, Integer::sum) - 1);
            }
            case "text:list" -> lists++;
            case "office:annotation" -> annotations++;
            case "office:automatic-styles" -> hasStyles = true;
            default -> indexes += isIndex(opening) ? 1 : 0;
        }
        return false;
    }

    private static int outline(XmlElement opening) {
        if (!opening.name().equals("text:h")) {
            return 0;
        }
        String level = opening.attribute("text:outline-level").orElse("1");
        return level.matches("[1-9]|10") ? Integer.parseInt(level) : 1;
    }

    private static boolean isIndex(XmlElement opening) {
        return opening.name().matches("text:(table-of-content|.*-index|bibliography)");
    }

    /// Changes are left out.
    @Override
    public void change(XmlElement element, Writer out) {}

    /// Where a translation's styles will go.
    @Override
    public void beforeBegin(XmlElement opening, Writer out) throws IOException {
        if (opening.name().equals("office:body") && !hasStyles) {
            out.write("<office:automatic-styles></office:automatic-styles>");
        }
    }

    @Override
    public void beforeEnd(XmlElement opening, Writer out) {
        switch (opening.name()) {
            case "text:p", "text:h" -> open.removeLast();
            case "text:note" -> note = null;
            case "text:list" -> lists--;
            case "office:annotation" -> annotations--;
            default -> indexes -= isIndex(opening) ? 1 : 0;
        }
    }
}
