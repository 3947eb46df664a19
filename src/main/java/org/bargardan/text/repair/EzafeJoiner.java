package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.RuleHelp.Example;

/// The yeh of ezafe behind a silent heh, joined or behind a space.
final class EzafeJoiner extends JoinerRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "ezafe-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner between a silent heh and the yeh of ezafe.",
                    "میان «ه» ناملفوظ و «ی» اضافه نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("خانهی ما و مدرسه ی شما", "خانه‌ی ما و مدرسه‌ی شما"),
                            Example.untouched("راهی تنبیهی")));

    EzafeJoiner() {
        super(HELP, Kind.EZAFE);
    }

    @Override
    boolean mayHold(String word) {
        return word.endsWith("هی");
    }

    @Override
    boolean mayFollow(String word, JoinedWords joined) {
        return word.equals("ی");
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        return next.equals("ی") && joined.takesEzafe(word) ? String.valueOf(ZWNJ) : " ";
    }
}
