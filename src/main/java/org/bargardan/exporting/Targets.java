package org.bargardan.exporting;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.document.ParagraphText;
import org.bargardan.document.ParagraphText.SegmentText;
import org.bargardan.document.Status;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;

/// The words of a document's paragraphs as a format writes them, with their codes.
final class Targets {

    private Targets() {}

    /// Only for paragraphs of which something is translated; segments that are not keep their
    /// source.
    static List<Target> of(List<ParagraphText> paragraphs) {
        return paragraphs.stream()
                .filter(Targets::isTranslated)
                .map(paragraph -> new Target(paragraph.textUnit(), of(paragraph), List.of()))
                .toList();
    }

    private static boolean isTranslated(ParagraphText paragraph) {
        return paragraph.segments().stream()
                .anyMatch(segment -> segment.status() != Status.UNTRANSLATED);
    }

    private static TaggedText of(ParagraphText paragraph) {
        var text = TaggedText.plain("");
        var all = paragraph.segments();
        for (int i = 0; i < all.size(); i++) {
            var segment = all.get(i);
            if (segment.coveredBefore()) {
                continue;
            }
            int last = i;
            while (last + 1 < all.size() && all.get(last + 1).coveredBefore()) {
                last++;
            }
            var source = source(all.subList(i, last + 1));
            text =
                    text.append(
                            segment.status() == Status.UNTRANSLATED
                                    ? source
                                    : withCodes(segment.rendering(), source));
            text = text.append(all.get(last).space());
        }
        return text;
    }

    private static TaggedText source(List<SegmentText> segments) {
        var text = TaggedText.plain("");
        for (int i = 0; i < segments.size(); i++) {
            text = text.append(segments.get(i).source());
            if (i + 1 < segments.size()) {
                text = text.append(segments.get(i).space());
            }
        }
        return text;
    }

    /// A rendering that holds no code at all gets those that stand around the whole source: what is
    /// one stretch of italics stays one. Codes within it are a person's to place.
    private static TaggedText withCodes(TaggedText rendering, TaggedText source) {
        if (!rendering.codes().isEmpty() || source.codes().isEmpty()) {
            return rendering;
        }
        int length = rendering.length();
        var before = new ArrayList<InlineCode>();
        var after = new ArrayList<InlineCode>();
        for (var code : source.codes()) {
            if (code.at() == 0
                    && code.kind() == InlineCode.Kind.OPEN
                    && closesAtEnd(code, source)) {
                before.add(code);
            } else if (code.at() == source.length()
                    && code.kind() == InlineCode.Kind.CLOSE
                    && before.stream().anyMatch(open -> open.id() == code.id())) {
                after.add(new InlineCode(length, code.id(), code.kind(), code.label()));
            }
        }
        before.addAll(after);
        return new TaggedText(rendering.text(), before);
    }

    private static boolean closesAtEnd(InlineCode open, TaggedText source) {
        return source.codes().stream()
                .anyMatch(code ->
                        code.id() == open.id()
                                && code.kind() == InlineCode.Kind.CLOSE
                                && code.at() == source.length());
    }
}
