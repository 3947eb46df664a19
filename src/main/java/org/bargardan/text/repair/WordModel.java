package org.bargardan.text.repair;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How likely a sequence of Persian words is, from counts of other texts and of the document
/// itself.
///
/// - **Input**: words and marks without joiners, as damaged text has them; numbers as `#`.
/// - **Output**: natural logarithms; higher is likelier. They order the readings of one line and
///   mean nothing else.
/// - **Model**: a word by its share of all words, words of the dictionary never counted as if seen
///   half a time, letters that are no word by their number; a pair by how much oftener it is seen
///   than its words would meet by chance (pointwise mutual information, Church and Hanks 1990),
///   within bounds since most pairs are never seen.
final class WordModel {

    private static final int PAIR_SLOT_BITS = 14;
    private static final double WORDS_COUNTED = 200_000;
    private static final double UNSEEN_WORD = -13.5;
    private static final double NO_WORD = -14;
    private static final double LONE_LETTER = -20;

    private static final double NAME = -13.5;
    private static final int SHORTEST_NAME = 5;
    private static final double LOST_JOINER = 2;
    private static final double LOST_JOINER_ELSEWHERE = 10;
    private static final double FIRM_PAIR = 2;
    private static final double NO_JOINER = -1_000;

    /// What is no word and stands so often in the document is a name.
    private static final int NAME_SEEN = 2;

    private static final int SHORTEST_STEM = 4;
    private static final double VERB_AND_STOP = 2;
    private static final int STEM_SEEN = 3;

    private static final double WEAKEST_PAIR = -2.5;
    private static final double STRONGEST_PAIR = 6;

    private static final Set<String> SUFFIXES =
            Set.of(
                    "ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایت", "هایمان", "هایتان",
                    "هائی", "تر", "ترین", "تری", "ای", "ی", "ام", "ات", "اش", "اند", "ایم", "اید",
                    "شان", "مان", "تان", "ترند", "ترینند", "هاست");

    private static final List<String> INFLECTIONS = List.of("های", "هایی", "ها", "ی");
    private static final List<String> LOAN_ENDINGS = List.of("یست", "یسم", "یزم", "یزه", "یک");

    private final PersianLexicon lexicon;
    private final BareWords bareWords;
    private final LetterSequences sequences;
    private final PersianVerbs verbs;
    private final double lostJoiner;
    private final Map<String, Integer> own = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, Word> names = new HashMap<>();
    private final long[] pairKeys = new long[1 << PAIR_SLOT_BITS];
    private final double[] pairScores = new double[1 << PAIR_SLOT_BITS];
    private final long[] joinedKeys = new long[1 << PAIR_SLOT_BITS];

    /// Absent where two halves make no word.
    private final @Nullable Word[] joinedWords = new Word[1 << PAIR_SLOT_BITS];

    /// @param joinersAreLost whether joiners between words were lost, so that two words may look
    ///   like one
    WordModel(PersianLexicon lexicon, boolean joinersAreLost) {
        this.lexicon = lexicon;
        this.bareWords = lexicon.bareWords();
        Arrays.fill(pairKeys, -1);
        Arrays.fill(joinedKeys, -1);
        this.sequences = lexicon.sequences();
        this.verbs = new PersianVerbs(lexicon);
        this.lostJoiner = joinersAreLost ? LOST_JOINER : LOST_JOINER_ELSEWHERE;
    }

    /// A sequence of letters with all that is asked of it again and again.
    ///
    /// @param id counts from 0 within one model
    record Word(
            int id, String letters, double score, double count, boolean known, boolean isSuffix) {

        boolean mayBeInitial() {
            return letters.length() == 1 && !letters.equals("و");
        }

        boolean isMark() {
            return !letters.isEmpty() && !Character.isLetter(letters.charAt(0));
        }

        boolean isVerbPrefix() {
            return letters.equals("می") || letters.equals("نمی");
        }

        /// Whether the suffix may stand apart from this word: ی does only after a vowel's letter.
        boolean takesSuffix(Word suffix) {
            return !suffix.letters.equals("ی")
                    || "هاوی".indexOf(letters.charAt(letters.length() - 1)) >= 0;
        }
    }

    /// Counts a word wherever it stands: what is no word and stands often is a name.
    void see(String word) {
        seen.merge(word, 1, Integer::sum);
        var noun = withoutEnding(word, INFLECTIONS);
        var loan = withoutEnding(noun, LOAN_ENDINGS);
        if (loan.length() < word.length()) {
            stems.merge(loan, 1, Integer::sum);
        }
        if (noun.length() < word.length() && loan.length() < noun.length()) {
            stems.merge(noun, 1, Integer::sum);
        }
    }

    /// Whether the word is a foreign one with endings whose stem the document has with others.
    private boolean isOfFamily(String word) {
        var noun = withoutEnding(word, INFLECTIONS);
        var loan = withoutEnding(noun, LOAN_ENDINGS);
        if (loan.length() == word.length()) {
            return false;
        }
        return lexicon.lists(loan)
                ? seen.containsKey(word)
                : stems.getOrDefault(loan, 0) + seen.getOrDefault(loan, 0) >= STEM_SEEN;
    }

