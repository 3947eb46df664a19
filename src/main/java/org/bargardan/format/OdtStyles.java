package org.bargardan.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the styles of an ODT say of paragraphs: the named ones of `styles.xml` and those that a
/// part has for its own use.
final class OdtStyles {

    /// Styles based on each other in a ring end here.
    private static final int LONGEST_CHAIN = 20;

    private static final Set<String> QUOTES =
            Set.of("Quotations", "Quote", "Intense Quote", "Block Text");
    private static final Set<String> CAPTIONS =
            Set.of("Caption", "caption", "Illustration", "Table", "Drawing", "Figure");

    private final Map<String, XmlElement> named = new HashMap<>();
    private final Map<String, XmlElement> own = new HashMap<>();

    /// @param root of `styles.xml`
    void addNamed(XmlElement root) {
        add(root, "office:styles", named);
    }

    /// @param root of the part; only what is needed of it
    void addOwn(XmlElement root) {
        add(root, "office:automatic-styles", own);
    }

    private static void add(XmlElement root, String group, Map<String, XmlElement> styles) {
        root.child(group)
                .ifPresent(all ->
                        all.elements()
                                .filter(style -> style.name().equals("style:style"))
                                .filter(style -> isOfParagraphs(style))
                                .forEach(style ->
                                        style.attribute("style:name")
                                                .ifPresent(name -> styles.put(name, style))));
    }

    private static boolean isOfParagraphs(XmlElement style) {
        return style.attribute("style:family").orElse("").equals("paragraph");
    }

    /// The definition of a style that the part has for itself.
    Optional<XmlElement> own(String name) {
        return Optional.ofNullable(own.get(name));
    }

    /// What the style itself makes of a paragraph, if anything.
    Optional<WordStyles.Meaning> meaning(String style) {
        String name = style;
        for (int i = 0; i < LONGEST_CHAIN && !name.isEmpty(); i++) {
            Optional<WordStyles.Meaning> meaning = byName(name);
            if (meaning.isPresent() && !own.containsKey(name)) {
                return meaning;
            }
            XmlElement definition = own.containsKey(name) ? own.get(name) : named.get(name);
            name =
                    definition == null
                            ? ""
                            : definition.attribute("style:parent-style-name").orElse("");
        }
        return Optional.empty();
    }

    /// OpenDocument writes a blank in a name as `_20_`.
    private static Optional<WordStyles.Meaning> byName(String style) {
        String name = style.replace("_20_", " ");
        if (name.equals("Title")) {
            return Optional.of(new WordStyles.Meaning(ParagraphKind.HEADING, 1));
        }
        if (QUOTES.contains(name)) {
            return Optional.of(new WordStyles.Meaning(ParagraphKind.QUOTE, 0));
        }
        if (CAPTIONS.contains(name)) {
            return Optional.of(new WordStyles.Meaning(ParagraphKind.CAPTION, 0));
        }
        return name.matches(
                        "(Contents|Index|Table index|User Index|Illustration Index) .*|Header.*|Footer.*")
                ? Optional.of(new WordStyles.Meaning(ParagraphKind.FURNITURE, 0))
                : Optional.empty();
    }
}
