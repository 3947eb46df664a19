package org.bargardan.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What changed between two texts, in whole words, for people to read.
///
/// - **Input**: two texts of one language.
/// - **Output**: pieces in reading order. The SAME and DELETED ones joined are the old text, the
///   SAME and INSERTED ones the new one; no piece begins or ends within a word or a grapheme.
/// - **Method**: the shortest edit script over the words, spaces and marks of both; two edits with
///   nothing but white space between them become one, because words crossed out one by one are hard
///   to read.
/// - **Bound**: where more than [#MOST] pieces lie between what both texts begin and end with, they
///   are one edit: the time grows with the square of what differs, and nobody reads so many.
/// - **Source**: Myers 1986, "An O(ND) Difference Algorithm and Its Variations", its linear-space
///   variant, since the plain one keeps every path it tries. Stateless, thread-safe.
public final class WordDiff {

    // Signs that change what a number or a sentence says stay: % & and what is no punctuation.
    private static final Pattern PASSED_OVER =
            Pattern.compile("(?<![0-9])[\\s\\p{P}&&[^%&]]+|[\\s\\p{P}&&[^%&]]+(?![0-9])");

    /// Pieces of both texts together; as many take about a second.
    static final int MOST = 20_000;

    private WordDiff() {}

    public static List<Piece> between(String before, String after, String bcp47) {
        var old = Words.pieces(before, bcp47);
        var now = Words.pieces(after, bcp47);
        int shorter = Math.min(old.size(), now.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        var merging = new Merging();
        if (old.size() + now.size() - 2 * (head + tail) > MOST) {
            merging.same(String.join("", old.subList(0, head)));
            merging.edit(
                    String.join("", old.subList(head, old.size() - tail)),
                    String.join("", now.subList(head, now.size() - tail)));
            merging.same(String.join("", old.subList(old.size() - tail, old.size())));
            return merging.pieces();
        }
        int sameFrom = 0;
        for (var delta : DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            var source = delta.getSource();
            merging.same(String.join("", old.subList(sameFrom, source.getPosition())));
            merging.edit(
                    String.join("", source.getLines()),
                    String.join("", delta.getTarget().getLines()));
            sameFrom = source.getPosition() + source.size();
        }
        merging.same(String.join("", old.subList(sameFrom, old.size())));
        return merging.pieces();
    }

    public static ChangeClass classify(String before, String after, String bcp47) {
        if (before.equals(after)) {
            return ChangeClass.NONE;
        }
        return wording(before, bcp47).equals(wording(after, bcp47))
                ? ChangeClass.SPELLING
                : ChangeClass.WORDING;
    }

    private static String wording(String text, String bcp47) {
        return PASSED_OVER.matcher(SearchFolding.matchKey(text, bcp47)).replaceAll("");
    }

    /// A stretch of text that both texts have, or that only the old or only the new one has.
    public record Piece(Kind kind, String text) {

        /// Which of the two texts a piece is in.
        public enum Kind {
            SAME,
            INSERTED,
            DELETED
        }
    }

    /// Collects pieces and joins edits that only white space parts.
    private static final class Merging {

        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();

        void same(String text) {
            same.append(text);
        }

        void edit(String before, String after) {
            boolean follows = !deleted.isEmpty() || !inserted.isEmpty();
            if (follows && same.chars().allMatch(c -> SentenceView.isSpace((char) c))) {
                deleted.append(same);
                inserted.append(same);
                same.setLength(0);
            } else {
                flushEdit();
                flush(same, Piece.Kind.SAME);
            }
            deleted.append(before);
            inserted.append(after);
        }

        List<Piece> pieces() {
            flushEdit();
            flush(same, Piece.Kind.SAME);
            return List.copyOf(pieces);
        }

        private void flushEdit() {
            flush(deleted, Piece.Kind.DELETED);
            flush(inserted, Piece.Kind.INSERTED);
        }

        private void flush(StringBuilder text, Piece.Kind kind) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(kind, text.toString()));
                text.setLength(0);
            }
        }
    }
}
