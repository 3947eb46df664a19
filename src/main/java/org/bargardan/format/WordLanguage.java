package org.bargardan.format;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;
import org.bargardan.text.Direction;

/// Makes paragraphs and runs of a DOCX run as the language of a translation does.
///
/// Letters that run from right to left have a bold, an italic and a size of their own (`bCs`,
/// `iCs`, `szCs`: ECMA-376, part 1, §17.3.2.3), so what runs and styles have for the others is said
/// for them too. `left` and `right` of paragraphs mean beginning and end where `bidi` is set, so
/// they turn by themselves.
final class WordLanguage {

    /// The order the schema wants (ECMA-376, part 1, §17.3.1.26).
    private static final List<String> OF_PARAGRAPH =
            List.of(
                    "pStyle",
                    "keepNext",
                    "keepLines",
                    "pageBreakBefore",
                    "framePr",
                    "widowControl",
                    "numPr",
                    "suppressLineNumbers",
                    "pBdr",
                    "shd",
                    "tabs",
                    "suppressAutoHyphens",
                    "kinsoku",
                    "wordWrap",
                    "overflowPunct",
                    "topLinePunct",
                    "autoSpaceDE",
                    "autoSpaceDN",
                    "bidi",
                    "adjustRightInd",
                    "snapToGrid",
                    "spacing",
                    "ind",
                    "contextualSpacing",
                    "mirrorIndents",
                    "suppressOverlap",
                    "jc",
                    "textDirection",
                    "textAlignment",
                    "textboxTightWrap",
                    "outlineLvl",
                    "divId",
                    "cnfStyle",
                    "rPr",
                    "sectPr",
                    "pPrChange");

    /// The order of ECMA-376, part 1, §17.3.2.28.
    static final List<String> OF_RUN =
            List.of(
                    "rStyle",
                    "rFonts",
                    "b",
                    "bCs",
                    "i",
                    "iCs",
                    "caps",
                    "smallCaps",
                    "strike",
                    "dstrike",
                    "outline",
                    "shadow",
                    "emboss",
                    "imprint",
                    "noProof",
                    "snapToGrid",
                    "vanish",
                    "webHidden",
                    "color",
                    "spacing",
                    "w",
                    "kern",
                    "position",
                    "sz",
                    "szCs",
                    "highlight",
                    "u",
                    "effect",
                    "bdr",
                    "shd",
                    "fitText",
                    "vertAlign",
                    "rtl",
                    "cs",
                    "em",
                    "lang",
                    "eastAsianLayout",
                    "specVanish",
                    "oMath");

    private static final List<String> TWICE = List.of("b", "i", "sz");

    private final String tag;
    private final boolean toLeft;
    private final WordStyles styles;

