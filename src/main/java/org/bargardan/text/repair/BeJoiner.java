package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.JoinedWords.Spelling;
import org.bargardan.text.repair.RuleHelp.Example;

/// به that was joined to the next word: a joiner in adverbs, a space before nouns.
///
/// Names begin with به as well, so nouns are parted from it only where adverbs show that the
/// document joined it.
final class BeJoiner extends JoinerRule {

    private static final int SHOWN = 3;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "be-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Parts به from the word it was joined to.",
                    "«به» را از واژه‌ای که به آن چسبیده است جدا می‌کند.",
                    List.of(
                            Example.of("بهوجود آمد", "به‌وجود آمد"),
                            Example.of(
                                    "بهطور کلی، بهویژه، بهسرعت بهجنبشهای",
                                    "به‌طور کلی، به‌ویژه، به‌سرعت به جنبش‌های"),
                            Example.untouched("بهتر و بهار و بهبود و بهره")));

    BeJoiner() {
        super(HELP, Kind.ADVERB, Kind.BEFORE_NOUN);
    }

    @Override
    boolean mayHold(String word) {
        return word.startsWith("به") && word.length() > 4;
    }

    @Override
    boolean accepts(Words words, Spelling spelling) {
        return spelling.kind() == Kind.ADVERB || shown(words) >= SHOWN;
    }

    private static int shown(Words words) {
        return words.count("بهوجود")
                + words.count("بهطور")
                + words.count("بهویژه")
                + words.count("بهعنوان")
                + words.count("بهدست")
                + words.count("بهجای")
                + words.count("بهخاطر")
                + words.count("بهصورت")
                + words.count("بهسرعت")
                + words.count("بهشدت");
    }
}
