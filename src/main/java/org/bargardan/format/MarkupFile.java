package org.bargardan.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.TextEncoding.Decoded;
import org.bargardan.text.StorableText;

/// The characters of a web page or Markdown file, and the charset they were in.
///
/// - **Charset**: that of an earlier reading, else a byte order mark, else what the page says of
///   itself, else UTF-8, else the likeliest by [TextEncodings].
/// - **Refused**: what is no text, exceeds the [MarkupLimits], or holds U+0000, U+FFFE, U+FFFF, or
///   U+FDD0 to U+FDEF, which Unicode leaves to programs.
/// - Three characters of the private use area that Okapi means something by go through it as
///   others, see [#hidden].
///
/// @param text without the mark
record MarkupFile(String text, TextEncoding encoding) {

    // Browsers look no further than 1,024 bytes (HTML, 13.2.3.2); pages as they are do worse.
    private static final int DECLARED_WITHIN = 4_096;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)<meta[^>]{0,200}?\\bcharset\\s*=\\s*[\"']?([a-z0-9._:-]{1,40})");
    private static final Pattern DECLARED_IN_XML =
            Pattern.compile("^<\\?xml[^>]{0,200}?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})");
    private static final Pattern NUMBERED =
            Pattern.compile("&#(?:[xX]0{0,100}([0-9a-fA-F]{1,40})|0{0,100}([0-9]{1,40}));?");

    // WHATWG, Encoding §4.2: what these labels mean on the web.
    private static final Set<String> MEAN_WINDOWS_1252 =
            Set.of("iso-8859-1", "latin1", "ascii", "us-ascii", "iso8859-1", "ansi");

    private static final int DIGITS_MOST = 7;
    private static final int NO_CHARACTER = -1;

    private static final char FIRST_OF_OKAPI = '\uE101';
    private static final char LAST_OF_OKAPI = '\uE103';
    private static final char FIRST_HIDDEN = '\uFDD1';
    private static final int HIDDEN_BY = FIRST_HIDDEN - FIRST_OF_OKAPI;

    /// A page, which may say what its charset is.
    ///
    /// @param parameters of an earlier reading, or empty
    static MarkupFile of(byte[] file, String parameters, MarkupLimits limits) throws RefusedFile {
        return of(file, parameters, limits, true);
    }

    /// A file in which such words would be the author's.
    static MarkupFile undeclared(byte[] file, String parameters, MarkupLimits limits)
            throws RefusedFile {
        return of(file, parameters, limits, false);
    }

    private static MarkupFile of(
            byte[] file, String parameters, MarkupLimits limits, boolean declares)
            throws RefusedFile {
        Optional<Detection.Reason> noText = FileSignatures.reason(file);
        if (noText.isPresent()) {
            throw new RefusedFile(new Detection.NotText(noText.get()).problem());
        }
        if (file.length > limits.maxBytes()) {
            throw new RefusedFile(Kind.TOO_LARGE, file.length, limits.maxBytes());
        }
        TextEncoding encoding =
                parameters.isEmpty() ? encoding(file, declares) : TextEncoding.parse(parameters);
        return switch (encoding.decode(file)) {
            case Decoded.Malformed(int offset) ->
                    throw new RefusedFile(Kind.MALFORMED, encoding.charset().name(), offset);
            case Decoded.Text(String text) -> new MarkupFile(checked(text), encoding);
        };
    }

    private static TextEncoding encoding(byte[] file, boolean declares) throws RefusedFile {
        for (Charset charset :
                new Charset[] {
                    StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
                }) {
            TextEncoding encoding = TextEncoding.of(file, charset);
            if (encoding.bom()) {
                return encoding;
            }
        }
        Optional<TextEncoding> declared =
                (declares ? declared(file) : Optional.<Charset>empty())
                        .map(charset -> TextEncoding.of(file, charset))
                        .filter(encoding -> encoding.decode(file) instanceof Decoded.Text);
        if (declared.isPresent()) {
            return declared.get();
        }
        return switch (TextEncodings.detect(file)) {
            case Detection.Utf8(boolean bom) -> new TextEncoding(StandardCharsets.UTF_8, bom);
            case Detection.NotText noText -> throw new RefusedFile(noText.problem());
            case Detection.Unsure(var readings) ->
                    new TextEncoding(readings.getFirst().charset(), readings.getFirst().bom());
        };
    }

    private static Optional<Charset> declared(byte[] file) {
        String head =
                new String(
                        file,
                        0,
                        Math.min(file.length, DECLARED_WITHIN),
                        StandardCharsets.ISO_8859_1);
        var meta = DECLARED.matcher(head);
        var xml = DECLARED_IN_XML.matcher(head);
        String label = xml.find() ? xml.group(1) : meta.find() ? meta.group(1) : "";
        String name = label.toLowerCase(Locale.ROOT);
        if (MEAN_WINDOWS_1252.contains(name)) {
            name = "windows-1252";
        }
        // HTML, 13.2.3.2: what could be read so far is not UTF-16.
        if (name.startsWith("utf-16") || name.startsWith("utf-32")) {
            name = "utf-8";
        }
        try {
            return name.isEmpty() || !Charset.forName(name).canEncode()
                    ? Optional.empty()
                    : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            // A charset that nobody knows says nothing.
            return Optional.empty();
        }
    }

    private static String checked(String text) throws RefusedFile {
        Optional<StorableText.Problem> problem = StorableText.problemIn(text);
        if (problem.isPresent()) {
            throw new RefusedFile(
                    Kind.NOT_STORABLE, FormatProblem.codePointName(problem.get().codePoint()));
        }
        for (int i = 0; i < text.length(); i++) {
            if (XmlGuard.isMark(text.charAt(i))) {
                throw new RefusedFile(
                        Kind.NOT_STORABLE, FormatProblem.codePointName(text.charAt(i)));
            }
        }
        return text;
    }

    /// The text without the characters that Okapi means something by, also where they are written
    /// as numbers; a number that is no character becomes U+FFFD, as in browsers.
    ///
    /// Where all lines end in a carriage return and a line feed, in line feeds.
    String hidden() {
        String lines = hasCarriageReturns() ? text.replace("\r\n", "\n") : text;
        String hidden = NUMBERED.matcher(lines).replaceAll(MarkupFile::number);
        for (char c = FIRST_OF_OKAPI; c <= LAST_OF_OKAPI; c++) {
            hidden = hidden.replace(c, (char) (c + HIDDEN_BY));
        }
        return hidden;
    }

    private boolean hasCarriageReturns() {
        String others = text.replace("\r\n", "");
        return others.length() < text.length()
                && others.indexOf('\r') < 0
                && others.indexOf('\n') < 0;
    }

    /// What [#hidden] changed as it was.
    byte[] restored(String written) {
        String shown = shown(written);
        return (hasCarriageReturns() ? shown.replace("\n", "\r\n") : shown)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String number(MatchResult found) {
        boolean hex = found.group(1) != null;
        String digits = hex ? found.group(1) : found.group(2);
        int codePoint =
                digits.length() > DIGITS_MOST
                        ? NO_CHARACTER
                        : Integer.parseInt(digits, hex ? 16 : 10);
        if (codePoint >= FIRST_OF_OKAPI && codePoint <= LAST_OF_OKAPI) {
            return Character.toString(codePoint);
        }
        boolean isCharacter =
                Character.isValidCodePoint(codePoint)
                        && !(Character.isBmpCodePoint(codePoint)
                                && XmlGuard.isMark((char) codePoint))
                        && StorableText.problemIn(Character.toString(codePoint)).isEmpty();
        return isCharacter ? found.group() : "\uFFFD";
    }

    /// Characters that went through as others, as they were.
    static String shown(String text) {
        String shown = text;
        for (char c = FIRST_OF_OKAPI; c <= LAST_OF_OKAPI; c++) {
            shown = shown.replace((char) (c + HIDDEN_BY), c);
        }
        return shown;
    }

    /// Whether the character went through as another.
    static boolean isHidden(char c) {
        return c >= FIRST_HIDDEN && c <= (char) (LAST_OF_OKAPI + HIDDEN_BY);
    }
}
