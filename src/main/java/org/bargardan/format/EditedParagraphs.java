package org.bargardan.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bargardan.format.ExtractedParagraph.Mark;
import org.bargardan.format.ExtractedParagraph.Place;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// The paragraphs of a document after edits of its text.
///
/// - **Input**: a document and edits of its text, in order, not overlapping.
/// - **Output**: the same document with the edits made; its text is the edited one exactly. A
///   paragraph keeps its kind and place; codes keep theirs among the letters, those of a stretch
///   that was replaced stand at most at its end.
/// - **Joined** are two paragraphs between which no line break is left, the first keeps its place;
///   **split** is one in which an empty line appears, all parts keep its text unit; **gone** is one
///   of which nothing is left.
/// - Used by one thread, for one document.
final class EditedParagraphs {

    private final ExtractedDocument document;
    private final List<TextEdit> edits;
    private final String original;
    private final String text;
    private final List<ExtractedParagraph> edited = new ArrayList<>();

    /// Where the first paragraph of each original one went.
    private final Map<Integer, Integer> newNumbers = new HashMap<>();

    /// The first of the paragraphs that another one became one with.
    private final Map<Integer, Integer> joinedTo = new HashMap<>();

    private int nextCode;
    private int next;
    private int shift;
    private int done;

    EditedParagraphs(ExtractedDocument document, List<TextEdit> edits) {
        this.document = document;
        this.edits = edits;
        original = document.text();
        text = TextEdit.applied(original, edits);
    }

    /// A paragraph, or several that became one, in the edited text; in UTF-16 code units.
    private record Stretch(
            int number, int start, int end, List<InlineCode> codes, List<CodeSource> sources) {}

    ExtractedDocument document() {
        Stretch open = null;
        int at = 0;
        for (int i = 0; i < document.paragraphs().size(); i++) {
            var paragraph = document.paragraphs().get(i);
            int start = at + paragraph.separatorBefore().length();
            int end = start + paragraph.text().length();
            var stretch = stretch(i, paragraph, start, end);
            at = end;
            if (stretch.start == stretch.end && stretch.codes.isEmpty()) {
                continue;
            }
            if (open != null && isJoined(open, stretch, start, paragraph.separatorBefore())) {
                open = joined(open, stretch);
                joinedTo.put(i, open.number);
            } else {
                add(open);
                open = stretch;
            }
        }
        add(open);
        return new ExtractedDocument(
                edited.stream().map(this::withMarkMoved).toList(),
                text.substring(done),
                document.filter(),
                document.filterParameters(),
                document.filterVersion());
    }

    private Stretch stretch(int number, ExtractedParagraph paragraph, int start, int end) {
        int newStart = moved(start, false);
        var codes = new ArrayList<InlineCode>();
        var content = paragraph.content();
        var marks = new ArrayList<Integer>();
        int unit = 0;
        int point = 0;
        for (var code : content.codes()) {
            unit = content.text().offsetByCodePoints(unit, code.at() - point);
            point = code.at();
            marks.add(moved(start + unit, true));
        }
        int newEnd = Math.max(newStart, moved(end, true));
        for (int i = 0; i < marks.size(); i++) {
            var code = content.codes().get(i);
            int place = Math.clamp(marks.get(i), newStart, newEnd);
            codes.add(
                    new InlineCode(
                            text.codePointCount(newStart, place),
                            code.id(),
                            code.kind(),
                            code.label()));
        }
        return new Stretch(number, newStart, newEnd, codes, paragraph.sources());
    }

    /// Where a place of the original is now. Places are asked for in order.
    ///
    /// @param after whether what is put in at the place stands before it
    private int moved(int place, boolean after) {
        while (next < edits.size()
                && (edits.get(next).end() < place
                        || (edits.get(next).end() == place
                                && (after || !edits.get(next).before().isEmpty())))) {
            shift += edits.get(next).after().length() - edits.get(next).before().length();
            next++;
        }
        if (next < edits.size() && edits.get(next).at() < place) {
            var edit = edits.get(next);
            int into = Math.min(place - edit.at(), edit.after().length());
            return wholeCharacter(edit.at() + shift + into);
        }
        return place + shift;
    }

