package org.bargardan.format;

import java.text.Normalizer;
import java.util.Set;

/// How much a decoded text looks like Persian or English.
///
/// - **Input**: the beginning of a text; case, Arabic or Persian yeh and kaf, and presentation
///   forms make no difference.
/// - **Output**: 0 to 1. Two thirds are the share of characters such texts are made of, one third
///   is the share of very common words, full at 15 %: running Persian and English have 20 to 35 %.
/// - **Constants**: weights set by hand so that texts of the tests are told apart in every charset;
///   no corpus stands behind them, and only the order of readings of one file is used.
/// - Stateless, thread-safe.
final class TextLikelihood {

    private static final Set<String> COMMON_WORDS =
            Set.of(
                    "و", "در", "به", "از", "که", "این", "را", "با", "است", "برای", "آن", "یک", "تا",
                    "بر", "هم", "بود", "شد", "او", "ما", "من", "هر", "یا", "اما", "نیز", "کرد",
                    "شده", "می", "ها", "خود", "هیچ", "نه", "the", "of", "and", "to", "in", "a",
                    "is", "that", "for", "it", "was", "on", "with", "as", "he", "be", "at", "by",
                    "his", "had", "not", "from", "her", "she", "this", "they", "i", "you", "an");
    private static final String FREQUENT_LETTERS =
            "اردنهویمتبسلشکآپچجخزفقگعحطصضظغذثژءأئؤةetaoinsrhldcumfpgwybvkxjqz";
    private static final String USUAL_MARKS = "،؛؟«»“”‘’–—…•·٪ـ.,:;!?()[]{}\"'-/%*+=#&@_<>|^$~`\\";
    private static final double COMMON_WORDS_OF_FULL_SCORE = 0.15;
    private static final double CONTROLS_TOLERATED = 0.01;

    private TextLikelihood() {}

    static double of(String text) {
        String folded = fold(text);
        double characters = characters(folded);
        return characters <= 0
                ? 0
                : characters * 2 / 3
                        + Math.min(1, commonWords(folded) / COMMON_WORDS_OF_FULL_SCORE) / 3;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .replace('ي', 'ی')
                .replace('ى', 'ی')
                .replace('ك', 'ک');
    }

    private static double characters(String text) {
        double sum = 0;
        int count = 0;
        int controls = 0;
        int previous = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c)) {
                previous = ' ';
                continue;
            }
            count++;
            controls += isControl(c) ? 1 : 0;
            sum += weight(c) - (mixesScripts(previous, c) ? 1 : 0);
            previous = c;
        }
        return count == 0 || controls > count * CONTROLS_TOLERATED ? 0 : Math.min(1, sum / count);
    }

    private static double weight(int c) {
        if (FREQUENT_LETTERS.indexOf(c) >= 0) {
            return 1;
        }
        if (isControl(c) || c == 0xFFFD) {
            return -2;
        }
        if (Character.isDigit(c) || USUAL_MARKS.indexOf(c) >= 0 || isUsualFormat(c)) {
            return 0.9;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case ARABIC -> 0.4;
            case LATIN -> 0.1;
            case INHERITED -> 0.5;
            default -> -0.5;
        };
    }

    private static boolean isUsualFormat(int c) {
        return (c >= 0x200C && c <= 0x200F)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xA0
                || c == 0xAD;
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    /// An Arabic letter beside a Latin one is what a wrong charset makes.
    private static boolean mixesScripts(int previous, int c) {
        return Character.isLetter(previous)
                && Character.isLetter(c)
                && (Character.UnicodeScript.of(previous) == Character.UnicodeScript.ARABIC)
                        != (Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    private static double commonWords(String text) {
        int words = 0;
        int common = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && Character.isLetter(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words++;
                common += COMMON_WORDS.contains(text.substring(start, i)) ? 1 : 0;
                start = -1;
            }
        }
        return words == 0 ? 0 : (double) common / words;
    }
}
