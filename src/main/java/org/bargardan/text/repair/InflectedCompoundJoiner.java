package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.RuleHelp.Example;

/// Compounds whose second part carries an ending behind a joiner, which it may have got from the
/// rules before this one.
final class InflectedCompoundJoiner extends JoinerRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "inflected-compound-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner into compounds that carry an ending.",
                    "میان بخش‌های واژه‌ی مرکبی که پسوند دارد نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("پیش بینی‌ها", "پیش‌بینی‌ها"),
                            Example.untouched("بینی‌ها و گوش‌ها")));

    InflectedCompoundJoiner() {
        super(HELP);
    }

    @Override
    boolean mayHold(String word) {
        return false;
    }

    @Override
    boolean mayPrecede(String word, JoinedWords joined) {
        return joined.beginsCompounds(word);
    }

    @Override
    boolean mayFollow(String word, JoinedWords joined) {
        return word.indexOf(ZWNJ) > 1
                && joined.endsCompounds(word.substring(0, word.indexOf(ZWNJ)));
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        int head = next.indexOf(ZWNJ);
        return word.length() > 1
                        && head > 1
                        && joined.isCompound(word, next.substring(0, head), words)
                ? String.valueOf(ZWNJ)
                : " ";
    }
}
