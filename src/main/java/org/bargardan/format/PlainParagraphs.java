package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the paragraphs of a plain text and what they are.
///
/// - **Input**: the text and its lines that are not blank; a *block* is a run of them without a
///   blank line between.
/// - **Output**: paragraphs in order, each one line, or a block where the file is hard-wrapped.
///   Joining lines is left to repair when every line is followed by a blank one.
/// - **Hard-wrapped** is a file in which the first word of a block's next line would not have
///   fitted: where this holds for 80 % of at least 3 lines, the widest of them being 45 to 110 code
///   points, at most half of them end with an end mark, and at most a fifth of all lines are wider:
///   a poem among paragraphs of one long line each is no wrapping. Verse of even length, the
///   likeliest mistake, leaves room for a word far more often.
/// - **Headings** are not told from text by their length where they would be more than a third of
///   ten paragraphs or more, as in files with a blank line after every wrapped line.
/// - Used by one thread, for one text.
final class PlainParagraphs {

    private static final int HEADING_LENGTH = 80;
    private static final int VERSE_LENGTH = 80;
    private static final int VERSE_LINES = 3;
    private static final int MIN_WRAP_WIDTH = 45;
    private static final int MAX_WRAP_WIDTH = 110;
    private static final int MIN_WRAPPED_LINES = 3;
    private static final int MIN_PARAGRAPHS_FOR_SHARES = 10;

