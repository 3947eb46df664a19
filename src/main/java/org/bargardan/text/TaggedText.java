package org.bargardan.text;

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
}
