package org.bargardan.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bargardan.document.NewDocument.NewCode;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.NewDocument.NoteMark;
import org.bargardan.document.ParagraphKind;
import org.bargardan.format.ExtractedParagraph;
import org.bargardan.text.InlineCode;
import org.bargardan.text.Segmenter;
import org.bargardan.text.TaggedText;

/// Cuts the paragraphs of a file into segments.
final class CutParagraphs {

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}]");

    private final Segmenter segmenter;

    CutParagraphs(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    NewParagraph of(ExtractedParagraph paragraph) {
        return of(
                paragraph, ParagraphKind.valueOf(paragraph.kind().name()), paragraph.level(), true);
    }

    /// @param kind and what follows: what a person says of it
    NewParagraph of(
            ExtractedParagraph paragraph, ParagraphKind kind, int level, boolean translatable) {
        var segments = segments(paragraph, kind);
        var place = paragraph.place();
        var mark = place.mark();
        return new NewParagraph(
                kind,
                level,
                place.textUnit(),
                paragraph.separatorBefore(),
                translatable && kind != ParagraphKind.FURNITURE && hasWords(segments),
                place.page(),
                mark == null ? null : new NoteMark(mark.paragraph(), mark.code()),
                segments,
                paragraph.sources().stream()
                        .map(source ->
                                new NewCode(
                                        source.id(),
                                        source.kind(),
                                        source.content(),
                                        source.deletable(),
                                        source.copyable()))
                        .toList());
    }

    /// A line of verse stays whole. What stands before the first sentence, such as a direction mark
    /// and a space, is its beginning.
    private List<NewSegment> segments(ExtractedParagraph paragraph, ParagraphKind kind) {
        var content = paragraph.content();
        var cut = segmenter.cut(content.text());
        if (kind == ParagraphKind.VERSE || cut.sentences().isEmpty()) {
            return List.of(new NewSegment(content, ""));
        }
        var segments = new ArrayList<NewSegment>();
        int start = 0;
        int nextCode = 0;
        for (int i = 0; i < cut.sentences().size(); i++) {
            var sentence = cut.sentences().get(i);
            var text = (i == 0 ? cut.spaceBefore() : "") + sentence.text();
            int length = points(text);
            int space = points(sentence.spaceAfter());
            boolean isLast = i == cut.sentences().size() - 1;
            var codes = new ArrayList<InlineCode>();
            while (nextCode < content.codes().size()) {
                var code = content.codes().get(nextCode);
                if (!isLast && isBeyond(code, start + length, start + length + space)) {
                    break;
                }
                codes.add(
                        new InlineCode(
                                Math.clamp(code.at() - start, 0, length),
                                code.id(),
                                code.kind(),
                                code.label()));
                nextCode++;
            }
            segments.add(new NewSegment(new TaggedText(text, codes), sentence.spaceAfter()));
            start += length + space;
        }
        return segments;
    }

    /// What opens belongs to the sentence behind it, what closes to the one before it.
    private static boolean isBeyond(InlineCode code, int end, int nextStart) {
        return switch (code.kind()) {
            case OPEN -> code.at() >= end;
            case CLOSE -> code.at() > nextStart;
            case ALONE -> code.at() >= nextStart && code.at() > end;
        };
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    /// False for a paragraph of marks that nobody sees, which some programs leave on empty lines.
    private static boolean hasWords(List<NewSegment> segments) {
        return segments.stream()
                .anyMatch(segment -> VISIBLE.matcher(segment.source().text()).find());
    }
}
