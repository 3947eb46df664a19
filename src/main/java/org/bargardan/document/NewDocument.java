package org.bargardan.document;

import java.util.List;
import org.bargardan.text.InlineCode;
import org.bargardan.text.StorableText;
import org.bargardan.text.TaggedText;
import org.jspecify.annotations.Nullable;

/// A document as a reader of its format hands it over. Separators, sources and spaces one after
/// another, then `textAfter`, are the text exactly; the repairs taken back, it is the decoded
/// original.
///
/// @param filter name of the format's reader, with its parameters and version: export reads the
///   original again with the same ones
/// @param extractionSha256 hash of the text, by which export proves that it read the same
public record NewDocument(
        String title,
        String lang,
        Original original,
        List<NewParagraph> paragraphs,
        String textAfter,
        List<NewRepair> repairs) {

    public NewDocument {
        paragraphs = List.copyOf(paragraphs);
        repairs = List.copyOf(repairs);
    }

    /// Nothing of the original was repaired.
    public NewDocument(
            String title,
            String lang,
            Original original,
            List<NewParagraph> paragraphs,
            String textAfter) {
        this(title, lang, original, paragraphs, textAfter, List.of());
    }

    /// @param textUnit the place in the original that this paragraph is written back to
    /// @param page on which it begins in the original; 0 where there are no pages
    /// @param noteMark of a footnote's body: where its mark is; absent in all others
    /// @param segments at least one
    /// @param codes what stands behind the segments' inline codes
    public record NewParagraph(
            ParagraphKind kind,
            int level,
            String textUnit,
            String separatorBefore,
            boolean translatable,
            int page,
            @Nullable NoteMark noteMark,
            List<NewSegment> segments,
            List<NewCode> codes) {

        public NewParagraph {
            segments = List.copyOf(segments);
            codes = List.copyOf(codes);
            if (segments.isEmpty()) {
                throw new IllegalArgumentException("a paragraph without a segment: " + textUnit);
            }
        }

        /// Without codes, pages and notes.
        public NewParagraph(
                ParagraphKind kind,
                int level,
                String textUnit,
                String separatorBefore,
                boolean translatable,
                List<NewSegment> segments) {
            this(
                    kind,
                    level,
                    textUnit,
                    separatorBefore,
                    translatable,
                    0,
                    null,
                    segments,
                    List.of());
        }
    }

    /// The mark of a footnote.
    ///
    /// @param paragraph counted from 0
    /// @param code id of the code that is the mark; 0 where it is written in letters
    public record NoteMark(int paragraph, int code) {}

    /// What stands behind an inline code in the original.
    ///
    /// @param nativeText its notation there
    public record NewCode(
            int id, InlineCode.Kind kind, String nativeText, boolean deletable, boolean copyable) {}

    /// A change of the original's text that was made at the import, or was refused there.
    ///
    /// @param rule name of the rule, or of whoever made it
    /// @param at UTF-16 code units from the beginning of the decoded original
    public record NewRepair(String rule, int at, String before, String after, boolean applied) {}

    /// A piece of source with the white space that follows it inside its paragraph.
    public record NewSegment(TaggedText source, String spaceAfter) {

        public NewSegment {
            StorableText.problemIn(source.text())
                    .ifPresent(problem -> {
                        throw new IllegalArgumentException("a source that holds " + problem);
                    });
        }
    }
}
