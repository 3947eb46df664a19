package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.Optional;
import java.util.Set;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.JoinedWords.Spelling;

/// A rule that puts back the joiner before one kind of word part, where the part stands joined or
/// behind a space.
abstract class JoinerRule implements RepairRule {

    private static final String KEEP = " ";

    private final RuleHelp help;
    private final Set<Kind> kinds;

    JoinerRule(RuleHelp help, Kind... kinds) {
        this.help = help;
        this.kinds = Set.of(kinds);
    }

    @Override
    public final RuleHelp help() {
        return help;
    }

    /// What belongs between two words that one space parts now: a joiner, nothing, or the space.
    ///
    /// @param word with what this rule joined to it already
    String between(String word, String next, Words words, JoinedWords joined) {
        return KEEP;
    }

    /// Whether a joiner may come behind the word, and before it; asked once for each spelling, so
    /// that [#between] is asked for few pairs.
    boolean mayPrecede(String word, JoinedWords joined) {
        return word.length() > 1;
    }

    boolean mayFollow(String word, JoinedWords joined) {
        return false;
    }

    /// Whether the document allows the rule to take this joined word apart.
    boolean accepts(Words words, Spelling spelling) {
        return true;
    }

    /// Whether the word may have a part that this rule puts a joiner before; asked first, since it
    /// is quick.
    boolean mayHold(String word) {
        return true;
    }

    @Override
    public final void mend(Draft draft, Edits edits) {
        var words = draft.words();
        var joined = draft.lexicon().joined();
        var spellings = words.judged(word -> spelling(word, joined));
        var precede = words.judged(word -> mayPrecede(word, joined));
        var follow =
                words.judged(word ->
                        mayFollow(
                                firstWord(spelling(word, joined).map(Spelling::text).orElse(word)),
                                joined));
        var before = "";
        for (int i = 0; i < words.size(); i++) {
            var spelling = spellings.get(words.id(i));
            boolean isJoined = spelling.isPresent() && accepts(words, spelling.get());
            boolean isAsked =
                    words.isNext(i)
                            && (isJoined || !before.isEmpty() || precede.get(words.id(i)))
                            && follow.get(words.id(i + 1));
            if (!isJoined && !isAsked || draft.isProtected(words.start(i))) {
                before = "";
                continue;
            }
            var word = words.spelling(i);
            if (isJoined) {
                putIn(words.start(i), word, spelling.get().text(), edits);
                word = lastWord(spelling.get().text());
            }
            var left = isJoined && spelling.get().text().indexOf(' ') > 0 ? word : before + word;
            var between =
                    isAsked ? between(left, next(words, i + 1, spellings), words, joined) : KEEP;
            if (between.equals(KEEP)) {
                before = "";
            } else {
                edits.replace(words.end(i), words.start(i + 1), between);
                before = left + between;
            }
        }
    }

    private String next(Words words, int word, Words.Judged<Optional<Spelling>> spellings) {
        var spelling = spellings.get(words.id(word));
        return spelling.isPresent() && accepts(words, spelling.get())
                ? firstWord(spelling.get().text())
                : words.spelling(word);
    }

    private static String firstWord(String spelt) {
        int space = spelt.indexOf(' ');
        return space < 0 ? spelt : spelt.substring(0, space);
    }

    private static String lastWord(String spelt) {
        return spelt.substring(spelt.lastIndexOf(' ') + 1);
    }

    private Optional<Spelling> spelling(String word, JoinedWords joined) {
        return mayHold(word)
                ? joined.spelling(word).filter(spelling -> kinds.contains(spelling.kind()))
                : Optional.empty();
    }

    /// The letters are the same; only joiners and spaces are put in.
    private static void putIn(int at, String word, String spelt, Edits edits) {
        int w = 0;
        for (int s = 0; s < spelt.length(); s++) {
            char c = spelt.charAt(s);
            if (w < word.length() && word.charAt(w) == c) {
                w++;
            } else if (c == ZWNJ || c == ' ') {
                edits.insert(at + w, String.valueOf(c));
            } else {
                throw new IllegalStateException(word + " is not " + spelt);
            }
        }
    }
}
