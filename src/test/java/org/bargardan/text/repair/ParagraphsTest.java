package org.bargardan.text.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParagraphsTest {

    private static final List<String> RULES =
            List.of(
                    "notes-in-text",
                    "page-furniture",
                    "line-end-hyphens",
                    "hard-wraps",
                    "paragraph-gaps",
                    "glued-note-marks");

    /// `== name (language)`, the damaged page, `--`, what it must become.
    static Stream<Arguments> pages() {
        var cases = new ArrayList<Arguments>();
        for (var part : resource("pages.txt").split("(?m)^== ")) {
            if (part.isBlank()) {
                continue;
            }
            var head = part.lines().findFirst().orElseThrow();
            var language = head.endsWith("(en)") ? "en" : "fa";
            var halves = part.substring(head.length() + 1).split("(?m)^--\n", 2);
            cases.add(Arguments.of(head, language, halves[0], halves[1].strip() + "\n"));
        }
        return cases.stream();
    }

    static Stream<Arguments> books() {
        return LongStream.range(1, 9)
                .boxed()
                .flatMap(seed ->
                        Arrays.stream(PrintedPages.Style.values())
                                .flatMap(style ->
                                        Stream.of("fa", "en")
                                                .map(language ->
                                                        Arguments.of(seed, language, style))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageBecomesParagraphs(String name, String language, String damaged, String right) {
        var repair = TextRepair.forLanguage(language).only(RULES);
        var repaired = repair.repair(damaged).text();
        assertThat(repaired.strip() + "\n").isEqualTo(right);
        assertThat(repair.repair(repaired).text()).isEqualTo(repaired);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("books")
    void aBookBrokenIntoLinesComesBack(long seed, String language, PrintedPages.Style style) {
        var pages = PrintedPages.of(seed, language, style);
        var repair = TextRepair.forLanguage(language).only(RULES);
        var repaired = repair.repair(pages.printed()).text();
        assertThat(repaired).isEqualTo(pages.book());
        assertThat(repair.repair(repaired).text()).isEqualTo(repaired);
    }

    private static String resource(String name) {
        var file = Objects.requireNonNull(ParagraphsTest.class.getResourceAsStream(name), name);
        try (var in = file) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
