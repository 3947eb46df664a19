package org.bargardan.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A UTF-8 text that a command reads from a file, or from standard input where the file is `-`.
record TextInput(String file) {

    private static final String STANDARD_INPUT = "-";

    /// The paragraphs, which empty lines part; lines within one keep their breaks.
    List<String> paragraphs() {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (var line : (Iterable<String>) text().lines()::iterator) {
            if (!looksEmpty(line)) {
                paragraph.append(line).append('\n');
            } else if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    /// The whole text without its byte order mark.
    String text() {
        byte[] bytes = bytes();
        var text = CharBuffer.allocate(bytes.length);
        var rest = ByteBuffer.wrap(bytes);
        if (StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError()) {
            int offset = rest.position();
            long line = 1 + IntStream.range(0, offset).filter(i -> bytes[i] == '\n').count();
            throw new BadInput(
                    "%s is not UTF-8: line %d, byte offset %d".formatted(name(), line, offset));
        }
        var decoded = text.flip().toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private byte[] bytes() {
        try {
            return file.equals(STANDARD_INPUT)
                    ? System.in.readAllBytes()
                    : Files.readAllBytes(existing(Path.of(file)));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new BadInput("no such file: " + file);
        } catch (IOException e) {
            throw new BadInput("%s cannot be read".formatted(name()));
        }
    }

    private Path existing(Path path) {
        if (Files.isDirectory(path)) {
            throw new BadInput("%s is a directory, not a text file".formatted(file));
        }
        return path;
    }

    private String name() {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private static boolean looksEmpty(String line) {
        return line.codePoints()
                .allMatch(c ->
                        Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.getType(c) == Character.FORMAT);
    }
}
