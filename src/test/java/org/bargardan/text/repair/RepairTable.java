package org.bargardan.text.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.provider.Arguments;

/// A tab-separated file of damaged and mended texts beside the tests, one a line; lines with # are
/// for the reader. What cannot be seen is written as a backslash, u and four digits; a line break
/// as a backslash and n.
final class RepairTable {

    private static final Pattern UNSEEN = Pattern.compile("\\\\u([0-9A-F]{4})");

    private RepairTable() {}

    static List<Arguments> read(String name) {
        var file = Objects.requireNonNull(RepairTable.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arguments.of((Object[]) seen(line).split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seen(String line) {
        return UNSEEN.matcher(line)
                .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)))
                .replace("\\n", "\n");
    }
}
