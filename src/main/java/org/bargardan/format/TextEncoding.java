package org.bargardan.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The charset of a text file, with or without a byte order mark at its beginning.
///
/// - **Charset**: never the two-faced `UTF-16` and `UTF-32`, whose byte order is decided by the
///   file.
/// - **Strict**: what is malformed or unmappable is told, never replaced.
public record TextEncoding(Charset charset, boolean bom) {

    static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    private static final byte[] NO_MARK = {};
    private static final Map<Charset, byte[]> MARKS =
            Map.of(
                    StandardCharsets.UTF_8,
                    bytes(0xEF, 0xBB, 0xBF),
                    StandardCharsets.UTF_16LE,
                    bytes(0xFF, 0xFE),
                    StandardCharsets.UTF_16BE,
                    bytes(0xFE, 0xFF),
                    UTF_32LE,
                    bytes(0xFF, 0xFE, 0, 0),
                    UTF_32BE,
                    bytes(0, 0, 0xFE, 0xFF));

    public TextEncoding {
        if (charset.equals(StandardCharsets.UTF_16) || charset.name().equals("UTF-32")) {
            throw new IllegalArgumentException(charset + " does not name a byte order");
        }
        if (bom && !MARKS.containsKey(charset)) {
            throw new IllegalArgumentException(charset + " has no byte order mark");
        }
    }

    /// The encoding of a file of a charset: whether there is a mark, and the byte order if the
    /// charset leaves it open.
    public static TextEncoding of(byte[] file, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16)) {
            return of(file, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        }
        if (charset.name().equals("UTF-32")) {
            return of(file, UTF_32LE, UTF_32BE);
        }
        byte[] mark = MARKS.get(charset);
        return new TextEncoding(charset, mark != null && startsWith(file, mark));
    }

    private static TextEncoding of(byte[] file, Charset littleEndian, Charset bigEndian) {
        TextEncoding little = of(file, littleEndian);
        return little.bom() ? little : of(file, bigEndian);
    }

    /// What is stored with a document; [#parse] reads it.
    public String write() {
        return "charset=" + charset.name() + ";bom=" + bom;
    }

    public static TextEncoding parse(String parameters) {
        String[] parts = parameters.split("[=;]", -1);
        if (parts.length != 4 || !parts[0].equals("charset") || !parts[2].equals("bom")) {
            throw new IllegalArgumentException("not parameters of a plain text: " + parameters);
        }
        return new TextEncoding(Charset.forName(parts[1]), Boolean.parseBoolean(parts[3]));
    }

    Decoded decode(byte[] file) {
        byte[] mark = mark();
        var in = ByteBuffer.wrap(file, mark.length, file.length - mark.length);
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out =
                CharBuffer.allocate(
                        (int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 16);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
            result = decoder.flush(out);
        }
        return result.isError()
                ? new Decoded.Malformed(in.position())
                : new Decoded.Text(out.flip().toString());
    }

    /// The file this text makes; empty if the charset lacks one of its characters.
    Optional<byte[]> encode(String text) {
        try {
            ByteBuffer body = encoder().encode(CharBuffer.wrap(text));
            byte[] mark = mark();
            byte[] file = Arrays.copyOf(mark, mark.length + body.remaining());
            body.get(file, mark.length, body.remaining());
            return Optional.of(file);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    CharsetEncoder encoder() {
        return charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private byte[] mark() {
        return bom ? MARKS.getOrDefault(charset, NO_MARK) : NO_MARK;
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length
                && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// What came of decoding a file.
    sealed interface Decoded {

        /// The file without its mark.
        record Text(String text) implements Decoded {}

        /// The first byte that is not of the charset.
        record Malformed(int offset) implements Decoded {}
    }
}
