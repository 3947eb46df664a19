package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Mutations.Mutant;

/// Reads damaged PDFs by the thousand, here or as a program in a Java of its own with little
/// memory; half of them with their streams unpacked, so that the damage is in what a page shows.
public final class HostilePdfs {

    /// No file may take longer.
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final List<String> SOURCES =
            List.of(
                    "plain",
                    "columns",
                    "footnotes",
                    "mixed",
                    "rotated",
                    "encrypted",
                    "old-program");

    private static final Pattern OBJECT =
            Pattern.compile("(?s)\\d+ 0 obj\\b.{0,20000}?\\bendobj\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\d+ 0 R\\b");
    private static final Pattern NAME = Pattern.compile("/[A-Za-z][A-Za-z0-9]*");
    private static final Pattern NUMBER = Pattern.compile("(?<=[ \\[])-?[0-9.]+(?=[ \\]\\r\\n])");

    private static final List<String> NUMBERS =
            List.of("0", "-1", "99999999999", "1e308", "-0.0000001", "2147483647", "NaN", "00");

    private final long seed;
    private final Mutations mutations;
    private final GeneratedTexts random;
    private final Map<Kind, Integer> refused = new EnumMap<>(Kind.class);
    private int read;
    private Duration longest = Duration.ZERO;

    HostilePdfs(long seed) {
        this.seed = seed;
        mutations = new Mutations(seed, false);
        random = new GeneratedTexts(seed);
    }

    /// What came of all files.
    record Tally(int files, int read, Map<Kind, Integer> refused, Duration longest) {}

    /// Arguments: seed, number of files. Ends with an exception if any did harm.
    public static void main(String[] arguments) {
        System.out.println(
                "pdf "
                        + new HostilePdfs(Long.parseLong(arguments[0]))
                                .read(Integer.parseInt(arguments[1])));
    }

    Tally read(int count) {
        var sources = new ArrayList<byte[]>();
        for (var name : SOURCES) {
            sources.add(PdfTextTest.file(name));
            sources.add(unpacked(PdfTextTest.file(name)));
        }
        for (int i = 0; i < count; i++) {
            read(damaged(sources.get(i % sources.size())), i);
        }
        return new Tally(count, read, refused, longest);
    }

    private void read(Mutant mutant, int number) {
        long begin = System.nanoTime();
        try {
            switch (new PdfText(PdfLimits.DEFAULT).read(mutant.file())) {
                case ReadResult.Failed(var problem) ->
                        refused.merge(problem.kind(), 1, Integer::sum);
                case ReadResult.Read _ -> read++;
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name(mutant, number), e);
        }
        var taken = Duration.ofNanos(System.nanoTime() - begin);
        if (taken.compareTo(MOST) > 0) {
            throw new AssertionError(name(mutant, number) + " took " + taken);
        }
        longest = taken.compareTo(longest) > 0 ? taken : longest;
    }

    private String name(Mutant mutant, int number) {
        return "file %d of -Dseed=%d (%s)".formatted(number, seed, mutant.how());
    }

    private Mutant damaged(byte[] file) {
        var mutant = once(file);
        for (int more = random.below(4); more > 0; more--) {
            var next = once(mutant.file());
            mutant = new Mutant(next.file(), mutant.how() + ", " + next.how(), 0);
        }
        return mutant;
    }

    private Mutant once(byte[] file) {
        return switch (random.below(6)) {
            case 0 -> replaced("object dropped", file, OBJECT, "");
            case 1 -> replaced("other object", file, REFERENCE, (1 + random.below(20)) + " 0 R");
            case 2 -> replaced("other name", file, NAME, "/" + random.oneOf(names(file)));
            case 3 -> replaced("other number", file, NUMBER, random.oneOf(NUMBERS));
            default -> mutations.of(file);
        };
    }

    private static List<String> names(byte[] file) {
        var names =
                NAME.matcher(new String(file, ISO_8859_1))
                        .results()
                        .limit(300)
                        .map(name -> name.group().substring(1))
                        .toList();
        return names.isEmpty() ? List.of("Pages") : names;
    }

    private Mutant replaced(String how, byte[] file, Pattern pattern, String replacement) {
        var text = new String(file, ISO_8859_1);
        var found = pattern.matcher(text).region(random.below(text.length() + 1), text.length());
        if (!found.find()) {
            return new Mutant(file, how + " nowhere", 0);
        }
        var damaged = text.substring(0, found.start()) + replacement + text.substring(found.end());
        return new Mutant(damaged.getBytes(ISO_8859_1), how + " at " + found.start(), 0);
    }

    /// The same file with nothing packed in it.
    private static byte[] unpacked(byte[] file) {
        try (var pdf = Loader.loadPDF(file, "user")) {
            pdf.setAllSecurityToBeRemoved(true);
            for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
                if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                        && COSName.FLATE_DECODE.equals(stream.getFilters())) {
                    byte[] bytes;
                    try (var in = stream.createInputStream()) {
                        bytes = in.readAllBytes();
                    }
                    stream.removeItem(COSName.FILTER);
                    try (var out = stream.createOutputStream()) {
                        out.write(bytes);
                    }
                }
            }
            var out = new ByteArrayOutputStream();
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
