package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Damages valid files as transport, other programs and ill will do; made from a seed.
public final class Mutations {

    private static final List<String> INSERTED =
            List.of(
                    "\u0000",
                    "\u0001",
                    "\u001B[2J",
                    "\uFEFF",
                    "\uFFFE",
                    "\uFFFF",
                    "\u202E",
                    "\u2066",
                    "\u2069",
                    "\u200F",
                    "\r",
                    "\u0085",
                    "\uD83D",
                    "\uDE00",
                    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                    "&a;",
                    "&#0;",
                    "&#x1F;",
                    "&#xD800;",
                    "&#99999999999;",
                    "&",
                    "<",
                    ">",
                    "\"",
                    "'",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "<?",
                    "<tu>",
                    "</tu>",
                    "</seg>",
                    "<seg>",
                    "<tuv>",
                    "</tmx>",
                    "<header>",
                    "<script>alert(1)</script>",
                    "=cmd|'/C calc'!A0",
                    "../../etc/passwd");

    private static final List<String> CHARSETS =
            List.of(
                    "UTF-8",
                    "UTF-16",
                    "UTF-16BE",
                    "UTF-32",
                    "windows-1256",
                    "windows-1252",
                    "ISO-2022-JP",
                    "Shift_JIS",
                    "IBM037",
                    "x-no-such",
                    "UTF-7",
                    "");

