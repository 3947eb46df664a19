package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Mutations.Mutant;

/// Reads damaged files by the thousand, here or as a program in a Java of its own with little
/// memory, and checks after each that it did no harm.
public final class HostileFiles {

    /// No file may take longer.
    static final Duration MOST = Duration.ofSeconds(10);

    private static final Set<Kind> DETECTED =
            EnumSet.of(
                    Kind.EMPTY,
                    Kind.PDF,
                    Kind.ZIP_OR_OFFICE,
                    Kind.IMAGE,
                    Kind.OLD_OFFICE,
                    Kind.BINARY,
                    Kind.NOT_TMX);

    private static final int UNITS = 25;

    private final long seed;
    private final Mutations mutations;
    private final Mutations textMutations;
    private int files;
    private int pastDetection;
    private long unitsRead;
    private Duration longest = Duration.ZERO;

    HostileFiles(long seed) {
        this.seed = seed;
        mutations = new Mutations(seed);
        textMutations = new Mutations(seed, false);
    }

    /// What came of all files.
    record Tally(int files, int pastDetection, long unitsRead, Duration longest) {}

    /// Arguments: seed, number of files of each kind. Ends with an exception if any did harm.
    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        System.out.println("tmx " + new HostileFiles(seed).tmx(count));
        System.out.println("text " + new HostileFiles(seed).text(count));
        System.out.println("large " + new HostileFiles(seed).large());
    }

    Tally tmx(int count) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < 8; i++) {
            sources.add(Source.of(GeneratedTmx.units(seed + i, UNITS)));
        }
        for (int i = 0; i < count; i++) {
            var source = sources.get(i % sources.size());
            tmx(source, mutations.of(source.file()), i);
        }
        return tally();
    }

    private void tmx(Source source, Mutant mutant, int number) {
        var read = timed(() -> ReadTmx.of(mutant.file()), mutant, number);
        check(read.reading().units() == read.units().size(), mutant, number, "units miscounted");
        int before = source.unitsWithin(mutant.intact());
        check(
                read.units().size() >= before
                        && read.units()
                                .subList(0, before)
                                .equals(source.units().subList(0, before)),
                mutant,
                number,
                "lost some of the " + before + " units before the damage");
        check(
                read.problems().stream().allMatch(HostileFiles::isTold),
                mutant,
                number,
                "a problem without its place or values: " + read.problems());
        check(
                read.reading().leftOut() == 0 || !read.problems().isEmpty(),
                mutant,
                number,
                "left units out without a word");
        pastDetection += read.kinds().stream().anyMatch(DETECTED::contains) ? 0 : 1;
        unitsRead += read.units().size();
    }

    /// Of the file as a whole, or with a line and a column.
    private static boolean isTold(FormatProblem problem) {
        return problem.line() >= 0
                && problem.column() >= 0
                && problem.arguments().stream().noneMatch(argument -> argument.length() > 200);
    }

    Tally text(int count) {
        var sources = GeneratedFile.of(seed, 50);
        for (int i = 0; i < count; i++) {
            text(textMutations.of(sources.get(i % sources.size()).bytes()), i);
        }
        return tally();
    }

    private void text(Mutant mutant, int number) {
        var detection = timed(() -> TextEncodings.detect(mutant.file()), mutant, number);
        var charsets = new ArrayList<Charset>(List.of(UTF_8, UTF_16));
        if (detection instanceof Detection.Unsure(var readings)) {
            readings.forEach(reading -> charsets.add(reading.charset()));
        }
        var plainText = new PlainText(TextLimits.DEFAULT);
        for (var charset : charsets) {
            var result = timed(() -> plainText.read(mutant.file(), charset), mutant, number);
            if (result instanceof ReadResult.Read(var document, _, _, _)) {
                check(
                        Arrays.equals(written(plainText, document), mutant.file()),
                        mutant,
                        number,
                        "comes back different in " + charset);
            }
        }
        pastDetection += detection instanceof Detection.NotText ? 0 : 1;
    }

    private static byte[] written(PlainText plainText, ExtractedDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            plainText.writeSource(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Files at the limits of size.
    Tally large() {
        var body = "<tu><tuv xml:lang=\"en\"><seg>";
        for (var file :
                List.of(
                        ReadTmx.packed(new byte[100_000_000]),
                        ("<tmx>" + "<tu>".repeat(4_000_000)).getBytes(UTF_8),
                        ("<tmx>" + "</tu>".repeat(3_000_000)).getBytes(UTF_8),
                        ("<tmx>" + body + "<hi>".repeat(4_000_000)).getBytes(UTF_8),
                        ("<tmx>" + body + "<ph/>".repeat(190_000) + "</seg></tuv></tu></tmx>")
                                .getBytes(UTF_8),
                        ("<tmx>" + body + "&".repeat(900_000) + "</seg></tuv></tu></tmx>")
                                .getBytes(UTF_8),
                        ("<tmx>" + body + "&#1;".repeat(200_000) + "</seg></tuv></tu></tmx>")
                                .getBytes(UTF_8),
                        ("<tmx>" + body + "<!--".repeat(4_000_000)).getBytes(UTF_8),
                        ("<tmx><!DOCTYPE x [" + "<!ENTITY a \"".repeat(1_500_000)).getBytes(UTF_8),
                        ("<tmx>" + "<tu a='").getBytes(UTF_8),
                        ("<tmx>" + "<tu " + attributes(60_000) + "></tu></tmx>").getBytes(UTF_8),
                        ("<?xml encoding=\"" + "a".repeat(19_000_000)).getBytes(UTF_8))) {
            var mutant = new Mutant(file, "large", 0);
            timed(() -> ReadTmx.of(file), mutant, files);
            pastDetection++;
        }
        return tally();
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=\"").append(i).append('"');
        }
        return attributes.toString();
    }

    private Tally tally() {
        return new Tally(files, pastDetection, unitsRead, longest);
    }

    private <T> T timed(java.util.function.Supplier<T> reading, Mutant mutant, int number) {
        long begin = System.nanoTime();
        T result;
        try {
            result = reading.get();
        } catch (RuntimeException e) {
            throw new AssertionError(name(mutant, number), e);
        }
        var taken = Duration.ofNanos(System.nanoTime() - begin);
        check(taken.compareTo(MOST) < 0, mutant, number, "took " + taken);
        longest = taken.compareTo(longest) > 0 ? taken : longest;
        files = Math.max(files, number + 1);
        return result;
    }

    private void check(boolean holds, Mutant mutant, int number, String otherwise) {
        if (!holds) {
            throw new AssertionError(name(mutant, number) + ": " + otherwise);
        }
    }

    private String name(Mutant mutant, int number) {
        return "file %d of -Dseed=%d (%s)".formatted(number, seed, mutant.how());
    }

    /// A valid file and where in it each unit ends.
    private record Source(List<TmxUnit> units, byte[] file, int[] ends) {

        static Source of(List<TmxUnit> units) {
            var file = GeneratedTmx.file(units);
            var ends = new int[units.size()];
            var end = "</tu>\n".getBytes(UTF_8);
            int unit = 0;
            for (int at = 0; at + end.length <= file.length; at++) {
                if (Arrays.equals(file, at, at + end.length, end, 0, end.length)) {
                    ends[unit++] = at + end.length;
                }
            }
            return new Source(units, file, ends);
        }

        int unitsWithin(int bytes) {
            return (int) Arrays.stream(ends).filter(end -> end <= bytes).count();
        }
    }
}
