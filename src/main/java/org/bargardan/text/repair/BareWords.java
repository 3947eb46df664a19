package org.bargardan.text.repair;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which letters are a word in whatever spelling, also with its joiners lost.
///
/// Thread-safe; remembers what it was asked, up to a bound.
final class BareWords {

    private static final int SHORTEST_STEM = 4;
    private static final int REMEMBERED = 200_000;

    private static final List<String> JOINED_SUFFIXES =
            List.of(
                    "هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "هایی", "هائی", "های",
                    "ها", "ترین", "تری", "تر", "اند", "ایم", "اید", "شان", "مان", "تان", "ای", "اش",
                    "ام", "ات", "ی");

    /// Whatever may stand at the end of a word that is looked up.
    static final List<String> ENDINGS =
            Stream.concat(
                            JOINED_SUFFIXES.stream(),
                            Stream.of(
                                    "م", "ت", "ش", "ان", "انی", "یم", "ید", "ند", "یی", "ست", "یست",
                                    "یسم", "یزم", "یزه", "یستی", "یک"))
                    .toList();

    private final PersianLexicon lexicon;
    private final PersianVerbs verbs;
    private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

    BareWords(PersianLexicon lexicon) {
        this.lexicon = lexicon;
        this.verbs = new PersianVerbs(lexicon);
    }

    /// @param word without joiners and marks
    boolean knows(String word) {
        var known = remembered.get(word);
        if (known == null) {
            if (remembered.size() > REMEMBERED) {
                remembered.clear();
            }
            known = looksUp(word);
            remembered.put(word, known);
        }
        return known;
    }

    private boolean looksUp(String word) {
        if (word.length() < 2) {
            return word.equals("و");
        }
        if (lexicon.countJoined(word) > 1
                || lexicon.knows(word)
                || lexicon.spelling(word).isPresent()) {
            return true;
        }
        if (word.indexOf('ئ') > 0) {
            var otherSpelling = word.replace("ئو", "ؤ").replace("ئی", "یی");
            if (!otherSpelling.equals(word)
                    && (knows(otherSpelling) || knows(otherSpelling.replace('ؤ', 'و')))) {
                return true;
            }
        }
        for (var suffix : JOINED_SUFFIXES) {
            int stem = word.length() - suffix.length();
            if (stem > (suffix.length() == 1 ? 3 : 2) && word.endsWith(suffix)) {
                var stemLetters = word.substring(0, stem);
                if (lexicon.lists(stemLetters) || lexicon.spelling(stemLetters).isPresent()) {
                    return true;
                }
            }
        }
        return isOwned(word)
                || (word.startsWith("می") || word.startsWith("نمی") || word.startsWith("بی"))
                        && word.length() > 4
                        && (word.startsWith("بی")
                                ? lexicon.knows(word.substring(2))
                                : verbs.followsMi(word.substring(word.startsWith("نمی") ? 3 : 2)));
    }

    /// Whether the word is a noun in ی with a pronoun («زندگیش»).
    private boolean isOwned(String word) {
        int stem = word.length() - 1;
        return stem > SHORTEST_STEM
                && "مشت".indexOf(word.charAt(stem)) >= 0
                && word.charAt(stem - 1) == 'ی'
                && lexicon.lists(word.substring(0, stem));
    }
}
