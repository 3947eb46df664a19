package org.bargardan.text;

import com.ibm.icu.lang.UCharacter;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lossy forms of a text for finding it again. They are never shown and never replace a text.
///
/// - **Folded**: compatibility forms, Arabic and Persian yeh, kaf and heh, hamza carriers (but آ
///   stays apart from ا), digits of all systems, case, accents and harakat, tatweel, ZWNJ and all
///   other invisible characters, quotation marks and dashes, white space; in Persian also the space
///   before a suffix and after می and نمی. The ezafe of a silent heh is ی however it is written.
/// - **Output**: folding a folded text changes nothing.
/// - **Source**: UAX #15 (NFKD), CaseFolding.txt. Stateless, thread-safe.
public final class SearchFolding {

    private static final Set<String> PERSIAN = Set.of("fa", "prs", "per", "fas");

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x85]+");

    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

    private static final Pattern PREFIX_AND_SPACE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(ن?می) (?=\\p{L})");

    private static final Pattern SPACE_AND_SUFFIX =
            Pattern.compile(
                    "(?<=\\p{L}) (?=(?:ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست)?|تر(?:ی|ین|ها|های|ینها|ینهای)?)"
                            + NO_LETTER_AFTER
                            + ")");

    // Short words in heh (که، به، نه، چه) take no suffix.
    private static final Pattern SPACE_AFTER_SILENT_HEH =
            Pattern.compile(
                    "(?<=\\p{L}\\p{L}ه) (?=(?:ای|ام|ات|اش|ایم|اید|اند|ایی|ی)"
                            + NO_LETTER_AFTER
                            + ")");

    private SearchFolding() {}

    public static String matchKey(String text, String bcp47) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .forEach(codePoint -> fold(codePoint, folded));
        var key = UCharacter.foldCase(folded.toString(), true);
        key = WHITE_SPACE.matcher(key).replaceAll(" ").strip();
        return isPersian(bcp47) ? joined(key) : key;
    }

    /// The words and numbers of the match key, without punctuation.
    public static List<String> tokens(String text, String bcp47) {
        return Words.of(matchKey(text, bcp47), bcp47);
    }

    /// The hash of a text's match key, by which equal sources and neighbours are found.
    public static long keyHash(String text, String bcp47) {
        return hash64(matchKey(text, bcp47));
    }

    /// FNV-1a, 64 bits, over UTF-8 (offset basis cbf29ce484222325, prime 100000001b3). The database
    /// keeps these numbers, so they must never change.
    public static long hash64(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private static boolean isPersian(String bcp47) {
        return PERSIAN.contains(Locale.forLanguageTag(bcp47).getLanguage());
    }

    private static String joined(String key) {
        var joined = PREFIX_AND_SPACE.matcher(key).replaceAll("$1");
        joined = SPACE_AND_SUFFIX.matcher(joined).replaceAll("");
        return SPACE_AFTER_SILENT_HEH.matcher(joined).replaceAll("");
    }

    private static void fold(int codePoint, StringBuilder out) {
        switch (codePoint) {
            case 'ي', 'ى', 'ے', 'ۍ', 'ې', 'ێ' -> out.append('ی');
            case 'ك', 'ڪ' -> out.append('ک');
            case 'ہ', 'ھ', 'ە', 'ة', 'ۃ' -> out.append('ه');
            case 'ٱ' -> out.append('ا');
            case 'ء' -> dropAfterAlef(out);
            case '\u0653' -> replaceLast(out, 'ا', "آ");
            case '\u0654' -> replaceLast(out, 'ه', "هی");
            case '«', '»', '“', '”', '„', '‟' -> out.append('"');
            case '‘', '’', '‚', '‛', 'ʼ', '‹', '›', '`' -> out.append('\'');
            case '‐', '‑', '‒', '–', '—', '―', '−' -> out.append('-');
            case '،' -> out.append(',');
            case '؛' -> out.append(';');
            case '؟' -> out.append('?');
            case '٪' -> out.append('%');
            case '٫' -> out.append('.');
            case '٬' -> out.append(',');
            case 'ـ' -> {}
            default -> foldByProperty(codePoint, out);
        }
    }

    private static void foldByProperty(int codePoint, StringBuilder out) {
        switch (Character.getType(codePoint)) {
            case Character.FORMAT -> {}
            case Character.NON_SPACING_MARK -> {
                if (!isAccentOrHaraka(codePoint)) {
                    out.appendCodePoint(codePoint);
                }
            }
            case Character.DECIMAL_DIGIT_NUMBER -> out.append(Character.digit(codePoint, 10));
            default -> out.appendCodePoint(codePoint);
        }
    }

    // Other non-spacing marks are vowels of scripts such as Devanagari.
    private static boolean isAccentOrHaraka(int codePoint) {
        return (codePoint >= 0x0300 && codePoint <= 0x036F)
                || (codePoint >= 0x0610 && codePoint <= 0x06ED)
                || (codePoint >= 0x08CA && codePoint <= 0x08FF)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
    }

    // انشاء and انشا are one word, جزء and جز are two.
    private static void dropAfterAlef(StringBuilder out) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != 'ا') {
            out.append('ء');
        }
    }

    // On any other letter the mark is dropped like the rest.
    private static void replaceLast(StringBuilder out, char letter, String replacement) {
        int last = out.length() - 1;
        if (last >= 0 && out.charAt(last) == letter) {
            out.replace(last, last + 1, replacement);
        }
    }
}
