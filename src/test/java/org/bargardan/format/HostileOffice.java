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
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Mutations.Mutant;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;

/// Reads damaged DOCX and ODT files, writes a translation of those that can be read, and tells what
/// came of it.
///
/// Most damage is done to a part, which is packed again, as the archive's checksums catch all else;
/// some to the archive.
public final class HostileOffice {

    private static final Pattern TAG = Pattern.compile("<[^<>]{1,200}>");
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]{1,80}\"");
    private static final List<String> VALUES =
            List.of("=\"\"", "=\"-1\"", "=\"99999999999\"", "=\"w:p\"", "=\"\u202E\"", "=\"1\"");
    private static final Duration MOST = Duration.ofSeconds(10);

    private final long seed;
    private final Mutations mutations;
    private final GeneratedTexts random;
    private final Map<Kind, Integer> refused = new EnumMap<>(Kind.class);
    private int read;
    private int written;
    private Duration longest = Duration.ZERO;

    HostileOffice(long seed) {
        this.seed = seed;
        mutations = new Mutations(seed, false);
        random = new GeneratedTexts(seed);
    }

    /// What came of all files.
    record Tally(int files, int read, int written, Map<Kind, Integer> refused, Duration longest) {}

    /// Arguments: seed, number of files. Ends with an exception if any did harm.
    public static void main(String[] arguments) {
        System.out.println(
                "office "
                        + new HostileOffice(Long.parseLong(arguments[0]))
                                .read(Integer.parseInt(arguments[1])));
    }

    Tally read(int count) {
        byte[] word = WordFiles.chapter().bytes();
        byte[] odt = OdtFiles.chapter().bytes();
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                read(new WordDocument(ContainerLimits.DEFAULT), damaged(word), i);
            } else {
                read(new OpenDocument(ContainerLimits.DEFAULT), damaged(odt), i);
            }
        }
        return new Tally(count, read, written, refused, longest);
    }

    private void read(FileFormat format, Mutant mutant, int number) {
        long begin = System.nanoTime();
        try {
            switch (format.read(mutant.file())) {
                case ReadResult.Failed(var problem) ->
                        refused.merge(problem.kind(), 1, Integer::sum);
                case ReadResult.Read(var document, _, _, _) -> {
                    read++;
                    write(format, mutant.file(), document);
                }
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

    private void write(FileFormat format, byte[] file, ExtractedDocument document) {
        var targets = new ArrayList<Target>();
        for (var paragraph : document.paragraphs()) {
            if (random.oneIn(2)) {
                targets.add(
                        new Target(
                                paragraph.place().textUnit(),
                                new TaggedText(
                                        "نوشته",
                                        List.of(
                                                new InlineCode(1, 1, InlineCode.Kind.ALONE, "fn"),
                                                new InlineCode(
                                                        2, 99, InlineCode.Kind.ALONE, "tn"))),
                                List.of(
                                        new Translation.Note(
                                                99, "TN", TaggedText.plain("یادداشت")))));
            }
        }
        try {
            var result =
                    format.write(
                            file, "", new Translation("fa", targets), new ByteArrayOutputStream());
            written += result instanceof WriteResult.Written ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Mutant mutant, int number) {
        return "file %d of -Dseed=%d (%s)".formatted(number, seed, mutant.how());
    }

    private Mutant damaged(byte[] archive) {
        if (random.oneIn(6)) {
            return mutations.of(archive);
        }
        var zipped = ZippedFile.of(archive);
        var names =
                zipped.entries().keySet().stream()
                        .filter(name -> name.matches(".*(xml|rels)"))
                        .toList();
        String name = random.oneOf(names);
        var mutant = once(zipped.entries().get(name));
        for (int more = random.below(3); more > 0; more--) {
            var next = once(mutant.file());
            mutant = new Mutant(next.file(), mutant.how() + ", " + next.how(), 0);
        }
        return new Mutant(zipped.with(name, mutant.file()).bytes(), name + ": " + mutant.how(), 0);
    }

    private Mutant once(byte[] part) {
        return switch (random.below(12)) {
            case 0 -> replaced("tag dropped", part, TAG, "");
            case 1, 2, 3 -> replaced("other value", part, VALUE, random.oneOf(VALUES));
            case 4, 5, 6 -> moved(part);
            case 7, 8, 9 -> elementDropped(part);
            default -> mutations.of(part);
        };
    }

    /// An element that holds no other stands somewhere else, so that the XML stays well-formed.
    private Mutant moved(byte[] part) {
        var text = new String(part, ISO_8859_1);
        var found = Pattern.compile("<[\\w:]+(?: [^<>]*)?/>").matcher(text);
        if (!found.find(random.below(text.length()))) {
            return new Mutant(part, "nothing moved", 0);
        }
        String rest = text.substring(0, found.start()) + text.substring(found.end());
        var place = Pattern.compile("><").matcher(rest);
        int at = place.find(random.below(rest.length())) ? place.start() + 1 : rest.length();
        return new Mutant(
                (rest.substring(0, at) + found.group() + rest.substring(at)).getBytes(ISO_8859_1),
                found.group() + " moved",
                0);
    }

    /// With all that is in it, so that the XML stays well-formed.
    private Mutant elementDropped(byte[] part) {
        var text = new String(part, ISO_8859_1);
        var opening = Pattern.compile("<([\\w:]+)(?: [^<>]*)?(?<!/)>").matcher(text);
        if (!opening.find(random.below(text.length()))) {
            return new Mutant(part, "nothing dropped", 0);
        }
        var same =
                Pattern.compile("<(/?)" + opening.group(1) + "(?: [^<>]*)?(?<!/)>").matcher(text);
        int depth = 0;
        int from = opening.start();
        while (same.find(from)) {
            depth += same.group(1).isEmpty() ? 1 : -1;
            from = same.end();
            if (depth == 0) {
                return new Mutant(
                        (text.substring(0, opening.start()) + text.substring(from))
                                .getBytes(ISO_8859_1),
                        opening.group() + " dropped",
                        0);
            }
        }
        return new Mutant(part, "nothing dropped", 0);
    }

    private Mutant replaced(String how, byte[] part, Pattern pattern, String replacement) {
        var text = new String(part, ISO_8859_1);
        var found = pattern.matcher(text).region(random.below(text.length() + 1), text.length());
        if (!found.find()) {
            return new Mutant(part, how + " nowhere", 0);
        }
        var damaged = text.substring(0, found.start()) + replacement + text.substring(found.end());
        return new Mutant(damaged.getBytes(ISO_8859_1), how + " at " + found.start(), 0);
    }
}