    private int wholeCharacter(int place) {
        return place > 0
                        && place < text.length()
                        && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place))
                ? place - 1
                : place;
    }

    private boolean isJoined(Stretch first, Stretch second, int start, String separator) {
        return separator.indexOf('\n') >= 0
                && !edits.isEmpty()
                && text.substring(first.end, Math.max(first.end, second.start)).indexOf('\n') < 0
                && isTouched(start - separator.length(), start);
    }

    private boolean isTouched(int from, int to) {
        return edits.stream().anyMatch(edit -> edit.at() < to && edit.end() > from);
    }

    private Stretch joined(Stretch first, Stretch second) {
        var codes = new ArrayList<>(first.codes);
        int shifted = text.codePointCount(first.start, Math.max(first.end, second.start));
        // Ids are counted in each paragraph from 1.
        int highest = first.codes.stream().mapToInt(InlineCode::id).max().orElse(0);
        second.codes.forEach(code ->
                codes.add(
                        new InlineCode(
                                code.at() + shifted,
                                code.id() + highest,
                                code.kind(),
                                code.label())));
        var sources = new ArrayList<>(first.sources);
        second.sources.forEach(source ->
                sources.add(
                        new CodeSource(
                                source.id() + highest,
                                source.kind(),
                                source.content(),
                                source.deletable(),
                                source.copyable())));
        return new Stretch(
                first.number, first.start, Math.max(first.end, second.end), codes, sources);
    }

    /// One paragraph, or several if empty lines stand in it.
    private void add(@Nullable Stretch stretch) {
        if (stretch == null) {
            return;
        }
        var paragraph = document.paragraphs().get(stretch.number);
        boolean hadGaps = paragraph.text().contains("\n\n");
        nextCode = 0;
        int from = stretch.start;
        while (from <= stretch.end) {
            int gap = hadGaps ? -1 : text.indexOf("\n\n", from);
            int to = gap < 0 || gap >= stretch.end ? stretch.end : gap;
            addPart(paragraph, stretch, from, to);
            from = to == stretch.end ? to + 1 : to + 2;
        }
    }

    private void addPart(ExtractedParagraph paragraph, Stretch stretch, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        int firstPoint = text.codePointCount(stretch.start, start);
        int length = text.codePointCount(start, end);
        boolean isLast = to == stretch.end;
        var codes = new ArrayList<InlineCode>();
        while (nextCode < stretch.codes.size()) {
            var code = stretch.codes.get(nextCode);
            int at = code.at() - firstPoint;
            boolean isHere =
                    at < length || isLast || (at == length && code.kind() != InlineCode.Kind.OPEN);
            if (!isHere) {
                break;
            }
            codes.add(
                    new InlineCode(
                            Math.clamp(at, 0, length), code.id(), code.kind(), code.label()));
            nextCode++;
        }
        newNumbers.putIfAbsent(stretch.number, edited.size());
        edited.add(
                new ExtractedParagraph(
                        text.substring(done, start),
                        new TaggedText(text.substring(start, end), codes),
                        paragraph.kind(),
                        paragraph.level(),
                        paragraph.place(),
                        stretch.sources));
        done = end;
    }

    private ExtractedParagraph withMarkMoved(ExtractedParagraph paragraph) {
        var place = paragraph.place();
        if (place.mark() == null) {
            return paragraph;
        }
        int holder = newNumber(place.mark().paragraph());
        return new ExtractedParagraph(
                paragraph.separatorBefore(),
                paragraph.content(),
                paragraph.kind(),
                paragraph.level(),
                new Place(
                        place.textUnit(),
                        place.page(),
                        holder < 0 ? null : new Mark(holder, place.mark().code())),
                paragraph.sources());
    }

    /// -1 if nothing is left of it.
    private int newNumber(int number) {
        return newNumbers.getOrDefault(joinedTo.getOrDefault(number, number), -1);
    }
}
