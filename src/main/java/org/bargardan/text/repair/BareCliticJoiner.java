package org.bargardan.text.repair;

import java.util.List;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.JoinedWords.Spelling;
import org.bargardan.text.repair.RuleHelp.Example;

/// ‌اش، ‌اند، ‌ایم behind a consonant, where the letters might be those of one word («کنکاش»), in a
/// document that has lost joiners elsewhere.
///
/// It works before the rules that mend what it takes for evidence.
final class BareCliticJoiner extends JoinerRule {

    private static final int SHOWN = 3;

    /// Forms that are no words and that every longer text has.
    private static final List<String> LOST =
            List.of(
                    "کردهاند",
                    "شدهاند",
                    "بودهاند",
                    "دادهاند",
                    "گرفتهاند",
                    "داشتهاند",
                    "کردهام",
                    "بهطور",
                    "بهویژه",
                    "بهعنوان",
                    "بهوجود",
                    "خانههای",
                    "برنامههای",
                    "تودهها",
                    "تودههای",
                    "نامهها",
                    "بچهها",
                    "همهی",
                    "رفتهاند",
                    "خواستهاند");

    private static final RuleHelp HELP =
            new RuleHelp(
                    "bare-clitic-joiner",
                    RuleHelp.FOR_PERSIAN,
                    "Puts the joiner before اش, اند and ایم behind a consonant.",
                    "پیش از «اش» و «اند» و «ایم» که پس از صامت آمده‌اند نیم‌فاصله می‌گذارد.",
                    List.of(
                            Example.of(
                                    "بهطور بهویژه بهعنوان مواضعاش",
                                    "بهطور بهویژه بهعنوان مواضع‌اش"),
                            Example.untouched("مواضعاش")));

    BareCliticJoiner() {
        super(HELP, Kind.BARE_CLITIC);
    }

    @Override
    boolean mayHold(String word) {
        return word.length() > 5
                && (word.endsWith("اش") || word.endsWith("اند") || word.endsWith("ایم"));
    }

    @Override
    boolean accepts(Words words, Spelling spelling) {
        return LOST.stream().mapToInt(words::count).sum() >= SHOWN;
    }
}