    private static String withoutEnding(String word, List<String> endings) {
        for (var ending : endings) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_STEM && word.endsWith(ending)) {
                return word.substring(0, stem);
            }
        }
        return word;
    }

    boolean isSeenAgain(String word) {
        return seen.getOrDefault(word, 0) >= NAME_SEEN;
    }

    /// Counts words of the document that are known to stand together.
    void learn(List<String> run) {
        for (int i = 0; i < run.size(); i++) {
            own.merge(run.get(i), 1, Integer::sum);
            if (i > 0) {
                own.merge(run.get(i - 1) + " " + run.get(i), 1, Integer::sum);
            }
        }
    }

    /// Whether two halves make a word. What two halves make: a word, or a name that the document
    /// has elsewhere in one piece.
    @Nullable Word joined(Word firstHalf, Word secondHalf) {
        if (firstHalf.id < 0 || secondHalf.id < 0) {
            return joined(firstHalf.letters, secondHalf.letters);
        }
        long key = (long) firstHalf.id << 32 | secondHalf.id;
        int slot = slot(key);
        if (joinedKeys[slot] != key) {
            joinedKeys[slot] = key;
            joinedWords[slot] = joined(firstHalf.letters, secondHalf.letters);
        }
        return joinedWords[slot];
    }

    private @Nullable Word joined(String first, String second) {
        var both = first + second;
        if ((sequences.mayMeet(first, second) || both.indexOf('ئ') > 0) && knows(both)) {
            return word(both);
        }
        return isName(both) ? names.computeIfAbsent(both, this::name) : null;
    }

    private Word name(String letters) {
        return new Word(-1 - names.size(), letters, NAME - 0.3 * letters.length(), 0, true, false);
    }

    private boolean isName(String letters) {
        return letters.length() >= SHORTEST_NAME && seen.containsKey(letters);
    }

    static boolean isSuffix(String word) {
        return SUFFIXES.contains(word);
    }

    /// Whether the letters are a word in whatever spelling, also with its joiners lost.
    boolean knows(String word) {
        return bareWords.knows(word) || !seen.isEmpty() && isOfFamily(word);
    }

    Word word(String letters) {
        var word = words.get(letters);
        if (word == null) {
            // Asks for words itself, so that the number is free only after it.
            double score = score(letters);
            word =
                    new Word(
                            words.size(),
                            letters,
                            score,
                            count(letters),
                            knows(letters),
                            SUFFIXES.contains(letters));
            words.put(letters, word);
        }
        return word;
    }

    double pair(String first, String second) {
        return pair(word(first), word(second));
    }

    /// How much likelier the second word is after the first than anywhere.
    double pair(Word first, Word second) {
        if (first.count == 0 || second.count == 0) {
            return endOfSentence(first, second);
        }
        long key = (long) first.id << 32 | second.id;
        int slot = slot(key);
        if (pairKeys[slot] != key) {
            pairKeys[slot] = key;
            pairScores[slot] = association(first, second);
        }
        return pairScores[slot];
    }

    // A slot holds the pair asked for last: most are asked for many times in a row.
    private static int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 64 - PAIR_SLOT_BITS);
    }

    /// A verb that is never seen ends a sentence more often than it begins one.
    private double endOfSentence(Word first, Word second) {
        if (second.letters.equals(".") && isFinite(first)) {
            return VERB_AND_STOP;
        }
        return first.letters.equals(".") && isFinite(second) ? -VERB_AND_STOP : 0;
    }

    private boolean isFinite(Word word) {
        return word.known
                && word.letters.length() > SHORTEST_STEM
                && verbs.joined(word.letters).isPresent();
    }

    private double association(Word first, Word second) {
        double together = countOfPair(first.letters + " " + second.letters);
        double chance = first.count * second.count / WORDS_COUNTED;
        double score = Math.log((together + 0.3) / (chance + 0.3));
        return Math.clamp(score, WEAKEST_PAIR, STRONGEST_PAIR);
    }

    /// A pair that the document has only once tells nothing about the line it was counted in.
    private double countOfPair(String words) {
        return lexicon.countJoined(words) + 4.0 * Math.max(0, own.getOrDefault(words, 0) - 1);
    }

    private double count(String words) {
        return lexicon.countJoined(words) + 4.0 * own.getOrDefault(words, 0);
    }

    private double score(String word) {
        double count = count(word);
        if (count > 0 && knows(word)) {
            return Math.log(count / WORDS_COUNTED);
        }
        if (knows(word)) {
            return UNSEEN_WORD;
        }
        if (word.length() == 1) {
            return LONE_LETTER;
        }
        if (word.length() > 3 && seen.getOrDefault(word, 0) >= NAME_SEEN) {
            return NAME - 0.3 * word.length();
        }
        return Math.max(asTwoWords(word), NO_WORD - 1.8 * lettersThatCount(word));
    }

    // A compound or a pair of words between which a joiner or a space was lost.
    private double asTwoWords(String word) {
        double best = NO_JOINER;
        for (int i = 2; i <= word.length() - 2; i++) {
            var first = word.substring(0, i);
            var second = word.substring(i);
            if (knows(first) && knows(second)) {
                best =
                        Math.max(
                                best,
                                word(first).score
                                        + word(second).score
                                        + pair(first, second)
                                        - (pair(first, second) > FIRM_PAIR
                                                ? LOST_JOINER
                                                : lostJoiner));
            }
        }
        return best;
    }

    private static int lettersThatCount(String word) {
        for (var suffix : List.of("های", "ها")) {
            if (word.endsWith(suffix)) {
                return word.length() - suffix.length();
            }
        }
        return word.length();
    }
}
