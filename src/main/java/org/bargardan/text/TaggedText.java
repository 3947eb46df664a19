package org.bargardan.text;

import java.util.ArrayList;
import java.util.List;

/// A text and the inline codes in it, apart: matching, counting and comparing see the text only.
///
/// Codes are in the order in which they stand; two at one place keep their order. Whether every
/// opening code has its closing one is a question for quality checks, since drafts may lack it.
public record TaggedText(String text, List<InlineCode> codes) {

    public TaggedText {
        codes = List.copyOf(codes);
        int length = text.codePointCount(0, text.length());
        int last = 0;
        for (var code : codes) {
            if (code.at() < last || code.at() > length) {
                throw new IllegalArgumentException(
                        "%s stands before the code ahead of it or beyond the text's %d code points"
                                .formatted(code, length));
            }
            last = code.at();
        }
    }

    public static TaggedText plain(String text) {
        return new TaggedText(text, List.of());
    }

    /// In code points.
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /// Neither a character nor a code.
    public boolean isEmpty() {
        return text.isEmpty() && codes.isEmpty();
    }

    public TaggedText append(String more) {
        return new TaggedText(text + more, codes);
    }

    public TaggedText append(TaggedText more) {
        int shift = length();
        var all = new ArrayList<>(codes);
        more.codes.forEach(code -> all.add(code.movedBy(shift)));
        return new TaggedText(text + more.text, all);
    }

    /// Several texts one after another.
    public static TaggedText join(List<TaggedText> parts) {
        var text = new StringBuilder();
        var codes = new ArrayList<InlineCode>();
        int length = 0;
        for (var part : parts) {
            for (var code : part.codes) {
                codes.add(code.movedBy(length));
            }
            text.append(part.text);
            length += part.length();
        }
        return new TaggedText(text.toString(), codes);
    }

    /// The characters before a place, with the codes that stand before it or at it.
    public TaggedText before(int at) {
        return new TaggedText(
                text.substring(0, text.offsetByCodePoints(0, at)),
                codes.stream().filter(code -> code.at() <= at).toList());
    }

    /// The characters from a place on, with the codes that stand behind it.
    public TaggedText from(int at) {
        return new TaggedText(
                text.substring(text.offsetByCodePoints(0, at)),
                codes.stream()
                        .filter(code -> code.at() > at)
                        .map(code -> code.movedBy(-at))
                        .toList());
    }

    /// The white space that touches a place on either side; from and to are equal if there is none.
    public Range whiteSpaceAround(int at) {
        var points = text.codePoints().toArray();
        int from = Math.clamp(at, 0, points.length);
        int to = from;
        while (from > 0 && Character.isWhitespace(points[from - 1])) {
            from--;
        }
        while (to < points.length && Character.isWhitespace(points[to])) {
            to++;
        }
        return new Range(from, to);
    }

    /// From a place to before another, in code points.
    public record Range(int from, int to) {}
}
