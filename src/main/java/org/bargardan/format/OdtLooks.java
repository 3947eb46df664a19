package org.bargardan.format;

import java.util.HashMap;
import java.util.Map;

/// How words look by the character styles of an ODT: bold, italic, underlined, raised.
final class OdtLooks {

    private final Map<String, String> labels =
            new HashMap<>(Map.of("Emphasis", "i", "Strong_20_Emphasis", "b"));

    /// @param groups the styles of a part
    void add(XmlElement groups) {
        groups.elements()
                .flatMap(XmlElement::elements)
                .filter(style -> style.attribute("style:family").orElse("").equals("text"))
                .forEach(style ->
                        style.attribute("style:name")
                                .ifPresent(name -> labels.putIfAbsent(name, label(style))));
    }

    private static String label(XmlElement style) {
        var properties = style.child("style:text-properties");
        if (properties.isEmpty()) {
            return "font";
        }
        XmlElement look = properties.get();
        String label =
                (is(look, "fo:font-weight", "bold|[6-9]00")
                                        || is(look, "style:font-weight-complex", "bold|[6-9]00")
                                ? "b"
                                : "")
                        + (is(look, "fo:font-style", "italic|oblique")
                                        || is(look, "style:font-style-complex", "italic|oblique")
                                ? "i"
                                : "")
                        + (is(look, "style:text-line-through-style", "solid") ? "s" : "")
                        + (is(look, "style:text-underline-style", "(?!none).+") ? "u" : "")
                        + (is(look, "style:text-position", "super.*|[1-9].*") ? "sup" : "")
                        + (is(look, "style:text-position", "sub.*|-.*") ? "sub" : "");
        return label.isEmpty() ? "font" : label;
    }

    private static boolean is(XmlElement look, String attribute, String pattern) {
        return look.attribute(attribute).orElse("").matches(pattern);
    }

    /// `b`, `i`, `bi` and so on; `font` for whatever has no such look.
    String label(String style) {
        return labels.getOrDefault(style, "font");
    }
}
