package org.bargardan.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.ExtractedParagraph.Place;
import org.jspecify.annotations.Nullable;

/// Makes paragraphs of lines.
///
/// - **Input**: lines in reading order, without running heads.
/// - **Output**: paragraphs with the page they begin on. A line begins one if it is of another size
///   or weight than the line before, stands further away than lines do, is indented, has the mark
///   of a list, or would have left room for its first word on the line before. Over the end of a
///   column or page a paragraph goes on unless one of these holds or, where paragraphs are not
///   indented, a sentence ends there.
/// - **Footnotes** are lines smaller than the text at the foot of a column, from the first that
///   begins with a mark on; they become `[^n]: …` behind the paragraph that holds the mark, which
///   becomes `[^n]`, counted through the document, as repair writes them. A note without a mark
///   goes on with the note of the page before.
/// - Used by one thread, for one document.
final class PdfParagraphs {

    private static final double OTHER_SIZE = 1.12;
    private static final double NOTE_SIZE = 0.93;
    private static final double HEADING_SIZE = 1.15;
    private static final int HEADING_LENGTH = 120;
    private static final double FURTHER = 1.35;
    private static final double INDENT = 0.8;
    private static final double ROOM = 0.4;
    private static final int ENOUGH_LINES = 4;

    private static final String SENTENCE_END = ".!?؟…۔:»”\"";
    private static final Pattern LIST =
            Pattern.compile(
                    "(?:[-–—•*▪●◦‣■○]\\s.*|\\(?(?:\\p{Nd}{1,3}[.)]|\\p{Nd}{1,3}\\s?[-–]|(?:الف|[ب-ی]|[A-Za-z])\\))\\s.*)",
                    Pattern.DOTALL);
    private static final Pattern MARK =
            Pattern.compile(
                    PdfTextLine.MARK + "([^" + PdfTextLine.MARK_END + "]*)" + PdfTextLine.MARK_END);
    private static final Pattern NOTE_BEGIN =
            Pattern.compile(
                    "\\s*"
                            + PdfTextLine.MARK
                            + "([^"
                            + PdfTextLine.MARK_END
                            + "]*)"
                            + PdfTextLine.MARK_END
                            + "\\s*|\\s*[(\\[]?(\\p{Nd}{1,3}|[*†‡]{1,3})[)\\]]?(?:\\s*[.):–-]?\\s+|(?=\\p{L}))");
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final List<PdfTextLine> lines;
    private final Map<Integer, Edges> edges = new HashMap<>();
    private final double bodySize;
    private final double pitch;
    private final boolean indents;
    private final List<Building> paragraphs = new ArrayList<>();
    private final List<Building> notes = new ArrayList<>();
    private final Map<Integer, List<PdfTextLine>> byPage = new HashMap<>();
    private final Map<Integer, List<Building>> notesByPage = new HashMap<>();

    PdfParagraphs(List<PdfTextLine> lines) {
        this.lines = lines;
        bodySize = bodySize(lines);
        findEdges();
        pitch = pitch();
        indents = indents();
    }

    /// Where the lines of a block begin and end.
    private record Edges(double start, double end, int lines, int page) {

        boolean holds(Edges other) {
            return page == other.page
                    && start <= other.start + 1
                    && end >= other.end - 1
                    && lines >= ENOUGH_LINES;
        }
    }

    private static final class Building {

        private final List<PdfTextLine> lines = new ArrayList<>();
        private final String label;

        /// @param label a footnote's mark; empty for other paragraphs
        Building(PdfTextLine first, String label) {
            lines.add(first);
            this.label = label;
        }

        int page() {
            return lines.getFirst().page();
        }

        int lastPage() {
            return lines.getLast().page();
        }

        double size() {
            return lines.getFirst().size();
        }

        boolean isBold() {
            return lines.stream().allMatch(PdfTextLine::bold);
        }
    }

    List<ExtractedParagraph> find() {
        var isNote = notes();
        for (int i = 0; i < lines.size(); i++) {
            if (!isNote[i]) {
                addBody(lines.get(i));
            }
        }
        return numbered();
    }

    // ---- What is usual in this document
    // -----------------------------------------------------------

