package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.bargardan.text.repair.Draft.Line;
import org.bargardan.text.repair.Edits.Kept;
import org.bargardan.text.repair.Edits.Piece;
import org.bargardan.text.repair.RuleHelp.Example;

/// Lines that stand backwards letter by letter, as a tool leaves them that read a page from left to
/// right, or one that turned a line round which was right already.
///
/// A line is turned when its words are far likelier backwards than as they stand; numbers and Latin
/// words in it are in order and stay so.
final class ReversedLetters implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "reversed-letters",
                    RuleHelp.FOR_PERSIAN,
                    "Turns lines round that are stored backwards, letter by letter.",
                    "خط‌هایی را که حرف به حرف وارونه ذخیره شده‌اند برمی‌گرداند.",
                    List.of(
                            Example.of(
                                    ".دناوخ 1390 لاس رد ار باتک نیا وا",
                                    "او این کتاب را در سال 1390 خواند."),
                            Example.untouched("او این کتاب را در سال 1390 خواند.")));

    /// Common words as they look backwards; none of them is a word.
    private static final List<String> COMMON_BACKWARDS =
            List.of("هک", "تسا", "نیا", "زا", "هب", "یارب", "دوب", "دنک", "یم", "یاه", "اهنآ");

    private static final double MOSTLY = 0.8;
    private static final int LEAST_WORDS = 3;

    /// In natural logarithms, as the model's scores are.
    private static final double MUCH_LIKELIER = 12;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var words = draft.words();
        int backwards = 0;
        for (var word : COMMON_BACKWARDS) {
            backwards += words.count(word);
        }
        return Evidence.count(
                backwards, 1, "common words stand backwards", "واژه‌ی پرکاربرد وارونه آمده است");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        var model = new WordModel(draft.lexicon(), true);
        var known = draft.lines().stream().map(line -> Known.in(text, line, model)).toList();
        long backwards = known.stream().filter(Known::isBackwards).count();
        long told = known.stream().filter(Known::tells).count();
        boolean mostly = backwards >= told * MOSTLY;
        boolean marksStandBefore = marksStandBefore(text);
        for (int i = 0; i < known.size(); i++) {
            var line = draft.lines().get(i);
            if (known.get(i).isBackwards() || mostly && known.get(i).isRatherBackwards()) {
                edits.rearrange(line.start(), line.end(), turned(text, line, marksStandBefore));
            }
        }
    }

    /// How likely the words of a line are as they stand and backwards, by [WordModel].
    private record Known(int words, double forward, double backwards) {

        static Known in(String text, Line line, WordModel model) {
            int words = 0;
            double forward = 0;
            double backwards = 0;
            for (var unit : LineUnits.of(text, line.start(), line.end())) {
                if (unit.kind() == LineUnits.Kind.WORD) {
                    var word = BareWord.of(text.substring(unit.from(), unit.to()));
                    words++;
                    forward += model.word(word).score();
                    backwards += model.word(new StringBuilder(word).reverse().toString()).score();
                }
            }
            return new Known(words, forward, backwards);
        }

        boolean tells() {
            return words >= LEAST_WORDS;
        }

        boolean isBackwards() {
            return tells() && backwards > forward + MUCH_LIKELIER;
        }

        /// Enough where nearly all other lines are.
        boolean isRatherBackwards() {
            return backwards >= forward;
        }
    }

    /// A sign that was turned round with its letter stands before it, even where a word begins.
    private static boolean marksStandBefore(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Letters.isMark(text.charAt(i))
                    && (i == 0 || !Letters.isWordPart(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    /// A number or Latin words stay whole, and a sign that stands behind its letter stays there.
    private static List<Piece> turned(String text, Line line, boolean marksStandBefore) {
        var pieces = new ArrayList<Piece>();
        int at = line.start();
        while (at < line.end()) {
            int from = at++;
            if (isLeftToRight(text.charAt(from))) {
                at = endOfLeftToRight(text, from, line.end());
            } else {
                while (!marksStandBefore && at < line.end() && Letters.isMark(text.charAt(at))) {
                    at++;
                }
            }
            pieces.add(new Kept(from, at));
        }
        return pieces.reversed();
    }

    private static int endOfLeftToRight(String text, int from, int end) {
        int last = from;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (isLeftToRight(c)) {
                last = i;
            } else if (c != ' ' && ".,:/-'".indexOf(c) < 0) {
                break;
            }
        }
        return last + 1;
    }

    private static boolean isLeftToRight(char c) {
        return Letters.isLatin(c) || Letters.isDigit(c);
    }
}
