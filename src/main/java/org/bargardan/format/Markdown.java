package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.MarkdownUnits.Fence;
import org.bargardan.format.MarkdownUnits.Notation;
import org.bargardan.format.MarkdownUnits.Unit;
import org.bargardan.format.PlacedNotes.Draft;
import org.bargardan.format.Translation.Note;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.TaggedText;

/// Reads and writes Markdown: CommonMark with tables, footnotes, tasks, strikethrough and front
/// matter.
///
/// - **Input**: the file's bytes, whose charset [MarkupFile] finds.
/// - **Output**: what [MarkdownUnits] finds; a footnote's body behind the paragraph of its mark.
/// - **Written** is the file in UTF-8 with other words in the places of those that have a target,
///   and not a byte changed elsewhere; notes of the translator below all. Signs that would mean
///   something are written so that they do not ([MarkdownText]).
/// - **Not kept**: marks within pictures' words and code, which have none; a note there is marked
///   behind it. Markdown says neither language nor direction.
/// - Thread-safe, keeps nothing between calls.
public final class Markdown implements FileFormat {

    public static final String FILTER = "markdown";
    public static final int VERSION = 1;

    private final MarkupLimits limits;

    public Markdown(MarkupLimits limits) {
        this.limits = limits;
    }

    @Override
    public String filter() {
        return FILTER;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public String ending() {
        return "md";
    }

    @Override
    public int maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public boolean isWritten() {
        return true;
    }

    @Override
    public ReadResult read(byte[] file, String parameters, Progress progress) {
        try {
            MarkupFile read = MarkupFile.undeclared(file, parameters, limits);
            var markup = new MarkdownMarkup("");
            var drafts = new ArrayList<Draft>();
            int number = 0;
            for (Unit unit : units(read.text()).units()) {
                OkapiText text = OkapiText.of(unit.fragment(), markup);
                if (text.hasWords()) {
                    drafts.add(draft(unit, key(number), text));
                }
                number++;
            }
            return new ReadResult.Read(
                    new ExtractedDocument(
                            limits.checked(PlacedNotes.of(drafts)),
                            "",
                            FILTER,
                            read.encoding().write(),
                            VERSION));
        } catch (RefusedFile e) {
            return new ReadResult.Failed(e.problem());
        }
    }

    private MarkdownUnits.Found units(String text) throws RefusedFile {
        MarkdownGuard.check(text, limits);
        try {
            return MarkdownUnits.of(text);
        } catch (InterruptedReading e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever the parser stumbles over says only that it did.
            throw new RefusedFile(Kind.DOCUMENT_DAMAGED);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Marks within marks; both let go of it all.
            throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
        }
    }

    private static String key(int number) {
        return "p" + number;
    }

    private static Draft draft(Unit unit, String key, OkapiText text) {
        var marks = new LinkedHashMap<Integer, String>();
        for (CodeSource source : text.sources()) {
            if (source.content().startsWith("[^")) {
                marks.put(
                        source.id(), source.content().substring(2, source.content().length() - 1));
            }
        }
        return new Draft(
                key, text.content(), text.sources(), unit.kind(), unit.level(), unit.note(), marks);
    }

    @Override
    public WriteResult write(
            byte[] original, String parameters, Translation translation, OutputStream out)
            throws IOException {
        try {
            String text = MarkupFile.undeclared(original, parameters, limits).text();
            byte[] written = new Writing(text, translation).written().getBytes(UTF_8);
            out.write(written);
            return new WriteResult.Written(written.length);
        } catch (RefusedFile e) {
            return new WriteResult.Failed(e.problem());
        }
    }

    /// A file on its way.
    private final class Writing {

        private final String text;
        private final String lineEnd;
        private final Map<String, List<Target>> targets;
        private final MarkdownMarkup markup;
        private final List<Replacement> replacements = new ArrayList<>();

        Writing(String text, Translation translation) {
            this.text = text;
            lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
            targets =
                    translation.targets().stream().collect(Collectors.groupingBy(Target::textUnit));
            markup = new MarkdownMarkup(text);
        }

        /// Of what stands from one place to before another.
        private record Replacement(int start, int end, String by) {}

        String written() throws RefusedFile {
            MarkdownUnits.Found found = units(text);
            for (int i = 0; i < found.units().size(); i++) {
                List<Target> ofUnit = targets.getOrDefault(key(i), List.of());
                if (!ofUnit.isEmpty()) {
                    replace(found.units().get(i), ofUnit);
                }
            }
            replacements.add(
                    new Replacement(
                            found.endOfText(), found.endOfText(), notes(found.endOfText())));
            // What is only put in stands before what is replaced at the same place.
            replacements.sort(
                    Comparator.comparingInt(Replacement::start).thenComparingInt(Replacement::end));
            var written = new StringBuilder();
            int done = 0;
            for (Replacement replacement : replacements) {
                written.append(text, done, replacement.start).append(replacement.by);
                done = replacement.end;
            }
            return written.append(text, done, text.length()).toString();
        }

        private void replace(Unit unit, List<Target> ofUnit) {
            var before = markup.added().size();
            String words =
                    MarkdownText.of(
                            OkapiText.of(unit.fragment(), markup).target(ofUnit),
                            unit.notation(),
                            lineEnd,
                            unit.prefix());
            replacements.add(new Replacement(unit.start(), unit.end(), words));
            if (unit.notation() == Notation.CODE || unit.notation() == Notation.PICTURE) {
                markBehind(unit, before);
            }
            for (Fence fence : unit.fences()) {
                String mark = text.substring(fence.start(), fence.end());
                String longer =
                        mark.substring(0, 1)
                                .repeat(Math.max(mark.length(), fenceOver(words, mark)));
                replacements.add(new Replacement(fence.start(), fence.end(), longer));
            }
        }

        /// Longer than any line of the words that could be a fence.
        private static int fenceOver(String words, String mark) {
            return words.lines()
                            .map(String::strip)
                            .mapToInt(line -> {
                                int same = 0;
                                while (same < line.length()
                                        && line.charAt(same) == mark.charAt(0)) {
                                    same++;
                                }
                                return same;
                            })
                            .max()
                            .orElse(0)
                    + 1;
        }

        private void markBehind(Unit unit, int before) {
            var marks = new StringBuilder();
            for (var added : markup.added().subList(before, markup.added().size())) {
                marks.append(added.mark());
            }
            if (marks.isEmpty()) {
                return;
            }
            int at = unit.after();
            if (unit.notation() == Notation.CODE) {
                at = nextLine(at);
                marks.insert(0, lineEnd).append(lineEnd);
                marks.append(at < text.length() ? lineEnd : "");
            }
            replacements.add(new Replacement(at, at, marks.toString()));
        }

        private int nextLine(int at) {
            if (at == 0 || text.charAt(at - 1) == '\n') {
                return at;
            }
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end + 1;
        }

        /// A line for each.
        private String notes(int at) {
            if (markup.added().isEmpty()) {
                return "";
            }
            boolean isNewLine =
                    at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
            var notes = new StringBuilder(isNewLine ? "" : lineEnd);
            for (int i = 0; i < markup.added().size(); i++) {
                var added = markup.added().get(i);
                notes.append(lineEnd).append(added.mark()).append(": ").append(body(added.note()));
                notes.append(lineEnd);
            }
            return notes.append(at < text.length() ? lineEnd : "").toString();
        }

        private String body(Note note) {
            TaggedText words = TaggedText.plain(note.label() + ": ").append(note.body());
            return MarkdownText.of(
                    OkapiText.of(MarkdownInline.verbatim(""), markup)
                            .target(List.of(new Target("", words, List.of()))),
                    Notation.PARAGRAPH,
                    lineEnd,
                    "    ");
        }
    }
}
