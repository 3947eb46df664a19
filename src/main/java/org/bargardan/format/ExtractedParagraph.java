package org.bargardan.format;

import java.util.List;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// One paragraph as a filter found it, with the characters that part it from the one before.
///
/// @param separatorBefore never shown to a translator, written back as it is
/// @param content neither begins nor ends with white space, and is never without a character; may
///   hold line breaks inside
/// @param level 1 for the highest heading; 0 for whatever is no heading
/// @param sources what stands behind the content's codes in the file, one for each code
public record ExtractedParagraph(
        String separatorBefore,
        TaggedText content,
        ParagraphKind kind,
        int level,
        Place place,
        List<CodeSource> sources) {

    public ExtractedParagraph {
        sources = List.copyOf(sources);
        if (content.text().isEmpty()) {
            throw new IllegalArgumentException("a paragraph has text");
        }
        if (level < 0 || (level > 0) != (kind == ParagraphKind.HEADING)) {
            throw new IllegalArgumentException("level " + level + " of a " + kind);
        }
    }

    /// Without codes.
    public ExtractedParagraph(
            String separatorBefore, String text, ParagraphKind kind, int level, Place place) {
        this(separatorBefore, TaggedText.plain(text), kind, level, place, List.of());
    }

    public String text() {
        return content.text();
    }

    /// Where a paragraph stands in its file.
    ///
    /// @param textUnit by what the writer of the format finds the place again; at most 200
    ///   characters
    /// @param page on which it begins, counted from 1; 0 in formats without pages
    /// @param mark of a footnote's body: where its mark is; absent in all other paragraphs, and
    ///   where no mark is found
    public record Place(String textUnit, int page, @Nullable Mark mark) {

        /// In a format without pages, no footnote.
        public static Place of(String textUnit) {
            return new Place(textUnit, 0, null);
        }
    }

    /// The mark of a footnote in the text.
    ///
    /// @param paragraph counted from 0 in the document
    /// @param code id of the inline code that is the mark; 0 where the mark is written in letters,
    ///   as `[^1]`, which is why codes are counted from 1
    public record Mark(int paragraph, int code) {}
}
