package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.JoinedWords.Spelling;
import org.bargardan.text.repair.RuleHelp.Example;

/// ‌ام، ‌ات، ‌اش، ‌ای، ‌اند and their like behind a silent heh or a yeh.
///
/// After a consonant («خویشاند») they might be letters of one word, so that is mended only in a
/// document that lost joiners elsewhere.
final class CliticJoiner extends JoinerRule {

    /// Joined verbs that show that the document lost its joiners.
    private static final int SHOWN = 3;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "clitic-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner before ام, اش, ای, اند and their like.",
                    "پیش از «ام»، «اش»، «ای»، «اند» و مانند آن نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("رفتهاند و خسته ام", "رفته‌اند و خسته‌ام"),
                            Example.of("خانواده شان", "خانواده‌شان"),
                            Example.untouched("راه ای دوست دراز است")));

    CliticJoiner() {
        super(HELP, Kind.CLITIC, Kind.BARE_CLITIC);
    }

    @Override
    boolean mayHold(String word) {
        return word.length() > 4;
    }

    @Override
    boolean accepts(Words words, Spelling spelling) {
        return spelling.kind() == Kind.CLITIC
                || words.count("میشود") + words.count("میکند") + words.count("میشد") >= SHOWN;
    }

    @Override
    String between(Words words, int word, JoinedWords joined) {
        int length = words.end(word + 1) - words.start(word + 1);
        if (length < 2 || length > 5 || words.end(word) - words.start(word) < 3) {
            return " ";
        }
        var ending = words.spelling(word + 1);
        return joined.takes(words.spelling(word), ending) ? String.valueOf(ZWNJ) : " ";
    }
}
