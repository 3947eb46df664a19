package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// A plain text file as people might have it: any line ends, white space anywhere, several
/// charsets, with a byte order mark or without.
public record GeneratedFile(byte[] bytes, String text, Charset charset) {

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

    /// As many files as one likes, the same for the same seed.
    public static List<GeneratedFile> of(long seed, int count) {
        var random = new GeneratedTexts(seed);
        var files = new ArrayList<GeneratedFile>();
        for (int i = 0; i < count; i++) {
            files.add(next(random));
        }
        return files;
    }

    static GeneratedFile next(GeneratedTexts random) {
        var charset = random.oneOf(List.of(UTF_8, UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1256));
        boolean mark = !charset.equals(WINDOWS_1256) && random.oneIn(3);
        var text = text(random, charset);
        return new GeneratedFile(((mark ? "\uFEFF" : "") + text).getBytes(charset), text, charset);
    }

    private static String text(GeneratedTexts random, Charset charset) {
        var terminators = new ArrayList<>(List.of("\n", "\r\n", "\r", "\f"));
        var blanks = new ArrayList<>(List.of("", "", "", " ", "\t", "  \t ", "\u00A0"));
        if (!charset.equals(WINDOWS_1256)) {
            terminators.addAll(List.of("\u2028", "\u2029", "\u0085"));
            blanks.addAll(List.of("\u3000", "\u202F"));
        }
        boolean mixed = random.oneIn(4);
        String usual = random.oneOf(terminators);
        boolean onlyBlanks = random.oneIn(25);
        var text = new StringBuilder(random.oneOf(blanks));
        int lines = 1 + random.below(40);
        for (int line = 0; line < lines; line++) {
            String sentence =
                    onlyBlanks || random.oneIn(4) ? "" : random.sentence(1 + random.below(20));
            String mark =
                    random.oneIn(10)
                            ? random.oneOf(List.of("1. ", "- ", "> ", "\u200C", "\u200F"))
                            : "";
            text.append(random.oneOf(blanks))
                    .append(onlyBlanks ? "" : mark)
                    .append(sentence)
                    .append(random.oneOf(blanks));
            if (line < lines - 1 || random.oneIn(2)) {
                text.append(mixed ? random.oneOf(terminators) : usual);
            }
        }
        return charset.equals(WINDOWS_1256)
                ? text.toString().replace('ی', 'ي').replaceAll("[۰-۹]", "7")
                : text.toString();
    }
}
