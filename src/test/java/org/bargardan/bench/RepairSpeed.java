package org.bargardan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bargardan.text.repair.Repaired;
import org.bargardan.text.repair.TextRepair;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Repairs texts with all default rules, again and again.
@State(Scope.Benchmark)
public class RepairSpeed {

    private static final Path SHARED = Path.of("../shared");
    private static final Path OWN = Path.of("src/main/resources/demo/essay.fa.txt");
    private static final int OWN_REPEATED = 100;

    private static final List<String> CORPORA =
            List.of("mizan-dev-sample.tsv", "ntrex128.tsv", "tico19.tsv");

    /// The Persian side of parallel corpora, four damaged books, and the most damaged one alone.
    /// Where they are not beside the project, an essay of our own, as it is and spoilt.
    @Param({"clean", "damaged", "reversed"})
    private String text = "";

    private List<String> texts = List.of();
    private final TextRepair repair = TextRepair.forLanguage("fa");

    @Setup
    public void read() throws IOException {
        texts = texts(text);
    }

    @Benchmark
    public void repair(Blackhole blackhole) {
        for (var one : texts) {
            Repaired repaired = repair.repair(one);
            blackhole.consume(repaired);
        }
    }

    static List<String> texts(String name) throws IOException {
        boolean hasShared = Files.exists(SHARED);
        return switch (name) {
            case "clean" -> List.of(hasShared ? corpora() : own());
            case "damaged" ->
                    hasShared ? books("000", "001", "002", "003") : List.of(spoilt(own()));
            case "reversed" -> hasShared ? books("001") : List.of();
            default -> throw new IllegalArgumentException("no text " + name);
        };
    }

    private static List<String> books(String... names) throws IOException {
        var books = new ArrayList<String>();
        for (var name : names) {
            books.add(Files.readString(SHARED.resolve("seeds").resolve(name + ".txt"), UTF_8));
        }
        return books;
    }

    private static String corpora() {
        return CORPORA.stream()
                .flatMap(file -> lines(SHARED.resolve("corpora").resolve(file)).stream())
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length > 1)
                .map(columns -> columns[1])
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String own() throws IOException {
        return (Files.readString(OWN, UTF_8) + "\n\n").repeat(OWN_REPEATED);
    }

    private static String spoilt(String text) {
        return text.replace('ی', 'ي').replace('ک', 'ك').replace("\u200C", "").replace("\u064B", "");
    }
}
