package org.bargardan.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;

/// A tab-separated file of examples beside the tests, one a line; lines with # are for the reader.
final class Table {

    private Table() {}

    static List<Arguments> read(String name) {
        var file = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arguments.of((Object[]) line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
