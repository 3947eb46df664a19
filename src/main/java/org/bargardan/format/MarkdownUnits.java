package org.bargardan.format;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.yaml.front.matter.YamlFrontMatterBlock;
import com.vladsch.flexmark.ext.yaml.front.matter.YamlFrontMatterExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import net.sf.okapi.common.resource.TextFragment;
import org.jspecify.annotations.Nullable;

/// The pieces of a Markdown file that a reader sees as text, each with its place in the file.
///
/// Okapi's filter for Markdown is not asked, only its parser, flexmark: the filter cuts a paragraph
/// wherever nothing but a blank stands between two marks, as in `**a** *b*`, knows no footnotes,
/// and writes tables anew.
///
/// - **Input**: the decoded file.
/// - **Output**: paragraphs, headings, table cells, the words of a picture alone in its paragraph,
///   and code without a language, which in books is verse.
/// - **Left alone**: front matter, HTML between paragraphs, programs, addresses, definitions of
///   links.
/// - Used by one thread, for one file.
final class MarkdownUnits {

    private static final Parser PARSER =
            Parser.builder(
                            new MutableDataSet()
                                    .set(
                                            Parser.EXTENSIONS,
                                            List.of(
                                                    FootnoteExtension.create(),
                                                    TablesExtension.create(),
                                                    TaskListExtension.create(),
                                                    StrikethroughExtension.create(),
                                                    YamlFrontMatterExtension.create())))
                    .build();

    private static final int VERSE_BREAKS = 2;

    private final String text;
    private final List<Unit> units = new ArrayList<>();

    private MarkdownUnits(String text) {
        this.text = text;
    }

    /// How words are written in a piece of the file.
    enum Notation {
        /// With marks for emphasis and links, over several lines.
        PARAGRAPH,
        /// The same in one line.
        HEADING,
        /// The same in one line, where a bar ends the cell.
        CELL,
        /// Without marks in one line.
        PICTURE,
        /// As it stands, over several lines.
        CODE
    }

    /// A piece of the file, in UTF-16 code units.
    ///
    /// @param prefix what stands before the text in every line but the first
    /// @param note name of the note whose body it is of; absent in the text itself
    /// @param after where the mark of a note stands that has no place in the piece itself
    /// @param fences the marks that begin and end the block, if it has such; no line in it may be
    ///   one
    record Unit(
            int start,
            int end,
            Notation notation,
            String prefix,
            ParagraphKind kind,
            int level,
            @Nullable String note,
            int after,
            List<Fence> fences,
            TextFragment fragment) {}

    /// The mark that begins or ends a block of code.
    record Fence(int start, int end) {}

    /// The pieces in order.
    ///
    /// @param endOfText behind which notes may be added: before a last block that has no end
    record Found(List<Unit> units, int endOfText) {}

    static Found of(String text) {
        var units = new MarkdownUnits(text);
        Node document = PARSER.parse(text);
        units.walk(document);
        return new Found(units.units, units.endOfText(document));
    }

    private int endOfText(Node document) {
        return switch (document.getLastChild()) {
            case HtmlBlock html -> lineStart(html.getStartOffset());
            case FencedCodeBlock code when code.getClosingMarker().isEmpty() ->
                    lineStart(code.getStartOffset());
            case null, default -> text.length();
        };
    }

    private void walk(Node block) {
        if (Thread.currentThread().isInterrupted()) {
            throw new FileFormat.InterruptedReading();
        }
        switch (block) {
            case Heading heading -> addInline(heading, Notation.HEADING);
            case TableCell cell -> addInline(cell, Notation.CELL);
            case Paragraph paragraph -> addParagraph(paragraph);
            case FencedCodeBlock code -> addFenced(code);
            case IndentedCodeBlock code -> addLines(code, code.getContentLines(), List.of());
            case TableSeparator _, HtmlBlock _, YamlFrontMatterBlock _ -> {}
            default -> block.getChildren().forEach(this::walk);
        }
    }

