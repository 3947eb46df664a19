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
/// A line is turned when its words are known backwards and not as they stand; numbers and Latin
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

    private static final int LEAST_WORDS = 3;
    private static final double MOST_KNOWN_FORWARD = 0.4;
    private static final double LEAST_KNOWN_BACKWARDS = 0.7;

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
        var model = new WordModel(draft.lexicon(), true);
        for (var line : draft.lines()) {
            if (isBackwards(draft.text(), line, model)) {
                edits.rearrange(line.start(), line.end(), turned(draft.text(), line));
            }
        }
    }

    private static boolean isBackwards(String text, Line line, WordModel model) {
        int words = 0;
        int forward = 0;
        int backwards = 0;
        for (var unit : LineUnits.of(text, line.start(), line.end())) {
            if (unit.kind() != LineUnits.Kind.WORD) {
                continue;
            }
            var word = BareWord.of(text.substring(unit.from(), unit.to()));
            if (word.length() > 1) {
                words++;
                forward += model.knows(word) ? 1 : 0;
                backwards += model.knows(new StringBuilder(word).reverse().toString()) ? 1 : 0;
            }
        }
        return words >= LEAST_WORDS
                && forward <= words * MOST_KNOWN_FORWARD
                && backwards >= words * LEAST_KNOWN_BACKWARDS;
    }

    /// A sign stays behind its letter, and a number or Latin words stay whole.
    private static List<Piece> turned(String text, Line line) {
        var pieces = new ArrayList<Piece>();
        int at = line.start();
        while (at < line.end()) {
            int from = at++;
            if (isLeftToRight(text.charAt(from))) {
                at = endOfLeftToRight(text, from, line.end());
            } else {
                while (at < line.end() && Letters.isMark(text.charAt(at))) {
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