    private static double bodySize(List<PdfTextLine> lines) {
        var letters = new TreeMap<Double, Integer>();
        lines.forEach(
                line -> letters.merge(rounded(line.size()), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1.0);
    }

    private static double rounded(double size) {
        return Math.round(size * 2) / 2.0;
    }

    private void findEdges() {
        var own = new HashMap<Integer, Edges>();
        for (var line : lines) {
            own.merge(
                    line.block(),
                    new Edges(line.start(), line.end(), 1, line.page()),
                    (a, b) ->
                            new Edges(
                                    Math.min(a.start, b.start),
                                    Math.max(a.end, b.end),
                                    a.lines + b.lines,
                                    a.page));
        }
        own.forEach((block, edge) -> edges.put(block, edge));
        for (var entry : own.entrySet()) {
            var edge = entry.getValue();
            if (edge.lines < ENOUGH_LINES) {
                // Blocks are counted through the document, so those of one page are neighbours.
                for (int near = entry.getKey() - 8; near <= entry.getKey() + 8; near++) {
                    var other = own.get(near);
                    if (other != null && other.holds(edge)) {
                        edges.put(entry.getKey(), other);
                    }
                }
            }
        }
    }

    private double pitch() {
        var distances = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            var a = lines.get(i - 1);
            var b = lines.get(i);
            if (a.block() == b.block()
                    && rounded(a.size()) == bodySize
                    && rounded(b.size()) == bodySize) {
                distances.add(a.baseline() - b.baseline());
            }
        }
        Collections.sort(distances);
        // Below the middle, as gaps between paragraphs are among them.
        return distances.isEmpty() ? 1.5 * bodySize : distances.get(distances.size() * 2 / 5);
    }

    private boolean indents() {
        long lineCount = 0;
        long indented = 0;
        for (var line : lines) {
            if (rounded(line.size()) == bodySize && !LIST.matcher(line.text()).matches()) {
                lineCount++;
                indented +=
                        indent(line) > INDENT * line.size() && indent(line) < 5 * line.size()
                                ? 1
                                : 0;
            }
        }
        return indented * 20 > lineCount;
    }

    private double indent(PdfTextLine line) {
        return line.start() - edgesOf(line).start;
    }

    private Edges edgesOf(PdfTextLine line) {
        return Objects.requireNonNull(edges.get(line.block()));
    }

    private double room(PdfTextLine line) {
        return edgesOf(line).end - line.end();
    }

    // ---- Footnotes
    // --------------------------------------------------------------------------------

