package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.Set;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.JoinedWords.Spelling;
import org.jspecify.annotations.Nullable;

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

    /// What belongs between the word and the next one, which stands behind one space now: a joiner,
    /// nothing, or the space.
    String between(Words words, int word, JoinedWords joined) {
        return KEEP;
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
        for (int i = 0; i < words.size(); i++) {
            var spelling = spellings.get(words.id(i));
            if (spelling != null
                    && accepts(words, spelling)
                    && !draft.isProtected(words.start(i))) {
                putIn(words.start(i), words.spelling(i), spelling.text(), edits);
            }
            if (words.isNext(i)) {
                var between = between(words, i, joined);
                if (!between.equals(KEEP) && !draft.isProtected(words.start(i))) {
                    edits.replace(words.end(i), words.start(i + 1), between);
                }
            }
        }
    }

    private @Nullable Spelling spelling(String word, JoinedWords joined) {
        if (!mayHold(word)) {
            return null;
        }
        var spelling = joined.spelling(word).orElse(null);
        return spelling != null && kinds.contains(spelling.kind()) ? spelling : null;
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
