package org.bargardan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Mixed Persian and English text that a seed makes again: properties are tested on many of them.
///
/// A failing test names its text by the seed; `-Dseed=…` runs every property on that text alone.
public record GeneratedText(long seed, String text) {

    private static final int SAMPLES = 300;

    private static final List<String> WORDS =
            List.of(
                    "می‌روم",
                    "می روم",
                    "میروم",
                    "کتاب‌ها",
                    "كتابي",
                    "خانهٔ",
                    "خانه‌ای",
                    "بزرگ‌تر",
                    "او",
                    "م.",
                    "ه.ش.",
                    "ص.",
                    "۱۳۲۰",
                    "١٩",
                    "12",
                    "3.5",
                    "Dr.",
                    "J.",
                    "p.",
                    "No.",
                    "word",
                    "The",
                    "CPSU(b)",
                    "e.g.",
                    "U.S.",
                    "café",
                    "cafe\u0301",
                    "𐎠𐎡",
                    "👩‍🚀",
                    "كِتَاب",
                    "مســـلم",
                    "http://example.org/?q=1",
                    "گفت",
                    "پرسید",
                    "x");

    private static final List<String> MARKS =
            List.of(
                    ".", ".", "،", "؟", "!", "?", "…", "...", "؛", ":", "؟»", ".”", "!\"", "«", "“",
                    "(", ")", "[3]", ".۱", ".[^2]", " - ", "»");

    private static final List<String> SPACES =
            List.of(
                    " ", " ", " ", " ", " \u200C", "\u200C ", "", "\n", "  ", "     ", "\u00A0",
                    "\t", "\u200F ", "\u2028");

    private static final List<String> WILD =
            List.of("\u0000", "\uD83D", "\uDE00", "\uFFFE", "\uFEFF", "\u00AD", "\u202B", "\u0301");

    /// Texts of growing length, the empty one first.
    public static Stream<GeneratedText> samples() {
        var wanted = Long.getLong("seed");
        if (wanted != null) {
            return Stream.of(of(wanted));
        }
        long first = new Random().nextInt(1_000_000) * 1_000L;
        return LongStream.range(first, first + SAMPLES).mapToObj(GeneratedText::of);
    }

    public static GeneratedText of(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        int pieces = (int) (seed % 1_000) / 6;
        for (int i = 0; i < pieces; i++) {
            text.append(one(WORDS, random));
            text.append(random.nextInt(4) == 0 ? one(MARKS, random) : "");
            text.append(random.nextInt(40) == 0 ? one(WILD, random) : "");
            text.append(one(SPACES, random));
        }
        return new GeneratedText(seed, text.toString());
    }

    /// The same text after a few words and marks of it were changed, dropped or added.
    public String edited() {
        var random = new Random(seed + 1);
        var pieces = new ArrayList<>(List.of(text.split("(?<=\\s)")));
        for (int edits = random.nextInt(5); edits > 0; edits--) {
            int at = random.nextInt(pieces.size());
            switch (random.nextInt(3)) {
                case 0 -> pieces.set(at, one(WORDS, random) + " ");
                case 1 -> pieces.set(at, "");
                default -> pieces.add(at, one(WORDS, random) + one(MARKS, random) + " ");
            }
        }
        return String.join("", pieces);
    }

    @Override
    public String toString() {
        return "text of -Dseed=" + seed;
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
