package org.bargardan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.Mutations.Mutant;

/// Reads damaged web pages, Markdown and EPUB, writes a translation of those that can be read,
/// reads that too, and tells what came of it.
///
/// In an EPUB most damage is done to a page or the package document, which is packed again, as the
/// archive's checksums catch all else.
public final class HostilePages {

    private static final Duration MOST = Duration.ofSeconds(10);
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,200}>");
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]{1,80}\"");
    private static final Pattern EMPTY = Pattern.compile("<[\\w:]+(?: [^<>]*)?/>");
    private static final Pattern MARK = Pattern.compile("[\\[\\]()`*_>#|~-]+");
    private static final List<String> VALUES =
            List.of("=\"\"", "=\"#\"", "=\"#n1\"", "=\"noteref\"", "=\"\u202E\"", "=\"../../x#y\"");
    private static final List<String> MARKS =
            List.of("*", "**", "`", "```", "[^", "[^oil]", "](", "> ", "    ", "\n\n", "|", "---");

    private final long seed;
    private final Mutations mutations;
    private final GeneratedTexts random;
    private final Map<Kind, Integer> refused = new EnumMap<>(Kind.class);
    private int read;
    private int written;
    private int readAgain;
    private Duration longest = Duration.ZERO;

    HostilePages(long seed) {
        this.seed = seed;
        mutations = new Mutations(seed, false);
        random = new GeneratedTexts(seed);
    }

    /// What came of all files.
    record Tally(
            int files,
            int read,
            int written,
            int readAgain,
            Map<Kind, Integer> refused,
            Duration longest) {}

    /// Arguments: seed, number of files of each kind. Ends with an exception if any did harm.
    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        for (String kind : List.of("html", "markdown", "epub")) {
            System.out.println(kind + " " + new HostilePages(seed).read(kind, count));
        }
    }

    /// @param kind `html`, `markdown` or `epub`
    Tally read(String kind, int count) {
        FileFormat format =
                switch (kind) {
                    case "html" -> new WebPage(MarkupLimits.DEFAULT);
                    case "markdown" -> new Markdown(MarkupLimits.DEFAULT);
                    default -> new Epub(ContainerLimits.DEFAULT);
                };
        for (int i = 0; i < count; i++) {
            read(format, damaged(kind, i), i);
        }
        return new Tally(count, read, written, readAgain, refused, longest);
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
        var targets = new EverySecond(document).targets();
        var out = new ByteArrayOutputStream();
        try {
            var result =
                    format.write(
                            file, document.filterParameters(), new Translation("fa", targets), out);
            if (result instanceof WriteResult.Written) {
                written++;
                readAgain += format.read(out.toByteArray()) instanceof ReadResult.Read ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Mutant mutant, int number) {
        return "file %d of -Dseed=%d (%s)".formatted(number, seed, mutant.how());
    }

    private Mutant damaged(String kind, int number) {
        return switch (kind) {
            case "html" -> several(bytes("html/harbour.html"));
            case "markdown" -> several(bytes("markdown/lantern.md"));
            default -> damagedBook(EpubTest.book(number % 2 == 0 ? "three" : "two"));
        };
    }

    private Mutant damagedBook(ZippedFile book) {
        if (random.oneIn(6)) {
            return mutations.of(book.bytes());
        }
        var names =
                book.entries().keySet().stream()
                        .filter(name -> name.matches(".*(html|opf|ncx|xml)"))
                        .toList();
        String name = random.oneOf(names);
        byte[] part = book.entries().get(name);
        var mutant = random.oneIn(2) ? several(part) : wellFormed(part);
        return new Mutant(book.with(name, mutant.file()).bytes(), name + ": " + mutant.how(), 0);
    }

    /// So that the XML stays what it is, most times.
    private Mutant wellFormed(byte[] part) {
        var mutant = replaced("other value", part, VALUE, random.oneOf(VALUES));
        return random.oneIn(2)
                ? mutant
                : replaced(mutant.how() + ", empty element dropped", mutant.file(), EMPTY, "");
    }

    private Mutant several(byte[] part) {
        var mutant = once(part);
        for (int more = random.below(3); more > 0; more--) {
            var next = once(mutant.file());
            mutant = new Mutant(next.file(), mutant.how() + ", " + next.how(), 0);
        }
        return mutant;
    }

    private Mutant once(byte[] part) {
        return switch (random.below(10)) {
            case 0 -> replaced("tag dropped", part, TAG, "");
            case 1, 2 -> replaced("other value", part, VALUE, random.oneOf(VALUES));
            case 3, 4 -> replaced("other mark", part, MARK, random.oneOf(MARKS));
            case 5 -> replaced("empty element dropped", part, EMPTY, "");
            default -> mutations.of(part);
        };
    }

    private Mutant replaced(String how, byte[] part, Pattern pattern, String by) {
        var text = new String(part, ISO_8859_1);
        var found = pattern.matcher(text).region(random.below(text.length() + 1), text.length());
        if (!found.find()) {
            return new Mutant(part, how + " nowhere", 0);
        }
        String damaged = text.substring(0, found.start()) + by + text.substring(found.end());
        return new Mutant(damaged.getBytes(ISO_8859_1), how + " at " + found.start(), 0);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = HostilePages.class.getResourceAsStream("/format/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
