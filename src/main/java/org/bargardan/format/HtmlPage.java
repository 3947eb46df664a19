package org.bargardan.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.HtmlElements.Surroundings;
import org.bargardan.format.HtmlParts.Part;
import org.bargardan.format.HtmlTags.Tag;
import org.bargardan.format.PlacedNotes.Draft;
import org.jspecify.annotations.Nullable;

/// A page of HTML or XHTML with the paragraphs that a reader sees in it.
///
/// - Used by one thread.
final class HtmlPage {

    /// Lines of more code points than this are no verse.
    private static final int VERSE_LENGTH = 80;

    /// Okapi has no more than 6,127 in one paragraph, those of a translator among them.
    private static final int CODES_MOST = 5_000;

    private final String name;
    private final List<Part> parts;
    private final List<Unit> units = new ArrayList<>();

    private HtmlPage(String name, List<Part> parts) {
        this.name = name;
        this.parts = parts;
    }

    /// What may be a paragraph.
    static final class Unit {

        private final int part;
        private final Surroundings around;
        private final HtmlWords words;

        /// Name of the note whose body it is of; absent in the text itself.
        private @Nullable String note;

        private Unit(int part, Surroundings around, HtmlWords words) {
            this.part = part;
            this.around = around;
            this.words = words;
        }

        HtmlWords words() {
            return words;
        }

        Surroundings around() {
            return around;
        }

        void isOfNote(String name) {
            note = name;
        }

        boolean isInNote() {
            return note != null || around.kind() == ParagraphKind.FOOTNOTE;
        }

        OkapiText text(HtmlMarkup markup) {
            return OkapiText.of(
                    words.shown(around.isPre()), around.isPre() ? markup.preformatted() : markup);
        }

        /// Whether it is no paragraph whatever it says.
        boolean isLeftAlone() {
            return around.isUntouched() || (around.isPre() && words.isProgram());
        }

        private ParagraphKind kind() {
            if (isInNote()) {
                return ParagraphKind.FOOTNOTE;
            }
            return around.kind() == ParagraphKind.BODY && words.isVerse(VERSE_LENGTH)
                    ? ParagraphKind.VERSE
                    : around.kind();
        }
    }

    /// @param name of the page among others; empty if it is alone
    static HtmlPage of(String name, String page, boolean isXml, MarkupLimits limits)
            throws RefusedFile {
        var read = new HtmlPage(name, HtmlParts.of(page, isXml, limits));
        var elements = new HtmlElements(limits);
        for (int i = 0; i < read.parts.size(); i++) {
            switch (read.parts.get(i)) {
                case Part.Markup(String raw) -> {
                    var tags = new HtmlTags(raw);
                    for (Optional<Tag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
                        elements.add(tag.get());
                    }
                }
                case Part.Words(var fragment, _) -> {
                    var words = new HtmlWords(fragment);
                    if (words.codes() > CODES_MOST) {
                        throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
                    }
                    words.joinUntouched();
                    read.units.add(new Unit(i, elements.surroundings(), words));
                }
            }
        }
        return read;
    }

    String name() {
        return name;
    }

    List<Part> parts() {
        return parts;
    }

    List<Unit> units() {
        return units;
    }

    /// The unit of a part, if it is one.
    Map<Integer, Unit> unitsByPart() {
        var byPart = new LinkedHashMap<Integer, Unit>();
        units.forEach(unit -> byPart.put(unit.part, unit));
        return byPart;
    }

    /// The names under which a place of this page is known, the innermost first.
    List<String> names(Unit unit) {
        var names = new ArrayList<String>();
        unit.words.idsAhead().forEach(id -> names.add(name + "#" + id));
        unit.around.ids().forEach(id -> names.add(name + "#" + id));
        return names;
    }

    /// The name of a place that a link of this page leads to; empty if it leads out of the book.
    Optional<String> target(String href) {
        String address = href.replace("&amp;", "&").strip();
        if (address.startsWith("#")) {
            return address.length() > 1 ? Optional.of(name + address) : Optional.empty();
        }
        if (name.isEmpty() || address.indexOf('#') < 1 || address.contains(":")) {
            return Optional.empty();
        }
        try {
            String resolved = URI.create("/").resolve(encoded(name)).resolve(address).getPath();
            String fragment = address.substring(address.indexOf('#'));
            return Optional.of(resolved.substring(1) + fragment);
        } catch (IllegalArgumentException e) {
            // An address that is none leads nowhere.
            return Optional.empty();
        }
    }

    private static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("?", "%3F").replace("#", "%23");
    }

    /// The unit before it has its place.
    Draft draft(Unit unit, String key, OkapiText text) {
        var marks = new LinkedHashMap<Integer, String>();
        List<CodeSource> sources = text.sources();
        for (int i = 0; i < sources.size(); i++) {
            CodeSource source = sources.get(i);
            if (text.content().codes().get(i).label().equals(HtmlWords.NOTE)) {
                href(source.content())
                        .flatMap(this::target)
                        .ifPresent(note -> marks.put(source.id(), note));
            }
        }
        ParagraphKind kind = unit.kind();
        return new Draft(
                key,
                text.content(),
                sources,
                kind,
                kind == ParagraphKind.HEADING ? unit.around.level() : 0,
                unit.note,
                marks);
    }

    private static Optional<String> href(String raw) {
        var tags = new HtmlTags(raw);
        for (Optional<Tag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
            if (tag.get().attribute("href").isPresent()) {
                return tag.get().attribute("href");
            }
        }
        return Optional.empty();
    }
}