    /// Which lines are of notes; [#notes] then has them.
    private boolean[] notes() {
        var isNote = new boolean[lines.size()];
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).block() != lines.get(from).block()) {
                int begin = i;
                while (begin > from && isSmall(lines.get(begin - 1))) {
                    begin--;
                }
                addNotes(begin, i, isNote);
                from = i;
            }
        }
        return isNote;
    }

    private boolean isSmall(PdfTextLine line) {
        return line.size() < NOTE_SIZE * bodySize && line.direction() == 0;
    }

    private void addNotes(int from, int to, boolean[] isNote) {
        boolean goesOn =
                from < to
                        && !notes.isEmpty()
                        && notes.getLast().lastPage() == lines.get(from).page() - 1
                        && !hasOtherBlockBelow(to);
        for (int i = from; i < to; i++) {
            var line = lines.get(i);
            var begin = NOTE_BEGIN.matcher(line.text());
            boolean begins = begin.lookingAt() && isNextLabel(label(begin), line.page());
            if (begins) {
                notes.add(
                        new Building(
                                line.withText(line.text().substring(begin.end())), label(begin)));
                isNote[i] = true;
            } else if (goesOn || (i > from && isNote[i - 1])) {
                notes.getLast().lines.add(line);
                isNote[i] = true;
            }
        }
    }

    private boolean hasOtherBlockBelow(int to) {
        return to < lines.size()
                && lines.get(to).page() == lines.get(to - 1).page()
                && lines.get(to).baseline() < lines.get(to - 1).baseline();
    }

    private static String label(Matcher begin) {
        return plain(begin.group(1) == null ? begin.group(2) : begin.group(1));
    }

    /// Where the page has raised numbers a note has one of them; else notes are counted.
    private boolean isNextLabel(String label, int page) {
        boolean any = false;
        for (var line : linesOf(page)) {
            var mark = MARK.matcher(line.text());
            while (mark.find()) {
                if (mark.start() == 0) {
                    continue;
                }
                any = true;
                if (plain(mark.group(1)).equals(label)) {
                    return true;
                }
            }
        }
        return !any
                && (notes.isEmpty()
                        || label.equals("1")
                        || value(label) == value(notes.getLast().label) + 1);
    }

    private Iterable<PdfTextLine> linesOf(int page) {
        if (byPage.isEmpty()) {
            lines.forEach(line ->
                    byPage.computeIfAbsent(line.page(), any -> new ArrayList<>()).add(line));
        }
        return byPage.getOrDefault(page, List.of());
    }

    private static int value(String label) {
        return label.matches("\\d{1,4}") ? Integer.parseInt(label) : -1;
    }

    /// A mark with ASCII digits.
    private static String plain(String mark) {
        var plain = new StringBuilder();
        mark.codePoints()
                .forEach(c -> {
                    int raised = RAISED_DIGITS.indexOf(c);
                    if (raised >= 0) {
                        plain.append(raised);
                    } else if (Character.isDigit(c)) {
                        plain.append(Character.digit(c, 10));
                    } else if (!Character.isWhitespace(c)) {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString();
    }

    // ---- Paragraphs
    // -------------------------------------------------------------------------------

    private void addBody(PdfTextLine line) {
        if (!paragraphs.isEmpty() && goesOn(paragraphs.getLast(), line)) {
            paragraphs.getLast().lines.add(line);
        } else {
            paragraphs.add(new Building(line, ""));
        }
    }

    private boolean goesOn(Building paragraph, PdfTextLine line) {
        var before = paragraph.lines.getLast();
        double larger = Math.max(line.size(), before.size()) / Math.min(line.size(), before.size());
        if (larger > OTHER_SIZE
                || (line.bold() != before.bold() && (paragraph.isBold() || line.bold()))
                || line.direction() != before.direction()
                || LIST.matcher(line.text()).matches()
                || room(before) > line.firstWord() + ROOM * line.size()) {
            return false;
        }
        boolean isList = LIST.matcher(paragraph.lines.getFirst().text()).matches();
        if (line.block() == before.block()) {
            double usual = pitch * Math.max(0.8, line.size() / bodySize);
            return before.baseline() - line.baseline() <= FURTHER * usual
                    && (isList || !isIndentedAfter(line, before));
        }
        if (isHeadingSize(line.size()) || isIndentedAfter(line, before)) {
            return false;
        }
        return indents || !endsSentence(before.text());
    }

    private boolean isIndentedAfter(PdfTextLine line, PdfTextLine before) {
        return indent(line) > INDENT * line.size()
                && (indent(line) - indent(before) > INDENT * line.size()
                        || line.block() != before.block());
    }

    private static boolean endsSentence(String text) {
        var shown = MARK.matcher(text).replaceAll("").strip();
        return !shown.isEmpty() && SENTENCE_END.indexOf(shown.charAt(shown.length() - 1)) >= 0;
    }

    private boolean isHeadingSize(double size) {
        return size >= HEADING_SIZE * bodySize;
    }

    // ---- What comes out
    // ---------------------------------------------------------------------------

    private List<ExtractedParagraph> numbered() {
        var levels = levels();
        var texts = paragraphs.stream().map(PdfParagraphs::joined).toList();
        var noteNumbers = new HashMap<Building, Integer>();
        var found = new ArrayList<ExtractedParagraph>();
        int placed = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            var marked = new ArrayList<Building>();
            var text = marksNumbered(texts.get(i), paragraph, marked, noteNumbers);
            add(found, text, paragraph, levels);
            int holder = found.size() - 1;
            for (var note : marked) {
                addNote(found, note, noteNumbers, new Mark(holder, 0));
            }
            int nextPage =
                    i + 1 < paragraphs.size() ? paragraphs.get(i + 1).page() : Integer.MAX_VALUE;
            while (placed < notes.size() && notes.get(placed).page() < nextPage) {
                var note = notes.get(placed++);
                if (!noteNumbers.containsKey(note) && !isMarkedLater(note, texts, i)) {
                    noteNumbers.put(note, noteNumbers.size() + 1);
                    addNote(found, note, noteNumbers, null);
                }
            }
        }
        return found;
    }

    /// A note may stand on a page of which only the next paragraph is seen.
    private boolean isMarkedLater(Building note, List<String> texts, int after) {
        for (int i = after + 1;
                i < paragraphs.size() && paragraphs.get(i).page() <= note.page();
                i++) {
            if (marksOf(texts.get(i)).contains(note.label)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> marksOf(String text) {
        return MARK.matcher(text).results().map(mark -> plain(mark.group(1))).toList();
    }

    private String marksNumbered(
            String text,
            Building paragraph,
            List<Building> marked,
            Map<Building, Integer> noteNumbers) {
        var numbered = new StringBuilder();
        var mark = MARK.matcher(text);
        while (mark.find()) {
            var label = plain(mark.group(1));
            var note =
                    IntStream.rangeClosed(paragraph.page(), paragraph.lastPage())
                            .mapToObj(page -> notesOf(page).stream())
                            .flatMap(any -> any)
                            .filter(any -> any.label.equals(label) && !noteNumbers.containsKey(any))
                            .findFirst();
            if (note.isPresent()) {
                noteNumbers.put(note.get(), noteNumbers.size() + 1);
                marked.add(note.get());
            }
            mark.appendReplacement(
                    numbered,
                    Matcher.quoteReplacement(
                            note.map(any -> "[^" + noteNumbers.get(any) + "]")
                                    .orElse(mark.group(1))));
        }
        return mark.appendTail(numbered).toString();
    }

    private List<Building> notesOf(int page) {
        if (notesByPage.isEmpty()) {
            notes.forEach(note ->
                    notesByPage.computeIfAbsent(note.page(), any -> new ArrayList<>()).add(note));
        }
        return notesByPage.getOrDefault(page, List.of());
    }

    private void addNote(
            List<ExtractedParagraph> found,
            Building note,
            Map<Building, Integer> noteNumbers,
            @Nullable Mark mark) {
        var text = withoutMarks(joined(note));
        found.add(
                new ExtractedParagraph(
                        "\n\n",
                        ("[^" + noteNumbers.get(note) + "]: " + text).strip(),
                        ParagraphKind.FOOTNOTE,
                        0,
                        new Place("p" + found.size(), note.page(), mark)));
    }

    private static String withoutMarks(String text) {
        return MARK.matcher(text).replaceAll("$1");
    }

    private void add(
            List<ExtractedParagraph> found,
            String text,
            Building paragraph,
            Map<Double, Integer> levels) {
        if (text.isBlank()) {
            return;
        }
        var level = level(paragraph, text, levels);
        var kind =
                level > 0
                        ? ParagraphKind.HEADING
                        : LIST.matcher(text).matches() ? ParagraphKind.LIST : ParagraphKind.BODY;
        found.add(
                new ExtractedParagraph(
                        found.isEmpty() ? "" : "\n\n",
                        text,
                        kind,
                        level,
                        new Place("p" + found.size(), paragraph.page(), null)));
    }

    /// Levels by size, the largest first; bold type of the text's own size is the last.
    private Map<Double, Integer> levels() {
        var levels = new TreeMap<Double, Integer>(Collections.reverseOrder());
        for (var paragraph : paragraphs) {
            if (mayBeHeading(paragraph, withoutMarks(joined(paragraph)))) {
                levels.put(rounded(paragraph.size()), 0);
            }
        }
        int level = 1;
        for (var entry : levels.entrySet()) {
            entry.setValue(level++);
        }
        return levels;
    }

    private int level(Building paragraph, String text, Map<Double, Integer> levels) {
        return mayBeHeading(paragraph, text)
                ? levels.getOrDefault(rounded(paragraph.size()), levels.size())
                : 0;
    }

    private boolean mayBeHeading(Building paragraph, String text) {
        return (isHeadingSize(paragraph.size())
                        || (paragraph.isBold() && paragraph.size() > NOTE_SIZE * bodySize))
                && paragraph.lines.size() <= 3
                && text.codePointCount(0, text.length()) <= HEADING_LENGTH
                && text.codePoints().anyMatch(Character::isLetter)
                && ".،؛,;".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /// The lines of a paragraph as one text.
    private static String joined(Building paragraph) {
        var text = new StringBuilder();
        for (var line : paragraph.lines) {
            var next = line.text();
            if (next.isEmpty()) {
                continue;
            }
            if (isHyphenated(text, next)) {
                text.setLength(text.length() - 1);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != '\u200C') {
                text.append(' ');
            }
            text.append(next);
        }
        return text.toString().replace("\u00AD", "").strip();
    }

    /// Only between small Latin letters: Persian is never divided.
    private static boolean isHyphenated(StringBuilder text, String next) {
        int length = text.length();
        if (length < 2) {
            return false;
        }
        char last = text.charAt(length - 1);
        return last == '\u00AD'
                || ((last == '-' || last == '\u2010')
                        && Character.isLowerCase(text.charAt(length - 2))
                        && Character.isLowerCase(next.codePointAt(0)));
    }
}
