package org.bargardan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bargardan.text.WordDiff.Piece.Kind.DELETED;
import static org.bargardan.text.WordDiff.Piece.Kind.INSERTED;
import static org.bargardan.text.WordDiff.Piece.Kind.SAME;

import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.stream.Collectors;
import org.bargardan.GeneratedText;
import org.bargardan.text.WordDiff.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordDiffTest {

    static List<Arguments> changes() {
        return Table.read("changes.tsv");
    }

    @ParameterizedTest(name = "{1}: {2} → {3}")
    @MethodSource("changes")
    void aChangeIsOfSpellingOrOfWording(String language, ChangeClass kind, String a, String b) {
        assertThat(WordDiff.classify(a, b, language)).isEqualTo(kind);
        assertThat(WordDiff.classify(b, a, language)).isEqualTo(kind);
    }

    @Test
    void wholeWordsAreExchanged() {
        assertThat(WordDiff.between("او می‌رود به خانه.", "او می‌دود به خانه.", "fa"))
                .containsExactly(
                        new Piece(SAME, "او "),
                        new Piece(DELETED, "می‌رود"),
                        new Piece(INSERTED, "می‌دود"),
                        new Piece(SAME, " به خانه."));
    }

    @Test
    @Timeout(20)
    void textsThatNobodyCouldReadComparedAreOneEdit() {
        var before = "Once. " + "a b c d ".repeat(25_000) + "The end.";
        var after = "Once. " + "e f g h ".repeat(25_000) + "The end.";
        assertThat(WordDiff.between(before, after, "en"))
                .extracting(Piece::kind)
                .containsExactly(SAME, DELETED, INSERTED, SAME);
        assertThat(WordDiff.between(before, before.replaceFirst("b c", "x y"), "en"))
                .contains(new Piece(DELETED, "b c"), new Piece(INSERTED, "x y"));
    }

    @Test
    void editsThatOnlyASpacePartsAreOne() {
        assertThat(WordDiff.between("The old man sat down.", "The young woman sat down.", "en"))
                .containsExactly(
                        new Piece(SAME, "The "),
                        new Piece(DELETED, "old man"),
                        new Piece(INSERTED, "young woman"),
                        new Piece(SAME, " sat down."));
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void thePiecesHoldTheOldAndTheNewTextExactly(GeneratedText sample) {
        var after = sample.edited();
        var pieces = WordDiff.between(sample.text(), after, "fa");
        assertThat(joinedWithout(INSERTED, pieces)).isEqualTo(sample.text());
        assertThat(joinedWithout(DELETED, pieces)).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void equalTextsHaveNoEdit(GeneratedText sample) {
        assertThat(WordDiff.between(sample.text(), sample.text(), "fa"))
                .allMatch(piece -> piece.kind() == SAME);
        assertThat(WordDiff.classify(sample.text(), sample.text(), "fa"))
                .isEqualTo(ChangeClass.NONE);
    }

    @ParameterizedTest
    @MethodSource("org.bargardan.GeneratedText#samples")
    void noPieceBeginsOrEndsWithinAGrapheme(GeneratedText sample) {
        var pieces = WordDiff.between(sample.text(), sample.edited(), "fa");
        var graphemes = BreakIterator.getCharacterInstance();
        graphemes.setText(sample.text());
        int at = 0;
        for (var piece : pieces) {
            if (piece.kind() != INSERTED) {
                at += piece.text().length();
                assertThat(graphemes.isBoundary(at)).isTrue();
            }
        }
    }

    @Test
    void twoLongTextsWithNothingInCommonAreComparedInLittleMemory() {
        var before = "شب ".repeat(5_000);
        var after = "night-".repeat(5_000);
        assertThat(joinedWithout(DELETED, WordDiff.between(before, after, "fa"))).isEqualTo(after);
    }

    private static String joinedWithout(Piece.Kind kind, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
