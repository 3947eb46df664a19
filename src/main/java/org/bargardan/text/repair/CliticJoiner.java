package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.RuleHelp.Example;

/// ‌ام، ‌ات، ‌اش، ‌ای، ‌اند and their like behind a silent heh or a yeh.
final class CliticJoiner extends JoinerRule {

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
        super(HELP, Kind.CLITIC);
    }

    @Override
    boolean mayHold(String word) {
        return word.length() > 4;
    }

    @Override
    boolean mayFollow(String word, JoinedWords joined) {
        return PersianVerbs.CLITICS.contains(word);
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        return word.length() > 2 && next.length() < 6 && joined.takes(word, next)
                ? String.valueOf(ZWNJ)
                : " ";
    }
}
