package org.bargardan.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the styles of a DOCX say of paragraphs.
///
/// Programs translate the ids of styles but not the names of their own ones (ECMA-376, part 1,
/// §17.7.4.9: "heading 1" is that in every language); a style that people made is what it is based
/// on.
final class WordStyles {

    /// Styles based on each other in a ring end here.
    private static final int LONGEST_CHAIN = 20;

    private static final Set<String> QUOTES = Set.of("quote", "intense quote", "block text");

    private final Map<String, XmlElement> styles = new HashMap<>();
    private final XmlElement root;
    private final String prefix;
    private String ordinary = "";

    private WordStyles(XmlElement root) {
        this.root = root;
        prefix = root.prefix();
        root.elements()
                .filter(style -> style.localName().equals("style"))
                .forEach(style -> {
                    String id = style.attribute(prefix + "styleId").orElse("");
                    styles.putIfAbsent(id, style);
                    if (style.attribute(prefix + "type").orElse("").equals("paragraph")
                            && isOn(style.attribute(prefix + "default").orElse("0"))) {
                        ordinary = id;
                    }
                });
    }

    static WordStyles of(byte[] part) throws RefusedFile {
        return new WordStyles(XmlCopy.tree(part));
    }

    static WordStyles none() {
        return new WordStyles(new XmlElement("w:styles"));
    }

    static boolean isOn(String value) {
        return !Set.of("0", "false", "off", "none").contains(value);
    }

    /// What a paragraph is by its own properties and its style.
    ///
    /// @param outline its own outline level, from 0; -1 if it has none
    Meaning meaning(String style, int outline, boolean isListItem) {
        int level = outline >= 0 ? outline : outlineLevel(style);
        if (level >= 0 && level < 9) {
            return new Meaning(ParagraphKind.HEADING, level + 1);
        }
        return new Meaning(
                inChain(style, id -> kindByName(name(id)))
                        .orElse(
                                isListItem || property(style, "pPr", "numPr").isPresent()
                                        ? ParagraphKind.LIST
                                        : ParagraphKind.BODY),
                0);
    }

    /// Kind and, for headings, level from 1.
    record Meaning(ParagraphKind kind, int level) {}

    private int outlineLevel(String style) {
        return inChain(
                        style,
                        id -> {
                            Optional<Integer> named = headingLevel(name(id));
                            return named.isPresent()
                                    ? named
                                    : own(id, "pPr", "outlineLvl")
                                            .flatMap(level -> level.attribute(prefix + "val"))
                                            .filter(value -> value.matches("[0-9]"))
                                            .map(Integer::valueOf);
                        })
                .orElse(-1);
    }

    private static Optional<Integer> headingLevel(String name) {
        if (name.equals("title")) {
            return Optional.of(0);
        }
        return name.matches("heading [1-9]")
                ? Optional.of(name.charAt(name.length() - 1) - '1')
                : Optional.empty();
    }

    private static Optional<ParagraphKind> kindByName(String name) {
        if (QUOTES.contains(name)) {
            return Optional.of(ParagraphKind.QUOTE);
        }
        if (name.equals("caption")) {
            return Optional.of(ParagraphKind.CAPTION);
        }
        if (name.startsWith("list")) {
            return Optional.of(ParagraphKind.LIST);
        }
        return name.matches("toc [1-9]|toc heading|table of figures|index [1-9]|header|footer")
                ? Optional.of(ParagraphKind.FURNITURE)
                : Optional.empty();
    }

    private String name(String id) {
        XmlElement style = styles.get(id);
        return style == null
                ? ""
                : style.child(prefix + "name")
                        .flatMap(name -> name.attribute(prefix + "val"))
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
    }

    /// The id of the style with a name of the program's own.
    Optional<String> idOf(String name) {
        return styles.keySet().stream().filter(id -> name(id).equals(name)).sorted().findFirst();
    }

    /// Whether an on-off property holds through a style or what it is based on.
    boolean isOn(String style, String properties, String property) {
        return property(style, properties, property)
                .map(found -> isOn(found.attribute(prefix + "val").orElse("1")))
                .orElse(false);
    }

    private Optional<XmlElement> byDefault(String properties, String property) {
        return root.child(prefix + "docDefaults")
                .flatMap(all -> all.child(prefix + properties + "Default"))
                .flatMap(all -> all.child(prefix + properties))
                .flatMap(all -> all.child(prefix + property));
    }

    /// A property through a style or what it is based on.
    Optional<XmlElement> property(String style, String properties, String property) {
        return inChain(style, id -> own(id, properties, property))
                .or(() -> byDefault(properties, property));
    }

    private Optional<XmlElement> own(String id, String properties, String property) {
        XmlElement style = styles.get(id);
        return style == null
                ? Optional.empty()
                : style.child(prefix + properties).flatMap(all -> all.child(prefix + property));
    }

    private <T> Optional<T> inChain(String style, Function<String, Optional<T>> look) {
        String id = style.isEmpty() ? ordinary : style;
        for (int i = 0; i < LONGEST_CHAIN && !id.isEmpty(); i++) {
            Optional<T> found = look.apply(id);
            if (found.isPresent()) {
                return found;
            }
            XmlElement own = styles.get(id);
            id =
                    own == null
                            ? ""
                            : own.child(prefix + "basedOn")
                                    .flatMap(base -> base.attribute(prefix + "val"))
                                    .orElse("");
        }
        return Optional.empty();
    }
}
