package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bargardan.format.HtmlTags.Tag;

/// The elements that are open at a place of a page, the outermost first.
///
/// - **Ends left out** are known for paragraphs, headings, lists, tables and their like (HTML,
///   13.1.2.4); an end without its beginning is passed over.
/// - Used by one thread, for one page.
final class HtmlElements {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ENDED_BY_BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ITEMS = Set.of("li", "dt", "dd");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dl");
    private static final Set<String> CELLS = Set.of("td", "th", "tr", "caption");
    private static final Set<String> QUOTES = Set.of("blockquote");
    private static final Set<String> CAPTIONS = Set.of("figcaption", "caption");
    private static final Set<String> FURNITURE = Set.of("nav", "menu", "footer", "aside", "form");
    private static final Set<String> FURNITURE_ROLES =
            Set.of("navigation", "banner", "contentinfo", "complementary", "search");
    private static final Set<String> VERSE_CLASSES = Set.of("poem", "verse", "stanza", "poetry");
    private static final Set<String> NOTE_TYPES = Set.of("footnote", "endnote", "rearnote", "note");
    private static final Set<String> NOTE_ROLES = Set.of("doc-footnote", "doc-endnote");

    private final MarkupLimits limits;
    private final List<Tag> open = new ArrayList<>();

    HtmlElements(MarkupLimits limits) {
        this.limits = limits;
    }

    void add(Tag tag) throws RefusedFile {
        if (tag.isClosing()) {
            close(tag.name());
        } else if (!tag.isEmpty()) {
            closeWhatEndsBefore(tag.name());
            open.add(tag);
            if (open.size() > limits.maxDepth()) {
                throw new RefusedFile(FormatProblem.Kind.DOCUMENT_TOO_COMPLEX);
            }
        }
    }

    private void close(String name) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).name().equals(name)) {
                open.subList(i, open.size()).clear();
                return;
            }
        }
    }

    private void closeWhatEndsBefore(String name) {
        if (!open.isEmpty() && ENDED_BY_BLOCKS.contains(open.getLast().name())) {
            open.removeLast();
        }
        if (ITEMS.contains(name)) {
            closeWithin(ITEMS, LISTS);
        } else if (CELLS.contains(name)) {
            closeWithin(name.equals("tr") ? CELLS : Set.of("td", "th"), Set.of("table"));
        }
    }

    private void closeWithin(Set<String> ended, Set<String> bounds) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (bounds.contains(open.get(i).name())) {
                return;
            }
            if (ended.contains(open.get(i).name())) {
                open.subList(i, open.size()).clear();
                return;
            }
        }
    }

    /// What a place is by the elements around it.
    ///
    /// @param level of a heading, otherwise 0
    /// @param isPre whether white space is shown as it stands
    /// @param isTitle whether it is the title of a page, which nobody sees on it
    /// @param isUntouched whether the page says that it is not to be translated
    /// @param ids of the elements around, the innermost first
    record Surroundings(
            ParagraphKind kind,
            int level,
            boolean isPre,
            boolean isTitle,
            boolean isUntouched,
            List<String> ids) {}

    Surroundings surroundings() {
        var ids = new ArrayList<String>();
        boolean isPre = false;
        for (Tag tag : open.reversed()) {
            tag.attribute("id").ifPresent(ids::add);
            isPre |= tag.name().equals("pre");
        }
        boolean isTitle = !open.isEmpty() && open.getLast().name().equals("title");
        ParagraphKind kind = kind();
        int level = 0;
        if (kind == ParagraphKind.HEADING) {
            level = headingAround().map(tag -> tag.name().charAt(1) - '0').orElse(1);
        }
        boolean isUntouched =
                open.reversed().stream()
                        .flatMap(tag -> tag.attribute("translate").stream())
                        .findFirst()
                        .filter("no"::equals)
                        .isPresent();
        return new Surroundings(kind, level, isPre, isTitle, isUntouched, List.copyOf(ids));
    }

    private java.util.Optional<Tag> headingAround() {
        return open.reversed().stream().filter(tag -> HEADINGS.contains(tag.name())).findFirst();
    }

    private ParagraphKind kind() {
        if (open.stream().anyMatch(HtmlElements::isNote)) {
            return ParagraphKind.FOOTNOTE;
        }
        if (open.stream().anyMatch(HtmlElements::isFurniture)) {
            return ParagraphKind.FURNITURE;
        }
        if (headingAround().isPresent()) {
            return ParagraphKind.HEADING;
        }
        if (open.stream().anyMatch(HtmlElements::isVerse)) {
            return ParagraphKind.VERSE;
        }
        for (Tag tag : open.reversed()) {
            if (CAPTIONS.contains(tag.name())) {
                return ParagraphKind.CAPTION;
            }
            if (QUOTES.contains(tag.name())) {
                return ParagraphKind.QUOTE;
            }
            if (ITEMS.contains(tag.name())) {
                return ParagraphKind.LIST;
            }
        }
        return ParagraphKind.BODY;
    }

    private static boolean isNote(Tag tag) {
        return has(tag, "epub:type", NOTE_TYPES) || has(tag, "role", NOTE_ROLES);
    }

    private static boolean isFurniture(Tag tag) {
        return FURNITURE.contains(tag.name())
                || tag.name().equals("title")
                || has(tag, "role", FURNITURE_ROLES);
    }

    private static boolean isVerse(Tag tag) {
        return tag.name().equals("pre")
                || has(tag, "class", VERSE_CLASSES)
                || tag.words("epub:type").stream()
                        .anyMatch(type -> type.equals("z3998:poem") || type.equals("z3998:verse"));
    }

    private static boolean has(Tag tag, String attribute, Set<String> values) {
        return tag.words(attribute).stream().anyMatch(values::contains);
    }
}
