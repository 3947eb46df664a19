package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.RuleHelp.Example;

/// تر and ترین behind an adjective. By itself تر is also the word for wet.
final class ComparativeJoiner extends JoinerRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "comparative-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner before تر and ترین.",
                    "پیش از «تر» و «ترین» نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("مهمترین و قوی تر", "مهم‌ترین و قوی‌تر"),
                            Example.of("تند تر", "تندتر"),
                            Example.untouched("بهتر و بیشتر، هوای تر")));

    ComparativeJoiner() {
        super(HELP, Kind.COMPARATIVE);
    }

    @Override
    boolean mayHold(String word) {
        return word.contains("تر");
    }

    @Override
    boolean mayFollow(String word, JoinedWords joined) {
        return word.charAt(0) == 'ت' && PersianEndings.COMPARATIVES.contains(word);
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        if (word.length() < 2 || !joined.isComparable(word, next)) {
            return " ";
        }
        char last = word.charAt(word.length() - 1);
        return Letters.joinsNothingAfter(last) ? "" : String.valueOf(ZWNJ);
    }
}
