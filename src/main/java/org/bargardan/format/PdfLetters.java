package org.bargardan.format;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The letters that a sign of a PDF stands for.
final class PdfLetters {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /// The alefs that a lam joins.
    private static final String ALEFS = "اأإآٱ";

    private static final char LAM = 'ل';

    private PdfLetters() {}

    /// @param shown what the file says; nothing where it does not know
    static String of(@Nullable String shown) {
        if (shown == null || shown.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(shown.length());
        shown.codePoints().filter(PdfLetters::isKnown).forEach(c -> appendFolded(text, c));
        // No letter joins an alef to a lam behind it, so the one sign was written as it is seen.
        return text.length() == 2 && ALEFS.indexOf(text.charAt(0)) >= 0 && text.charAt(1) == LAM
                ? text.reverse().toString()
                : text.toString();
    }

    /// Letters of no meaning outside their font, and what no text may hold, say nothing.
    private static boolean isKnown(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.CONTROL ->
                    c == '\t';
            default -> c != 0xFFFD;
        };
    }

    /// Only what is a letter's form: of the signs from U+FBB2 on, which fonts of the Quran use in
    /// their own way, those of the Farsi yeh alone.
    private static void appendFolded(StringBuilder text, int c) {
        if ((c >= 0xFB50 && c <= 0xFBB1)
                || (c >= 0xFBFC && c <= 0xFBFF)
                || (c >= 0xFE70 && c <= 0xFEFC)
                || isLatinLigature(c)) {
            // A vowel sign alone is folded to a blank and itself.
            text.append(NFKC.normalize(Character.toString(c)).strip());
        } else if (c == '\t' || Character.isSpaceChar(c)) {
            text.append(' ');
        } else if (!isDirection(c)) {
            text.appendCodePoint(c);
        }
    }

    private static boolean isLatinLigature(int c) {
        return c >= 0xFB00 && c <= 0xFB06;
    }

    /// Marks that steer the order on the page are of no use once the order is known.
    private static boolean isDirection(int c) {
        return c == 0x200E
                || c == 0x200F
                || c == 0xFEFF
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /// Signs that the file says are to be read as a text: one sign with all of it for each line
    /// they stand on, the text with the first.
    static List<PdfGlyph> spread(String text, List<PdfGlyph> signs) {
        var letters = new StringBuilder();
        text.codePoints().filter(PdfLetters::isKnown).forEach(c -> appendFolded(letters, c));
        if (letters.isEmpty()) {
            return List.of();
        }
        var first = signs.getFirst();
        var line =
                signs.stream()
                        .filter(sign -> Math.abs(sign.baseline() - first.baseline()) < first.size())
                        .toList();
        double left = line.stream().mapToDouble(PdfGlyph::left).min().orElseThrow();
        double right = line.stream().mapToDouble(PdfGlyph::right).max().orElseThrow();
        var largest = line.stream().max(Comparator.comparingDouble(PdfGlyph::size)).orElseThrow();
        var spread = new ArrayList<PdfGlyph>();
        spread.add(
                new PdfGlyph(
                        letters.toString(),
                        left,
                        right,
                        first.baseline(),
                        largest.size(),
                        first.bold(),
                        0));
        return spread;
    }
}
