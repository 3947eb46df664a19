package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
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

    VerbJoiner() {
        super(HELP, Kind.VERB);
    }

    @Override
    boolean mayHold(String word) {
        return word.contains("می");
    }

    @Override
    String between(Words words, int word, JoinedWords joined) {
        int length = words.end(word) - words.start(word);
        if (length > 3) {
            return " ";
        }
        var prefix = words.spelling(word);
        if (!prefix.equals("نمی") && !prefix.equals("می") && !prefix.equals("همی")) {
            return " ";
        }
        if (word > 0 && words.isNext(word - 1) && words.spelling(word - 1).equals("ماه")) {
            return " ";
        }
        return joined.verbs().followsMi(words.spelling(word + 1)) ? String.valueOf(ZWNJ) : " ";
    }
}
