package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bargardan.format.FormatProblem.Kind;

/// The characters of an XML file one by one, with their places. What no XML may hold is passed over
/// and remembered, and so are bytes that are not of the file's charset.
///
/// - **Charset**: a byte order mark, else the look of the first bytes, else the declaration, if the
///   file can be in what it declares; else UTF-8 (XML 1.0, appendix F).
/// - **Surrogates**: one alone is passed over; two of a pair written apart (CESU-8) are joined.
final class XmlCharacters {

    static final int END = -1;

    private static final int BUFFER = 16 * 1024;
    private static final int DECLARATION_WITHIN = 512;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"'<>]{1,40})[\"']");

    private static final int BROKEN = -2;
    private static final int NOTHING = -3;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final Optional<FormatProblem> charsetProblem;
    private boolean ended;

    /// What follows the decoded characters: a surrogate, [#BROKEN] or [#NOTHING].
    private int afterChars = NOTHING;

    private int unitAhead = NOTHING;
    private int ahead = NOTHING;
    private int last = NOTHING;
    private int line = 1;
    private int column;
    private Passed illegal = Passed.NONE;
    private Passed broken = Passed.NONE;

    /// Characters passed over.
    ///
    /// @param codePoint the first of them
    /// @param count 0 for none
    record Passed(int line, int column, int codePoint, int count) {

        private static final Passed NONE = new Passed(0, 0, 0, 0);

        private Passed oneMore(int atLine, int atColumn, int what) {
            return count == 0
                    ? new Passed(atLine, atColumn, what, 1)
                    : new Passed(line, column, codePoint, count + 1);
        }
    }

    XmlCharacters(InputStream in) throws IOException {
        this.in = in;
        byte[] head = in.readNBytes(BUFFER);
        bytes.put(head).flip();
        var declared = DECLARED.matcher(beginning(head));
        Optional<TextEncoding> seen = seen(head);
        if (seen.isPresent()) {
            charset = seen.get().charset();
            charsetProblem = Optional.empty();
            bytes.position(seen.get().bom() ? markLength(charset) : 0);
        } else if (declared.find()) {
            charset = believable(declared.group(1), head);
            charsetProblem =
                    charset.equals(UTF_8) && !isUtf8Name(declared.group(1))
                            ? Optional.of(
                                    FormatProblem.ofFile(
                                            Kind.WRONG_ENCODING_NAME, declared.group(1), "UTF-8"))
                            : Optional.empty();
        } else {
            charset = UTF_8;
            charsetProblem = Optional.empty();
        }
        decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        chars.flip();
    }

    private static String beginning(byte[] head) {
        return new String(head, 0, Math.min(head.length, DECLARATION_WITHIN), ISO_8859_1);
    }

    private static Optional<TextEncoding> seen(byte[] head) {
        for (Charset marked :
                List.of(TextEncoding.UTF_32LE, TextEncoding.UTF_32BE, UTF_16LE, UTF_16BE, UTF_8)) {
            TextEncoding encoding = TextEncoding.of(head, marked);
            if (encoding.bom()) {
                return Optional.of(encoding);
            }
        }
        String start = beginning(head);
        if (start.startsWith("<\0")) {
            return Optional.of(new TextEncoding(UTF_16LE, false));
        }
        return start.startsWith("\0<")
                ? Optional.of(new TextEncoding(UTF_16BE, false))
                : Optional.empty();
    }

    private static int markLength(Charset charset) {
        return "\uFEFF".getBytes(charset).length;
    }

    private static boolean isUtf8Name(String name) {
        return name.equalsIgnoreCase("UTF-8")
                || name.equalsIgnoreCase("UTF8")
                || name.equalsIgnoreCase("US-ASCII")
                || name.equalsIgnoreCase("ASCII");
    }

    /// The declared charset, unless the bytes, of which the declaration was read as ASCII, cannot
    /// be in it, or are UTF-8 that somebody labelled anew.
    private static Charset believable(String name, byte[] head) {
        if (isUtf8Name(name)) {
            return UTF_8;
        }
        try {
            Charset charset = Charset.forName(name);
            boolean keepsAscii =
                    new String("<?xml>".getBytes(StandardCharsets.US_ASCII), charset)
                            .equals("<?xml>");
            return keepsAscii && !isUtf8BeyondAscii(head) ? charset : UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return UTF_8;
        }
    }

    private static boolean isUtf8BeyondAscii(byte[] head) {
        boolean beyond = false;
        for (byte b : head) {
            beyond |= b < 0;
        }
        CoderResult result =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(
                                ByteBuffer.wrap(head),
                                CharBuffer.allocate(head.length),
                                head.length < BUFFER);
        return beyond && !result.isError();
    }

    Charset charset() {
        return charset;
    }

    /// That the file is not in the charset it declares.
    Optional<FormatProblem> charsetProblem() {
        return charsetProblem;
    }

    /// Line of the character read last, from 1.
    int line() {
        return line;
    }

    /// Column of the character read last, from 1, in code points.
    int column() {
        return column;
    }

    /// The characters no XML may hold that were passed over since the last call.
    Passed takeIllegal() {
        Passed taken = illegal;
        illegal = Passed.NONE;
        return taken;
    }

    /// The bytes that are not of the charset, since the last call.
    Passed takeBroken() {
        Passed taken = broken;
        broken = Passed.NONE;
        return taken;
    }

    /// The next character without passing it.
    int peek() throws IOException {
        if (ahead == NOTHING) {
            ahead = nextLegal();
        }
        return ahead;
    }

    /// The next character, or [#END].
    int read() throws IOException {
        int codePoint = peek();
        if (codePoint != END) {
            ahead = NOTHING;
            line = nextLine(codePoint);
            column = nextColumn(codePoint);
            last = codePoint;
        }
        return codePoint;
    }

    private boolean beginsLine(int codePoint) {
        return last == '\n' ? true : last == '\r' && codePoint != '\n';
    }

    private int nextLine(int codePoint) {
        return beginsLine(codePoint) ? line + 1 : line;
    }

    private int nextColumn(int codePoint) {
        return beginsLine(codePoint) ? 1 : column + 1;
    }

    private int nextLegal() throws IOException {
        while (true) {
            int codePoint = codePoint();
            if (codePoint == BROKEN) {
                broken = broken.oneMore(nextLine(BROKEN), nextColumn(BROKEN), codePoint);
            } else if (codePoint == END || XmlText.isXml(codePoint)) {
                return codePoint;
            } else {
                illegal = illegal.oneMore(nextLine(codePoint), nextColumn(codePoint), codePoint);
            }
        }
    }

    private int codePoint() throws IOException {
        int unit = unitAhead == NOTHING ? unit() : unitAhead;
        unitAhead = NOTHING;
        if (unit < 0 || !Character.isHighSurrogate((char) unit)) {
            return unit;
        }
        int second = unit();
        if (second >= 0 && Character.isLowSurrogate((char) second)) {
            return Character.toCodePoint((char) unit, (char) second);
        }
        unitAhead = second;
        return unit;
    }

    private int unit() throws IOException {
        while (!chars.hasRemaining()) {
            if (afterChars != NOTHING) {
                int unit = afterChars;
                afterChars = NOTHING;
                return unit;
            }
            if (ended) {
                return END;
            }
            decode();
        }
        return chars.get();
    }

    private void decode() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, read < 0);
        if (result.isError()) {
            passBroken(result.length());
        } else if (read < 0 && result.isUnderflow()) {
            decoder.flush(chars);
            ended = true;
        }
        chars.flip();
    }

    /// A surrogate written like a character of its own is no character, but two may be one.
    private void passBroken(int length) {
        int at = bytes.position();
        if (charset.equals(UTF_8) && bytes.remaining() >= 3 && isSurrogateInUtf8(at)) {
            afterChars = 0xD000 | (bytes.get(at + 1) & 0x3F) << 6 | (bytes.get(at + 2) & 0x3F);
            bytes.position(at + 3);
        } else if (charset.equals(UTF_16LE) && bytes.remaining() >= 2) {
            afterChars = (bytes.get(at + 1) & 0xFF) << 8 | (bytes.get(at) & 0xFF);
            bytes.position(at + 2);
        } else if (charset.equals(UTF_16BE) && bytes.remaining() >= 2) {
            afterChars = (bytes.get(at) & 0xFF) << 8 | (bytes.get(at + 1) & 0xFF);
            bytes.position(at + 2);
        } else {
            afterChars = BROKEN;
            bytes.position(at + length);
        }
        decoder.reset();
    }

    private boolean isSurrogateInUtf8(int at) {
        return (bytes.get(at) & 0xFF) == 0xED
                && (bytes.get(at + 1) & 0xE0) == 0xA0
                && (bytes.get(at + 2) & 0xC0) == 0x80;
    }
}
