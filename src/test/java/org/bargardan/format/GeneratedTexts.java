package org.bargardan.format;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Persian, English and mixed texts made from a seed, with what real files hold at their edges.
final class GeneratedTexts {

    private static final List<String> PERSIAN =
            List.of(
                    "کتاب",
                    "می\u200Cرود",
                    "خانه\u200Cها",
                    "و",
                    "در",
                    "دریا",
                    "شب",
                    "را",
                    "آرام",
                    "نوشته\u200Cام",
                    "باران",
                    "پنجره",
                    "۱۴۰۲",
                    "«گل»",
                    "سؤال",
                    "اصلاً",
                    "ژرف",
                    "چراغ",
                    "گفت",
                    "نه");
    private static final List<String> ENGLISH =
            List.of(
                    "the",
                    "river",
                    "of",
                    "lantern",
                    "and",
                    "Sara's",
                    "window",
                    "rain",
                    "quietly",
                    "1921",
                    "(house)",
                    "\u201Cyes\u201D",
                    "co-operate",
                    "over",
                    "hill",
                    "sleeps",
                    "a",
                    "café",
                    "to",
                    "morning");
    private static final List<String> ENDS = List.of(".", "؟", "!", "…", ":", "", "،", ".»", "");

    private final RandomGenerator random;

    GeneratedTexts(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    String sentence(int words) {
        List<String> language = oneIn(2) ? PERSIAN : ENGLISH;
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(oneOf(oneIn(20) ? PERSIAN : language));
        }
        return text.append(oneOf(ENDS)).toString();
    }
}
