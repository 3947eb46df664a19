package org.bargardan.text.repair;

import java.util.List;
import java.util.Optional;
import org.bargardan.text.repair.RuleHelp.Example;

/// The ligature of lam and alef that a PDF's font gave out as alef and lam.
///
/// Where a font does it, it does it everywhere, so the document then holds no lam before alef; a
/// word that is none with «ال» and one with «لا» tells it.
final class LamAlefOrder implements RepairRule {

    private static final RuleHelp HELP =
            new RuleHelp(
                    "lam-alef-order",
                    RuleHelp.FOR_PERSIAN,
                    "Puts lam before alef where a PDF's font turned the two round.",
                    "«لا» را که نویسه‌ی پی‌دی‌اف وارونه داده است درست می‌کند.",
                    List.of(
                            Example.of("انقالب و اصالحات", "انقلاب و اصلاحات"),
                            Example.untouched("سال‌های انقلاب")));

    private static final int LEAST = 3;
    private static final double LEAST_SHARE = 0.5;

    /// How much commoner the mended word must be where both are words.
    private static final int MUCH_COMMONER = 8;

    private static final String TURNED = "ال";
    private static final String RIGHT = "لا";

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var words = draft.words();
        var model = new WordModel(draft.lexicon(), true);
        var mended = words.judged(word -> onlyRightMended(word, model).isPresent());
        var right = words.judged(word -> word.indexOf(RIGHT, 1) > 0);
        int turned = 0;
        int all = 0;
        for (int i = 0; i < words.size(); i++) {
            turned += mended.get(words.id(i)) ? 1 : 0;
            all += mended.get(words.id(i)) || right.get(words.id(i)) ? 1 : 0;
        }
        return Evidence.share(
                turned < LEAST ? 0 : turned,
                all,
                LEAST_SHARE,
                "lam and alef stand the wrong way round",
                "«لا»ها وارونه‌اند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var words = draft.words();
        var model = new WordModel(draft.lexicon(), true);
        var mended = words.judged(word -> mended(word, model, draft.lexicon()).orElse(""));
        for (int i = 0; i < words.size(); i++) {
            var better = mended.get(words.id(i));
            if (better.isEmpty() || draft.isProtected(words.start(i))) {
                continue;
            }
            var word = words.spelling(i);
            for (int k = 0; k < word.length(); k++) {
                if (word.charAt(k) != better.charAt(k)) {
                    edits.replace(words.start(i) + k, words.start(i) + k + 2, RIGHT);
                    k++;
                }
            }
        }
    }

    private static Optional<String> mended(String word, WordModel model, PersianLexicon lexicon) {
        if (word.indexOf(TURNED) < 0) {
            return Optional.empty();
        }
        var mended = onlyRightMended(word, model);
        if (mended.isPresent()) {
            return mended;
        }
        var other = word.replace(TURNED, RIGHT);
        return lexicon.countJoined(BareWord.of(other))
                        > MUCH_COMMONER * (1 + lexicon.countJoined(BareWord.of(word)))
                ? Optional.of(other)
                : Optional.empty();
    }

    /// What a word becomes that is none as it stands.
    private static Optional<String> onlyRightMended(String word, WordModel model) {
        if (word.indexOf(TURNED, 1) < 0 || isWord(word, model)) {
            return Optional.empty();
        }
        var other = word.charAt(0) + word.substring(1).replace(TURNED, RIGHT);
        return isWord(other, model) ? Optional.of(other) : Optional.empty();
    }

    /// A word, or words with joiners between them.
    private static boolean isWord(String word, WordModel model) {
        for (var part : word.split("\u200C")) {
            if (!model.knows(BareWord.of(part)) && !WordModel.isSuffix(BareWord.of(part))) {
                return false;
            }
        }
        return true;
    }
}