    private static final String END_MARKS = ".!?؟:؛;،,…۔";
    private static final String SENTENCE_END_MARKS = ".!?؟…۔";

    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]+\\]:");
    private static final Pattern QUOTE = Pattern.compile(">\\s");
    private static final Pattern BULLET = Pattern.compile("[-•*▪●◦‣]\\s");
    // Digits of any block, a Persian abjad letter (الف, ب, ج …) or a Latin one, then . or ) or -
    // and a blank.
    private static final Pattern NUMBER =
            Pattern.compile("\\(?(?:\\p{Nd}{1,3}[.)]|\\p{Nd}{1,3}-|(?:الف|[ب-ی]|[A-Za-z])\\))\\s");

    private final String text;
    private final List<TextLine> lines;
    private final int maxCodePoints;
    private final List<Found> found = new ArrayList<>();
    private int wrapWidth;

    PlainParagraphs(String text, List<TextLine> lines, int maxCodePoints) {
        this.text = text;
        this.lines = lines;
        this.maxCodePoints = maxCodePoints;
    }

    /// A paragraph by its place in the text, in chars.
    ///
    /// @param alone whether blank lines or the file's edges stand around it
    record Found(int start, int end, ParagraphKind kind, int level, boolean alone) {

        Found as(ParagraphKind other, int otherLevel) {
            return new Found(start, end, other, otherLevel, alone);
        }
    }

    List<Found> find() {
        List<List<TextLine>> blocks = blocks();
        wrapWidth = wrapWidth(blocks);
        for (List<TextLine> block : blocks) {
            if (isVerse(block)) {
                addEachLine(block, ParagraphKind.VERSE);
            } else if (wrapWidth > 0 && block.size() > 1) {
                addUnwrapped(block);
            } else {
                addEachLine(block, ParagraphKind.BODY);
            }
        }
        markHeadings();
        return found;
    }

    private List<List<TextLine>> blocks() {
        var blocks = new ArrayList<List<TextLine>>();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).opensBlock()) {
                blocks.add(lines.subList(from, i));
                from = i;
            }
        }
        return blocks;
    }

    /// The width at which the file is wrapped, 0 if it is not.
    private int wrapWidth(List<List<TextLine>> blocks) {
        var lengths = new ArrayList<Integer>();
        for (List<TextLine> block : blocks) {
            block.subList(0, block.size() - 1).forEach(line -> lengths.add(line.length(text)));
        }
        if (lengths.size() < MIN_WRAPPED_LINES) {
            return 0;
        }
        lengths.sort(null);
        // Not the widest: a long address may stand out.
        int width = lengths.get((lengths.size() - 1) * 95 / 100);
        if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH) {
            return 0;
        }
        int margin = width;
        long wider = lines.stream().filter(line -> line.length(text) > margin).count();
        if (wider * 5 > lines.size()) {
            return 0;
        }
        int full = 0;
        int ended = 0;
        for (List<TextLine> block : blocks) {
            for (int i = 0; i < block.size() - 1; i++) {
                full += hasRoomForNextWord(block, i, width) ? 0 : 1;
                ended += endsWith(block.get(i), END_MARKS) ? 1 : 0;
            }
        }
        return full * 5 >= lengths.size() * 4 && ended * 2 <= lengths.size() ? width : 0;
    }

    private boolean hasRoomForNextWord(List<TextLine> block, int i, int width) {
        TextLine next = block.get(i + 1);
        int end = next.start();
        while (end < next.end() && !TextLine.isWhiteSpace(text.charAt(end))) {
            end++;
        }
        int word = text.codePointCount(next.start(), end);
        return block.get(i).length(text) + 1 + word <= width;
    }

    private boolean isVerse(List<TextLine> block) {
        if (block.size() < VERSE_LINES
                || block.stream().anyMatch(line -> line.length(text) >= VERSE_LENGTH)) {
            return false;
        }
        long ended = block.stream().filter(line -> endsWith(line, SENTENCE_END_MARKS)).count();
        long marked = block.stream().filter(line -> kindByMark(line) != ParagraphKind.BODY).count();
        return ended * 2 < block.size() && marked * 2 < block.size() && !isFull(block);
    }

    /// Whether a short block is only wrapped at a narrow width.
    private boolean isFull(List<TextLine> block) {
        int full = 0;
        for (int i = 0; i < block.size() - 1; i++) {
            full += wrapWidth > 0 && !hasRoomForNextWord(block, i, wrapWidth) ? 1 : 0;
        }
        return full * 2 > block.size() - 1;
    }

    private void addEachLine(List<TextLine> block, ParagraphKind kind) {
        for (TextLine line : block) {
            ParagraphKind marked = kindByMark(line);
            add(line, line, marked == ParagraphKind.BODY ? kind : marked, block.size() == 1);
        }
    }

    /// A paragraph ends before a list mark and behind a sentence that ends well before the margin.
    private void addUnwrapped(List<TextLine> block) {
        int from = 0;
        for (int i = 0; i < block.size(); i++) {
            boolean last = i == block.size() - 1;
            if (last
                    || kindByMark(block.get(i + 1)) != ParagraphKind.BODY
                    || (endsWith(block.get(i), SENTENCE_END_MARKS)
                            && hasRoomForNextWord(block, i, wrapWidth))) {
                addJoined(block.subList(from, i + 1));
                from = i + 1;
            }
        }
    }

    private void addJoined(List<TextLine> part) {
        TextLine first = part.getFirst();
        TextLine last = part.getLast();
        if (text.codePointCount(first.start(), last.end()) > maxCodePoints) {
            part.forEach(line -> add(line, line, kindByMark(line), false));
        } else {
            add(first, last, kindByMark(first), false);
        }
    }

    private void add(TextLine first, TextLine last, ParagraphKind kind, boolean alone) {
        found.add(new Found(first.start(), last.end(), kind, 0, alone));
    }

    private ParagraphKind kindByMark(TextLine line) {
        String content = line.content(text);
        if (FOOTNOTE.matcher(content).lookingAt()) {
            return ParagraphKind.FOOTNOTE;
        }
        if (QUOTE.matcher(content).lookingAt()) {
            return ParagraphKind.QUOTE;
        }
        if (NUMBER.matcher(content).lookingAt() || BULLET.matcher(content).lookingAt()) {
            return isOrnament(content) ? ParagraphKind.FURNITURE : ParagraphKind.LIST;
        }
        return isOrnament(content) ? ParagraphKind.FURNITURE : ParagraphKind.BODY;
    }

    /// Neither a word nor a number nor a mark that means something: asterisks, rules, stray
    /// direction marks.
    private static boolean isOrnament(String content) {
        return content.codePoints()
                .allMatch(c ->
                        !Character.isLetterOrDigit(c)
                                && END_MARKS.indexOf(c) < 0
                                && Character.isBmpCodePoint(c));
    }

    private void markHeadings() {
        var headings = new ArrayList<Integer>();
        for (int i = 0; i < found.size(); i++) {
            if (mayBeHeading(i)) {
                headings.add(i);
            }
        }
        boolean tooMany = headings.size() * 3 > found.size();
        if (tooMany && found.size() >= MIN_PARAGRAPHS_FOR_SHARES) {
            return;
        }
        int level = 1;
        for (int i : headings) {
            found.set(i, found.get(i).as(ParagraphKind.HEADING, level));
            level = 2;
        }
    }

    private boolean mayBeHeading(int i) {
        Found paragraph = found.get(i);
        int length = text.codePointCount(paragraph.start(), paragraph.end());
        if (!paragraph.alone() || length >= HEADING_LENGTH) {
            return false;
        }
        String content = text.substring(paragraph.start(), paragraph.end());
        // A number alone may as well be a page's.
        if (content.codePoints().noneMatch(Character::isLetter) || endsWith(content, END_MARKS)) {
            return false;
        }
        return paragraph.kind() == ParagraphKind.BODY
                || (NUMBER.matcher(content).lookingAt() && !isList(i - 1) && !isList(i + 1));
    }

    private boolean isList(int i) {
        return i >= 0 && i < found.size() && found.get(i).kind() == ParagraphKind.LIST;
    }

    private boolean endsWith(TextLine line, String marks) {
        return endsWith(line.content(text), marks);
    }

    /// Closing quotes and brackets and invisible marks behind the end mark do not count.
    private static boolean endsWith(String content, String marks) {
        int end = content.length();
        while (end > 0 && isCloser(content.charAt(end - 1))) {
            end--;
        }
        return end > 0 && marks.indexOf(content.charAt(end - 1)) >= 0;
    }

    private static boolean isCloser(char c) {
        return switch (Character.getType(c)) {
            case Character.FINAL_QUOTE_PUNCTUATION, Character.END_PUNCTUATION, Character.FORMAT ->
                    true;
            default -> c == '"' || c == '\'';
        };
    }
}
