package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.RuleHelp.Example;

/// می and نمی before a verb. By itself می may be the month of May.
final class VerbJoiner extends JoinerRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "verb-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner between می or نمی and its verb.",
                    "میان «می» یا «نمی» و فعلش نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of("او میرود و نمی ماند", "او می‌رود و نمی‌ماند"),
                            Example.untouched("در اول می ۱۹۱۸ به میدان آمدند")));

    private static final Set<String> PREFIXES = Set.of("می", "نمی", "همی");

    VerbJoiner() {
        super(HELP, Kind.VERB);
    }

    @Override
    boolean mayHold(String word) {
        return word.contains("می");
    }

    @Override
    boolean mayPrecede(String word, JoinedWords joined) {
        return PREFIXES.contains(word);
    }

    @Override
    boolean mayFollow(String word, JoinedWords joined) {
        return joined.verbs().followsMi(word);
    }

    @Override
    String between(String word, String next, Words words, JoinedWords joined) {
        return PREFIXES.contains(word) && joined.verbs().followsMi(next)
                ? String.valueOf(ZWNJ)
                : " ";
    }
}