    private void addParagraph(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
            if (!image.getText().isEmpty()) {
                units.add(
                        new Unit(
                                image.getText().getStartOffset(),
                                image.getText().getEndOffset(),
                                Notation.PICTURE,
                                "",
                                noteAround(image) == null
                                        ? ParagraphKind.CAPTION
                                        : ParagraphKind.FOOTNOTE,
                                0,
                                noteAround(image),
                                image.getEndOffset(),
                                List.of(),
                                MarkdownInline.verbatim(image.getText().unescape())));
            }
        } else {
            addInline(paragraph, Notation.PARAGRAPH);
        }
    }

    private void addInline(Node block, Notation notation) {
        Node first = block.getFirstChild();
        Node last = block.getLastChild();
        if (first == null || last == null) {
            return;
        }
        var inline = new MarkdownInline(text);
        inline.addChildren(block);
        ParagraphKind kind = kind(block);
        units.add(
                new Unit(
                        first.getStartOffset(),
                        last.getEndOffset(),
                        notation,
                        prefix(first.getStartOffset()),
                        kind,
                        kind == ParagraphKind.HEADING && block instanceof Heading heading
                                ? heading.getLevel()
                                : 0,
                        noteAround(block),
                        last.getEndOffset(),
                        List.of(),
                        inline.fragment()));
    }

    /// With a language it is a program.
    private void addFenced(FencedCodeBlock code) {
        if (code.getInfo().isBlank()) {
            var fences = new ArrayList<Fence>();
            for (var marker : List.of(code.getOpeningMarker(), code.getClosingMarker())) {
                if (!marker.isEmpty()) {
                    fences.add(new Fence(marker.getStartOffset(), marker.getEndOffset()));
                }
            }
            addLines(code, code.getContentLines(), fences);
        }
    }

    /// @param lines without what stands before them in the file
    private void addLines(Node code, List<BasedSequence> lines, List<Fence> fences) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        if (from == to) {
            return;
        }
        var verse = new StringBuilder();
        for (BasedSequence line : lines.subList(from, to)) {
            verse.append(verse.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        BasedSequence first = lines.get(from);
        BasedSequence last = lines.get(to - 1);
        int indent = verse.length() - verse.toString().stripLeading().length();
        units.add(
                new Unit(
                        first.getStartOffset() + indent,
                        last.getStartOffset() + last.toString().stripTrailing().length(),
                        Notation.CODE,
                        prefix(first.getStartOffset()),
                        noteAround(code) == null ? ParagraphKind.VERSE : ParagraphKind.FOOTNOTE,
                        0,
                        noteAround(code),
                        code.getEndOffset(),
                        fences,
                        MarkdownInline.verbatim(verse.toString().strip())));
    }

    private static ParagraphKind kind(Node block) {
        if (noteAround(block) != null) {
            return ParagraphKind.FOOTNOTE;
        }
        if (block instanceof Heading) {
            return ParagraphKind.HEADING;
        }
        if (isVerse(block)) {
            return ParagraphKind.VERSE;
        }
        for (Node around = block.getParent(); around != null; around = around.getParent()) {
            if (around instanceof BlockQuote) {
                return ParagraphKind.QUOTE;
            }
            if (around instanceof ListItem) {
                return ParagraphKind.LIST;
            }
        }
        return ParagraphKind.BODY;
    }

    /// Every line is broken on purpose.
    private static boolean isVerse(Node block) {
        int breaks = 0;
        for (Node child : block.getChildren()) {
            if (child instanceof SoftLineBreak) {
                return false;
            }
            breaks += child instanceof HardLineBreak ? 1 : 0;
        }
        return breaks >= VERSE_BREAKS;
    }

    private static @Nullable String noteAround(Node block) {
        var around = block.getAncestorOfType(FootnoteBlock.class);
        return around instanceof FootnoteBlock note ? note.getText().toString() : null;
    }

    /// Lists and notes go on where lines are as far in, quotations where each has its mark.
    private String prefix(int start) {
        return text.substring(lineStart(start), start).replaceAll("[^>\\s]", " ");
    }

    private int lineStart(int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }
}