    private static final Pattern TAG = Pattern.compile("<[^<>]{1,80}>");
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:-]+\\s*=\\s*\"[^\"]{0,80}\"");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final int KINDS = 16;

    private final GeneratedTexts random;
    private final int kinds;

    public Mutations(long seed) {
        this(seed, true);
    }

    /// @param archives whether a file may become an archive of itself
    Mutations(long seed, boolean archives) {
        random = new GeneratedTexts(seed);
        kinds = archives ? KINDS : KINDS - 1;
    }

    /// What was done to a file.
    ///
    /// @param intact how many bytes at its beginning are as they were; 0 if all may differ
    public record Mutant(byte[] file, String how, int intact) {}

    /// One to three ways of damage, one upon the other.
    public Mutant of(byte[] file) {
        var mutant = once(file);
        for (int more = random.below(3); more > 0; more--) {
            var next = once(mutant.file());
            mutant =
                    new Mutant(
                            next.file(),
                            mutant.how() + ", " + next.how(),
                            Math.min(mutant.intact(), next.intact()));
        }
        return mutant;
    }

    private Mutant once(byte[] file) {
        int at = random.below(file.length + 1);
        int length = 1 + random.below(Math.max(1, Math.min(400, file.length - at)));
        return switch (random.below(kinds)) {
            case 0 -> flipped(file);
            case 1 -> mutant("truncated", file, at, part(file, 0, at));
            case 2 -> mutant("slice removed", file, at, part(file, 0, at), part(file, at + length));
            case 3 -> mutant("slice doubled", file, at, part(file, 0, at + length), part(file, at));
            case 4 -> swapped(file, at, length);
            case 5 ->
                    mutant(
                            "bytes at random",
                            file,
                            at,
                            part(file, 0, at),
                            random.bytes(length),
                            part(file, at));
            case 6, 7 -> {
                var inserted = random.oneOf(INSERTED);
                yield mutant(
                        "inserted " + inserted.codePoints().mapToObj(Integer::toHexString).toList(),
                        file,
                        at,
                        part(file, 0, at),
                        bytes(inserted),
                        part(file, at));
            }
            case 8 -> tagDamaged(file);
            case 9 -> attributeDamaged(file);
            case 10 -> replaced("huge number", file, NUMBER, "9".repeat(1 + random.below(400)));
            case 11 -> nested(file, at);
            case 12 -> relabelled(file);
            case 13 -> replaced("tag removed", file, TAG, "");
            case 14 -> new Mutant(new String(file, UTF_8).getBytes(UTF_16LE), "in UTF-16", 0);
            default -> archived(file);
        };
    }

    private Mutant flipped(byte[] file) {
        var flipped = file.clone();
        int first = file.length;
        for (int i = 1 + random.below(8); i > 0 && file.length > 0; i--) {
            int at = random.below(file.length);
            flipped[at] ^= (byte) (1 << random.below(8));
            first = Math.min(first, at);
        }
        return new Mutant(flipped, "bits flipped from " + first, first);
    }

    private Mutant swapped(byte[] file, int at, int length) {
        int middle = Math.min(file.length, at + length);
        int end = Math.min(file.length, middle + length);
        return mutant(
                "slices swapped",
                file,
                at,
                part(file, 0, at),
                Arrays.copyOfRange(file, middle, end),
                Arrays.copyOfRange(file, Math.min(at, middle), middle),
                part(file, end));
    }

    private Mutant tagDamaged(byte[] file) {
        return replaced(
                "tag damaged",
                file,
                TAG,
                random.oneOf(
                        List.of(
                                "<",
                                "<>",
                                "</>",
                                "<tuv",
                                "<tu><tu>",
                                "</body>",
                                "< tu >",
                                "<TU>")));
    }

    private Mutant attributeDamaged(byte[] file) {
        return replaced(
                "attribute damaged",
                file,
                ATTRIBUTE,
                random.oneOf(
                        List.of(
                                "xml:lang=\"\"",
                                "xml:lang=\"x_y z\"",
                                "xml:lang='en'",
                                "xml:lang=\"" + "a".repeat(5_000) + "\"",
                                "xml:lang=",
                                "=\"a\"",
                                "a=\"1\" a=\"1\"",
                                "i=\"-1\"",
                                "x=\"\uD835\uDFD8\"",
                                "lang=\"EN_us\"")));
    }

    private Mutant nested(byte[] file, int at) {
        int depth = 1 + random.below(random.oneIn(4) ? 20_000 : 100);
        var element = random.oneOf(List.of("hi", "sub", "tu", "x", "ph"));
        return mutant(
                depth + " times <" + element + ">",
                file,
                at,
                part(file, 0, at),
                bytes(("<" + element + ">").repeat(depth)),
                bytes(random.oneIn(2) ? ("</" + element + ">").repeat(depth) : ""),
                part(file, at));
    }

    private Mutant relabelled(byte[] file) {
        var text = new String(file, ISO_8859_1);
        var label = "encoding=\"" + random.oneOf(CHARSETS) + "\"";
        var other =
                text.contains("encoding=\"")
                        ? text.replaceFirst("encoding=\"[^\"]*\"", label)
                        : "<?xml version=\"1.0\" " + label + "?>" + text;
        return new Mutant(other.getBytes(ISO_8859_1), label, 0);
    }

    /// What is cut off or damaged afterwards is the archive.
    private Mutant archived(byte[] file) {
        return new Mutant(ReadTmx.packed(file), "gzip", 0);
    }

    private Mutant replaced(String how, byte[] file, Pattern pattern, String replacement) {
        var text = new String(file, ISO_8859_1);
        int from = random.below(text.length() + 1);
        var found = pattern.matcher(text).region(from, text.length());
        if (!found.find()) {
            return new Mutant(file, how + " nowhere", file.length);
        }
        return mutant(
                how,
                file,
                found.start(),
                part(file, 0, found.start()),
                bytes(replacement),
                part(file, found.end()));
    }

    private static Mutant mutant(String how, byte[] file, int intact, byte[]... parts) {
        var out = new ByteArrayOutputStream(file.length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return new Mutant(out.toByteArray(), how + " at " + intact, intact);
    }

    private static byte[] part(byte[] file, int from) {
        return part(file, from, file.length);
    }

    private static byte[] part(byte[] file, int from, int to) {
        int end = Math.min(file.length, to);
        return Arrays.copyOfRange(file, Math.min(from, end), end);
    }

    /// UTF-8, in which a lone surrogate is written like a character of its own.
    private static byte[] bytes(String text) {
        var out = new ByteArrayOutputStream();
        text.codePoints()
                .forEach(codePoint -> {
                    if (Character.getType(codePoint) == Character.SURROGATE) {
                        out.write(0xE0 | codePoint >> 12);
                        out.write(0x80 | (codePoint >> 6 & 0x3F));
                        out.write(0x80 | (codePoint & 0x3F));
                    } else {
                        out.writeBytes(Character.toString(codePoint).getBytes(UTF_8));
                    }
                });
        return out.toByteArray();
    }
}
