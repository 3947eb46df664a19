package org.bargardan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Units with everything that TMX has a place for, made from a seed, and files of them.
public final class GeneratedTmx {

    public static final TmxHeader HEADER =
            new TmxHeader("0.1", "en", "en", Instant.parse("2024-03-20T06:36:26Z"));

    private static final List<String> ODDITIES =
            List.of(
                    "\u200C",
                    "\u2067",
                    "\u2069",
                    "\u200F",
                    "\r\n",
                    "\r",
                    "\n",
                    "\t",
                    " ",
                    "  ",
                    "]]>",
                    "&lt;",
                    "<b>",
                    "\"",
                    "'",
                    "😀",
                    "𐎠",
                    "\u0085",
                    "\u2028",
                    "\u00A0",
                    "هٔ",
                    "&#13;",
                    "<tu>",
                    "</tu>",
                    "<!--",
                    "&",
                    "<![CDATA[");

    private GeneratedTmx() {}

    /// From English to Persian; every number of a code is that which [TmxWriter] gives it.
    public static List<TmxUnit> units(long seed, int count) {
        var random = new GeneratedTexts(seed);
        var units = new ArrayList<TmxUnit>();
        for (int i = 0; i < count; i++) {
            var variants =
                    List.of(
                            variant(random, "en"),
                            variant(random, random.oneIn(2) ? "fa" : "fa-IR"));
            boolean dated = random.oneIn(2);
            var created = Instant.ofEpochSecond(1_500_000_000L + random.below(200_000_000));
            units.add(
                    new TmxUnit(
                            random.oneIn(5) ? "" : "unit-" + i + random.oneOf(ODDITIES),
                            variants,
                            dated ? created : null,
                            dated ? "sara" + random.oneOf(ODDITIES) : null,
                            dated ? created.plusSeconds(60) : null,
                            dated ? "امید" : null,
                            random.oneIn(2)
                                    ? List.of(
                                            new TmxProp(
                                                    "x-before",
                                                    random.sentence(3) + random.oneOf(ODDITIES)))
                                    : List.of(),
                            random.oneIn(3) ? List.of(random.sentence(4)) : List.of()));
        }
        return units;
    }

    private static TmxVariant variant(GeneratedTexts random, String lang) {
        var text = new StringBuilder();
        int pieces = random.oneIn(50) ? 150 : 1 + random.below(4);
        for (int piece = 0; piece < pieces; piece++) {
            text.append(random.oneIn(3) ? random.oneOf(ODDITIES) : "")
                    .append(random.sentence(1 + random.below(12)))
                    .append(random.oneIn(4) ? random.oneOf(ODDITIES) : "");
        }
        int length = text.codePointCount(0, text.length());
        int at = random.below(length + 1);
        var codes = new ArrayList<TmxCode>();
        if (random.oneIn(2)) {
            codes.add(new TmxCode(at / 3, 1, TmxCode.Kind.OPEN, "<b>"));
            codes.add(new TmxCode(at / 2, 2, TmxCode.Kind.ALONE, "7"));
            codes.add(new TmxCode(at, 1, TmxCode.Kind.CLOSE, "</b>"));
        }
        return new TmxVariant(lang, text.toString(), codes);
    }

    public static byte[] file(List<TmxUnit> units) {
        var out = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(out, HEADER)) {
            for (TmxUnit unit : units) {
                writer.write(unit);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
