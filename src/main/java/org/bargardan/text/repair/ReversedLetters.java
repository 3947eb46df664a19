package org.bargardan.text.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// Every longer line holds one; backwards they are no words, or rare ones.
    private static final Set<String> COMMON =
            Set.of(
                    "که", "است", "این", "از", "به", "را", "در", "با", "برای", "بود", "کند", "می",
                    "های", "آنها");

    private static final Set<String> COMMON_BACKWARDS =
            COMMON.stream()
                    .map(word -> new StringBuilder(word).reverse().toString())
                    .collect(Collectors.toUnmodifiableSet());

    private static final double MOSTLY = 0.8;
    private static final double MANY = 0.05;
    private static final int LEAST_WORDS = 3;

    /// In natural logarithms, as the model's scores are.
    private static final double MUCH_LIKELIER = 12;

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        return Evidence.count(
                linesWithWordsBackwards(draft).cardinality(),
                1,
                "lines hold common words backwards",
                "خط واژه‌های پرکاربرد را وارونه دارند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var model = new WordModel(draft.lexicon(), true);
        var suspects = linesWithWordsBackwards(draft);
        boolean many = suspects.cardinality() >= draft.lines().size() * MANY;
        boolean mostly = many && areMostlyBackwards(draft, model);
        boolean marksStandBefore = marksStandBefore(draft.text());
        var lines = draft.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!many && !suspects.get(i)) {
                continue;
            }
            var known = Known.in(draft.text(), lines.get(i), model);
            if (known.isBackwards() || mostly && known.isRatherBackwards()) {
                edits.rearrange(
                        lines.get(i).start(),
                        lines.get(i).end(),
                        turned(draft.text(), lines.get(i), marksStandBefore));
            }
        }
    }

    /// Lines in which more common words stand backwards than as they should.
    private static BitSet linesWithWordsBackwards(Draft draft) {
        var words = draft.words();
        var told = words.judged(ReversedLetters::told);
        int[] sums = new int[draft.lines().size()];
        int line = 0;
        for (int i = 0; i < words.size(); i++) {
            while (draft.lines().get(line).end() < words.start(i)) {
                line++;
            }
            sums[line] += told.get(words.id(i));
        }
        var found = new BitSet();
        for (int i = 0; i < sums.length; i++) {
            found.set(i, sums[i] > 0);
        }
        return found;
    }

    private static int told(String word) {
        return COMMON_BACKWARDS.contains(word) ? 1 : COMMON.contains(word) ? -1 : 0;
    }

    private static boolean areMostlyBackwards(Draft draft, WordModel model) {
        int told = 0;
        int backwards = 0;
        for (var line : draft.lines()) {
            var known = Known.in(draft.text(), line, model);
            told += known.tells() ? 1 : 0;
            backwards += known.isBackwards() ? 1 : 0;
        }
        return backwards >= told * MOSTLY;
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
