package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.RuleHelp.Example;

/// Compounds that the word list has, or that are made with parts that make them freely.
final class CompoundJoiner extends JoinerRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "compound-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner into compounds.",
                    "میان بخش‌های واژه‌ی مرکب نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("چشمانداز سرمایهداری", "چشم‌انداز سرمایه‌داری"),
                            Example.of("بی شک پیش بینی", "بی‌شک پیش‌بینی"),
                            Example.untouched("او در خانه دارد")));

    CompoundJoiner() {
        super(HELP, Kind.COMPOUND);
    }

    @Override
    boolean mayHold(String word) {
        return word.length() > 4;
    }

    @Override
    boolean mayPrecede(String word, JoinedWords joined) {
        return joined.beginsCompounds(word);
    }

    @Override
    boolean mayFollow(String word, JoinedWords joined) {
        return joined.endsCompounds(word);
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        return word.length() > 1
                        && next.length() > 1
                        && next.indexOf(ZWNJ) < 0
                        && joined.isCompound(word, next, words)
                ? String.valueOf(ZWNJ)
                : " ";
    }
}
