package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.List;
import java.util.Optional;
import org.bargardan.text.repair.JoinedWords.Readings;
import org.bargardan.text.repair.RuleHelp.Example;

/// Words in «های» that are a plural or end in «ه‌ای» («نامهای»: نام‌های or نامه‌ای), decided by
/// which of the two nouns the document has elsewhere.
final class UnclearJoiner implements RepairRule {

    private static final int SHOWN = 2;
    private static final int CLEARLY = 5;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "unclear-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Reads words such as نامهای by the nouns that the document has elsewhere.",
                    "واژه‌هایی مانند «نامهای» را از روی اسم‌های دیگر همان متن می‌خواند.",
                    List.of(
                            Example.of(
                                    "نامه و آن نامه، نامهای دیگر", "نامه و آن نامه، نامه‌ای دیگر"),
                            Example.untouched("نامهای دیگر")));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var words = draft.words();
        var joined = draft.lexicon().joined();
        var readings = words.judged(joined::readings);
        for (int i = 0; i < words.size(); i++) {
            var reading = readings.get(words.id(i));
            if (reading.isPresent() && !draft.isProtected(words.start(i))) {
                int joiner = joinerFromEnd(words, reading);
                if (joiner > 0) {
                    edits.insert(words.end(i) - joiner, String.valueOf(ZWNJ));
                }
            }
        }
    }

    /// How many letters stand behind the joiner; none if the document does not say.
    private static int joinerFromEnd(Words words, Optional<Readings> reading) {
        var noun = reading.orElseThrow().noun();
        var heh = reading.orElseThrow().heh();
        int plurals = uses(words, noun);
        int others = uses(words, heh) + words.count(heh + ZWNJ + "ی");
        if (others >= SHOWN && others >= CLEARLY * plurals) {
            return 2;
        }
        boolean joins = !Letters.joinsNothingAfter(noun.charAt(noun.length() - 1));
        return joins && hasPlural(words, noun) && plurals >= SHOWN && plurals >= CLEARLY * others
                ? 3
                : 0;
    }

    // A noun that stands in the singular only may be half a verb («نشان داد»).
    private static boolean hasPlural(Words words, String noun) {
        return words.count(noun + ZWNJ + "ها")
                        + words.count(noun + ZWNJ + "هایی")
                        + words.count(noun + ZWNJ + "هایش")
                > 0;
    }

    private static int uses(Words words, String noun) {
        return words.count(noun)
                + words.count(noun + ZWNJ + "ها")
                + words.count(noun + ZWNJ + "های")
                + words.count(noun + ZWNJ + "هایی");
    }
}