    /// @param language BCP 47; spelling checkers want its region, which is the likeliest if none is
    ///   said
    WordLanguage(String language, Direction direction, WordStyles styles) {
        var likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(language));
        tag =
                likely.getCountry().isEmpty()
                        ? language
                        : likely.getLanguage() + "-" + likely.getCountry();
        toLeft = direction == Direction.RTL;
        this.styles = styles;
    }

    /// Turns a paragraph.
    ///
    /// @return its style; empty if it has none
    String turn(XmlElement paragraph) {
        String prefix = paragraph.prefix();
        XmlElement properties =
                paragraph
                        .child(prefix + "pPr")
                        .orElseGet(() -> {
                            var added = new XmlElement(prefix + "pPr");
                            paragraph.children().addFirst(added);
                            return added;
                        });
        String style =
                properties
                        .child(prefix + "pStyle")
                        .flatMap(found -> found.attribute(prefix + "val"))
                        .orElse("");
        if (toLeft) {
            properties.put(new XmlElement(prefix + "bidi"), OF_PARAGRAPH);
        } else {
            boolean wasBidi = isOn(properties, "bidi");
            remove(properties, "bidi");
            if (styles.isOn(style, "pPr", "bidi")) {
                properties.put(off(prefix, "bidi"), OF_PARAGRAPH);
            }
            if (!wasBidi && hasRunToLeft(paragraph)) {
                // Persian that was only pushed to the right, not set from right to left.
                properties
                        .child(prefix + "jc")
                        .filter(jc -> jc.attribute(prefix + "val").orElse("").equals("right"))
                        .ifPresent(jc -> properties.children().remove(jc));
            }
        }
        return style;
    }

    private static boolean hasRunToLeft(XmlElement paragraph) {
        return paragraph
                .all()
                .filter(element -> element.localName().equals("rPr"))
                .anyMatch(properties -> isOn(properties, "rtl"));
    }

    /// Turns a run with words of the translation.
    ///
    /// @param properties of the run
    /// @param style of its paragraph
    void turn(XmlElement properties, String style) {
        String prefix = properties.prefix();
        String runStyle =
                properties
                        .child(prefix + "rStyle")
                        .flatMap(found -> found.attribute(prefix + "val"))
                        .orElse(style);
        boolean wasToLeft =
                properties.child(prefix + "rtl").isPresent()
                        ? isOn(properties, "rtl")
                        : styles.isOn(runStyle, "rPr", "rtl") || styles.isOn(style, "rPr", "rtl");
        dropNeedless(properties, List.of(runStyle, style));
        carry(properties);
        remove(properties, "rtl");
        if (toLeft) {
            properties.put(new XmlElement(prefix + "rtl"), OF_RUN);
        } else if (wasToLeft
                && (styles.isOn(runStyle, "rPr", "rtl") || styles.isOn(style, "rPr", "rtl"))) {
            properties.put(off(prefix, "rtl"), OF_RUN);
        }
        var lang =
                properties
                        .child(prefix + "lang")
                        .map(XmlElement::copy)
                        .orElseGet(() -> new XmlElement(prefix + "lang"));
        properties.put(lang.with(prefix + (toLeft ? "bidi" : "val"), tag), OF_RUN);
    }

    /// The filter says for each run what its style says for other letters only, and forgets it for
    /// full stops; [#carry] says it in the style.
    private void dropNeedless(XmlElement properties, List<String> runStyles) {
        String prefix = properties.prefix();
        for (String name : TWICE) {
            String from = toLeft ? name : name + "Cs";
            String to = toLeft ? name + "Cs" : name;
            var own =
                    properties
                            .child(prefix + to)
                            .map(found -> found.attribute(prefix + "val").orElse("1"));
            if (own.isPresent()
                    && properties.child(prefix + from).isEmpty()
                    && own.equals(ofStyles(from, runStyles))
                    && ofStyles(to, runStyles)
                            .filter(value -> !own.get().equals(value))
                            .isEmpty()) {
                remove(properties, to);
            }
        }
    }

    private Optional<String> ofStyles(String name, List<String> runStyles) {
        return runStyles.stream()
                .flatMap(style -> styles.property(style, "rPr", name).stream())
                .findFirst()
                .map(found -> found.attribute(found.prefix() + "val").orElse("1"));
    }

    /// Says for the letters of the new direction what was said for those of the old.
    void carry(XmlElement properties) {
        String prefix = properties.prefix();
        for (String name : TWICE) {
            String from = toLeft ? name : name + "Cs";
            String to = toLeft ? name + "Cs" : name;
            if (properties.child(prefix + to).isEmpty()) {
                properties
                        .child(prefix + from)
                        .ifPresent(found ->
                                properties.put(new XmlElement(prefix + to).withAll(found), OF_RUN));
            }
        }
    }

    private static boolean isOn(XmlElement properties, String name) {
        String prefix = properties.prefix();
        return properties
                .child(prefix + name)
                .map(found -> WordStyles.isOn(found.attribute(prefix + "val").orElse("1")))
                .orElse(false);
    }

    private static void remove(XmlElement properties, String name) {
        properties
                .children()
                .removeIf(child ->
                        child instanceof XmlElement property && property.localName().equals(name));
    }

    private static XmlElement off(String prefix, String name) {
        return new XmlElement(prefix + name).with(prefix + "val", "0");
    }
}
