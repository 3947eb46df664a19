package org.bargardan.editor.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.bargardan.text.InlineCode;
import org.bargardan.text.TaggedText;
import org.bargardan.text.WordDiff;
import org.jspecify.annotations.Nullable;

/// One line of the editor as the browser shows it; the names are those of rows.ts.
///
/// @param no the segment's place in the document, from 1
/// @param starts whether it is the first of its paragraph
/// @param reason why it was returned, ready to read; null unless it was
/// @param by who wrote the words; null while there are none
/// @param draft the person's own unsent words; null if there are none
/// @param since what changed since a reviewer last looked; null if nothing did
/// @param whyNot why the person may not write or approve; null if they may
@JsonInclude(JsonInclude.Include.NON_NULL)
record Row(
        String id,
        String segment,
        int no,
        String kind,
        boolean starts,
        String source,
        List<Code> sourceCodes,
        String text,
        List<Code> codes,
        String status,
        boolean returned,
        @Nullable String reason,
        @Nullable String reasonBy,
        long version,
        @Nullable Writer by,
        boolean mine,
        @Nullable Unsent draft,
        int comments,
        @Nullable List<Piece> since,
        @Nullable String sinceNote,
        boolean mayWrite,
        boolean mayApprove,
        @Nullable String whyNot) {

    /// An inline code before a code point.
    record Code(int at, String id, String kind, String label) {

        static List<Code> of(TaggedText text) {
            return text.codes().stream().map(Code::of).toList();
        }

        private static Code of(InlineCode code) {
            return new Code(
                    code.at(),
                    Integer.toString(code.id()),
                    code.kind().name().toLowerCase(Locale.ROOT),
                    code.label());
        }
    }

    /// A person by pen name and colour.
    record Writer(String name, int colour) {}

    /// Words not yet stored, and the version they were begun on.
    record Unsent(String text, long version) {}

    /// A stretch of a text that is drawn in its own way.
    record Piece(String kind, String text) {

        /// For a redline.
        static List<Piece> redline(List<WordDiff.Piece> pieces) {
            return pieces.stream()
                    .map(piece ->
                            new Piece(piece.kind().name().toLowerCase(Locale.ROOT), piece.text()))
                    .toList();
        }

        /// One side of two texts of which neither is older: what only it has is marked as found.
        static List<Piece> side(List<WordDiff.Piece> pieces, WordDiff.Piece.Kind own) {
            return pieces.stream()
                    .filter(piece ->
                            piece.kind() == own || piece.kind() == WordDiff.Piece.Kind.SAME)
                    .map(piece -> new Piece(piece.kind() == own ? "found" : "same", piece.text()))
                    .toList();
        }
    }

    /// What became of an attempt to store something; the names are those of rows.ts.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            String kind,
            Row row,
            @Nullable String next,
            @Nullable List<Piece> mine,
            @Nullable List<Piece> theirs,
            @Nullable String theirsBy,
            @Nullable String why) {

        static Outcome saved(Row row, @Nullable String next) {
            return new Outcome("saved", row, next, null, null, null, null);
        }

        static Outcome conflict(Row row, List<Piece> mine, List<Piece> theirs, String theirsBy) {
            return new Outcome("conflict", row, null, mine, theirs, theirsBy, null);
        }

        static Outcome refused(Row row, String why) {
            return new Outcome("refused", row, null, null, null, null, why);
        }
    }
}
