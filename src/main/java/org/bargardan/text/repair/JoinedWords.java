package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;
import static org.bargardan.text.repair.Letters.joinsNothingAfter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How a word is spelt that was written without its joiners.
///
/// - **Input**: one word of Persian script; joiners it has are kept.
/// - **Output**: the spelling, which is the word with joiners (rarely a space) put in and nothing
///   else, and what kind of part stands behind the first of them. None for a word that may be right
///   as it is, and none where two spellings are nearly as likely.
/// - **How**: the word is taken apart into an entry of the word list and endings its classes allow;
///   of two ways the one whose spelling is more common by a factor of [#CLEARLY].
/// - Thread-safe; remembers what it was asked, up to a bound.
final class JoinedWords {

    /// How much more common the better of two spellings has to be.
    private static final double CLEARLY = 12;

    private static final int REMEMBERED = 200_000;
    private static final int DEEPEST = 3;

    /// What makes a pronoun with ها, which most write in one.
    private static final Set<String> ALONE = Set.of("آن", "این");

    private final PersianLexicon lexicon;
    private final PersianVerbs verbs;
    private final Map<String, Optional<Spelling>> remembered = new ConcurrentHashMap<>();

    private final Map<String, Boolean> right = new ConcurrentHashMap<>();

    JoinedWords(PersianLexicon lexicon) {
        this.lexicon = lexicon;
        this.verbs = new PersianVerbs(lexicon);
    }

    /// What stands behind the joiner.
    enum Kind {
        VERB,
        PLURAL,
        COMPARATIVE,
        /// Something personal after a silent heh or yeh: ‌ام، ‌اش، ‌ای، ‌اند.
        CLITIC,
        /// The same after a consonant, where the letters alone might be another word.
        BARE_CLITIC,
        EZAFE,
        COMPOUND,
        /// به in an adverb, such as به‌ویژه.
        ADVERB,
        /// به before a noun, from which a space parts it.
        BEFORE_NOUN
    }

    private static final Set<Kind> UNSURE_STEMS = Set.of(Kind.BARE_CLITIC, Kind.BEFORE_NOUN);

    record Spelling(String text, Kind kind) {}

    PersianVerbs verbs() {
        return verbs;
    }

    Optional<Spelling> spelling(String word) {
        var known = remembered.get(word);
        if (known == null) {
            if (remembered.size() > REMEMBERED) {
                remembered.clear();
            }
            known = hasMarks(word) ? Optional.empty() : Optional.ofNullable(ofWhole(word));
            remembered.put(word, known);
        }
        return known;
    }

    /// Whether the ending makes a comparative of the word that stands before it.
    boolean isComparable(String word, String ending) {
        if ((lexicon.classes(word) & PersianEndings.COMPARATIVE) != 0) {
            return true;
        }
        if (word.indexOf(ZWNJ) > 0) {
            return isRight(word);
        }
        return comparable(word, ending, 0) != null;
    }

    /// Whether a personal ending that stands behind a space belongs to the word before it.
    boolean takes(String word, String ending) {
        if (!PersianVerbs.CLITICS.contains(ending) || ending.equals("است")) {
            return false;
        }
        char last = word.charAt(word.length() - 1);
        if (last == 'ه' || last == 'ی') {
            var spelt = lexicon.lists(word) ? word : lexicon.spelling(word).orElse(word);
            boolean fits = (lexicon.classes(spelt) & PersianVerbs.classes(ending)) != 0;
            return fits && (last == 'ه' || PersianVerbs.followsYeh(ending));
        }
        return false;
    }

    boolean takesEzafe(String word) {
        int part = word.lastIndexOf(ZWNJ) + 1;
        if (part > 0 && takesEzafe(word.substring(part))) {
            return true;
        }
        var spelt = lexicon.lists(word) ? word : lexicon.spelling(word).orElse(word);
        return (lexicon.classes(spelt) & PersianEndings.EZAFE_APART) != 0;
    }

    /// Whether the list has a compound whose first part the word is.
    boolean beginsCompounds(String word) {
        return word.indexOf(ZWNJ) > 0 || word.equals("بی") || lexicon.beginsCompounds(word);
    }

    /// Whether the word may be the second part of a compound.
    boolean endsCompounds(String word) {
        return CompoundParts.isBound(word)
                || CompoundParts.isAlwaysOne("", word)
                || lexicon.endsCompounds(word)
                || isPrivative(word);
    }

    /// Whether two words that stand side by side are parts of one. The dictionary knows many that
    /// are two words as well («دست کم»), so the counts, or the draft itself, must have it more
    /// often in one.
    boolean isCompound(String first, String second, Words words) {
        if (first.equals("بی")) {
            return isPrivative(second);
        }
        if (CompoundParts.isAlwaysOne(first, second)) {
            return first.length() > 2 && lexicon.classes(first) != 0;
        }
        var spelt = first + ZWNJ + second;
        if (CompoundParts.isBound(second) || CompoundParts.isPrefix(first)) {
            return lexicon.knows(spelt);
        }
        return lexicon.lists(spelt)
                && !isParticiple(second)
                && !lexicon.lists(first + second)
                && lexicon.count(spelt) + lexicon.count(first + second)
                        > 2 * lexicon.count(first, second);
    }

    // A noun and a participle are the rest of a verb as often as one word.
    private boolean isParticiple(String word) {
        return word.endsWith("ه") && verbs.isPastStem(word.substring(0, word.length() - 1));
    }

    // «بی او» and «بی آن» are without someone; a verb is no noun.
    private boolean isPrivative(String noun) {
        if ((lexicon.classes(noun) & PersianEndings.WITHOUT) != 0
                || noun.length() > 3 && (lexicon.classes(noun) & PersianEndings.POSSESSIVE) != 0
                || lexicon.lists("بی" + ZWNJ + noun)) {
            return true;
        }
        return noun.endsWith("ی")
                && (lexicon.classes(noun.substring(0, noun.length() - 1)) & PersianEndings.WITHOUT)
                        != 0;
    }

    /// Whether a word may stand as it is: an entry, with or without endings.
    boolean isRight(String word) {
        var known = right.get(word);
        if (known == null) {
            if (right.size() > REMEMBERED) {
                right.clear();
            }
            known = judge(word);
            right.put(word, known);
        }
        return known;
    }

    private boolean judge(String word) {
        if (lexicon.lists(word)) {
            return true;
        }
        return word.indexOf(ZWNJ) >= 0 ? lexicon.knows(word) : isPlain(word);
    }

    private @Nullable Spelling ofWhole(String word) {
        if (word.indexOf(ZWNJ) < 0) {
            return of(word, 0);
        }
        if (isRight(word)) {
            return null;
        }
        return ofPieces(word);
    }

    // Each piece between joiners by itself; a piece may be an ending, which is no word.
    private @Nullable Spelling ofPieces(String word) {
        var spelt = new StringBuilder();
        Kind kind = null;
        for (var piece : word.split("\u200C", -1)) {
            var better = piece.length() < 4 || isEnding(piece) ? null : of(piece, 1);
            if (better != null && kind == null) {
                kind = better.kind();
            }
            spelt.append(better == null ? piece : better.text()).append(ZWNJ);
        }
        spelt.setLength(spelt.length() - 1);
        return kind == null ? null : new Spelling(spelt.toString(), kind);
    }

    private static boolean isEnding(String piece) {
        return PersianEndings.PLURALS.contains(piece)
                || PersianEndings.COMPARATIVES.contains(piece);
    }

    private @Nullable Spelling of(String word, int depth) {
        if (word.length() < 4 || depth > DEEPEST) {
            return null;
        }
        if (lexicon.lists(word)) {
            var listedPlural = listedPlural(word);
            return listedPlural != null ? listedPlural : comparative(word, depth, true);
        }
        var verb = verbs.joined(word);
        if (verb.isPresent()) {
            return new Spelling(verb.get(), Kind.VERB);
        }
        if (isPlain(word)) {
            return participleOrNoun(word);
        }
        var entry = lexicon.spelling(word);
        if (entry.isPresent() && !isAlsoPlural(word)) {
            return new Spelling(entry.get(), kind(entry.get()));
        }
        var plural = plural(word, depth);
        if (plural != null) {
            return plural == UNCLEAR ? null : plural;
        }
        if (entry.isPresent()) {
            return new Spelling(entry.get(), kind(entry.get()));
        }
        Spelling found = clitic(word, depth);
        found = found == null ? comparative(word, depth, false) : found;
        found = found == null ? ezafe(word) : found;
        found = found == null ? inflectedCompound(word) : found;
        found = found == null ? without(word, depth) : found;
        found = found == null ? CompoundParts.joined(word, this) : found;
        found = found == null ? behindBe(word, depth) : found;
        found = found == null ? twoWords(word, depth) : found;
        found = found == null ? pluralOfUnknown(word) : found;
        return found == null ? bareClitic(word) : found;
    }

    private static final Spelling UNCLEAR = new Spelling("", Kind.PLURAL);

    /// An entry with an ending that may follow it without a joiner.
    boolean isPlain(String word) {
        for (var ending : PersianEndings.close()) {
            if (word.endsWith(ending.text())) {
                var stem = word.substring(0, word.length() - ending.text().length());
                if ((lexicon.classes(stem) & ending.classes()) != 0
                        && (ending.classes() & NEEDS_NON_JOINING) == 0) {
                    return true;
                }
                if ((ending.classes() & NEEDS_NON_JOINING) != 0
                        && !stem.isEmpty()
                        && joinsNothingAfter(stem.charAt(stem.length() - 1))
                        && (lexicon.classes(stem) & (ending.classes() | NEEDS_NON_JOINING)) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    // The list allows ها and تر both ways after joining letters.
    private static final int NEEDS_NON_JOINING =
            PersianEndings.PLURAL_CLOSE | PersianEndings.COMPARATIVE_CLOSE;

    // «کردهایم» might be of Kurds; of a verb's past stem it hardly ever is.
    private @Nullable Spelling participleOrNoun(String word) {
        if (word.endsWith("های")) {
            var stem = word.substring(0, word.length() - 3);
            var other = heh(word, stem, "های");
            return other == null || moreCommon(word, stem, UNCLEAR, stem + "ه", other) != other
                    ? null
                    : other;
        }
        for (var person : Set.of("ایم", "اید", "اند", "ام", "اش")) {
            if (word.endsWith("ه" + person)) {
                var participle = word.substring(0, word.length() - person.length());
                var stem = participle.substring(0, participle.length() - 1);
                if (verbs.isPastStem(stem) && lexicon.lists(participle)) {
                    return new Spelling(participle + ZWNJ + person, Kind.CLITIC);
                }
            }
        }
        return null;
    }

    private @Nullable Spelling plural(String word, int depth) {
        for (var ending : PersianEndings.PLURALS) {
            if (!word.endsWith(ending) || word.length() < ending.length() + 2) {
                continue;
            }
            var stem = word.substring(0, word.length() - ending.length());
            var spelt = stem(stem, depth);
            var other = heh(word, stem, ending);
            if (spelt == null && other != null) {
                return other;
            }
            if (spelt == null || ALONE.contains(stem)) {
                continue;
            }
            char last = spelt.charAt(spelt.length() - 1);
            var text = joinsNothingAfter(last) ? spelt + ending : spelt + ZWNJ + ending;
            var plural = text.equals(word) ? UNCLEAR : new Spelling(text, Kind.PLURAL);
            if (other != null && stem.endsWith("ان") && !lexicon.lists(stem)) {
                return other;
            }
            return other == null ? plural : moreCommon(word, spelt, plural, stem + "ه", other);
        }
        return null;
    }

    // Foreign words that no list has, such as of parties and peoples.
    private @Nullable Spelling pluralOfUnknown(String word) {
        for (var ending : PersianEndings.PLURALS) {
            int cut = word.length() - ending.length();
            if (cut < 3 || !word.endsWith(ending)) {
                continue;
            }
            var stem = word.substring(0, cut);
            if (!joinsNothingAfter(word.charAt(cut - 1))
                    && word.charAt(cut - 1) != 'ه'
                    && !(ending.equals("های") && endsInHehNoun(stem + "ه"))) {
                return new Spelling(stem + ZWNJ + ending, Kind.PLURAL);
            }
        }
        return null;
    }

    private boolean endsInHehNoun(String word) {
        for (int from = 2; from <= word.length() - 4; from++) {
            if ((lexicon.classes(word.substring(from)) & PersianEndings.INDEFINITE_APART) != 0
                    && lexicon.lists(word.substring(0, from))) {
                return true;
            }
        }
        return false;
    }

    // «شکستهای» is شکسته‌ای, which the list has, or شکست‌های.
    private boolean isAlsoPlural(String word) {
        return word.endsWith("های")
                && (lexicon.classes(word.substring(0, word.length() - 3)) & PersianEndings.PLURAL)
                        != 0;
    }

    private static Kind kind(String entry) {
        if (entry.startsWith("به" + ZWNJ)) {
            return Kind.ADVERB;
        }
        int last = entry.lastIndexOf(ZWNJ);
        return PersianVerbs.CLITICS.contains(entry.substring(last + 1))
                ? Kind.CLITIC
                : Kind.COMPOUND;
    }

    // The list has some plurals as entries, joined.
    private @Nullable Spelling listedPlural(String word) {
        for (var ending : PersianEndings.PLURALS) {
            int cut = word.length() - ending.length();
            if (cut > 3
                    && word.endsWith(ending)
                    && !joinsNothingAfter(word.charAt(cut - 1))
                    && (lexicon.classes(word.substring(0, cut)) & PersianEndings.PLURAL) != 0) {
                return new Spelling(word.substring(0, cut) + ZWNJ + ending, Kind.PLURAL);
            }
        }
        return null;
    }

    // «مجموعهای» is مجموعه‌ای or مجموع‌های: ‌ای and its like after a silent heh look like a plural.
    private @Nullable Spelling heh(String word, String stem, String ending) {
        int needed =
                switch (ending) {
                    case "های" -> PersianEndings.INDEFINITE_APART | PersianEndings.COPULA_APART;
                    case "هایم" -> verbs.isPastStem(stem) ? PersianEndings.COPULA_APART : 0;
                    case "هاش", "هات", "هام" -> PersianEndings.POSSESSIVE_APART;
                    default -> 0;
                };
        if (stem.length() < 3 || (lexicon.classes(stem + "ه") & needed) == 0) {
            return null;
        }
        return new Spelling(stem + "ه" + ZWNJ + word.substring(stem.length() + 1), Kind.CLITIC);
    }

    /// The two ways to read a word between which the counts do not decide: a plural in های, and ‌ای
    /// behind a silent heh.
    Optional<Readings> readings(String word) {
        if (!word.endsWith("های") || word.length() < 6 || hasMarks(word)) {
            return Optional.empty();
        }
        var noun = word.substring(0, word.length() - 3);
        var heh = noun + "ه";
        boolean isUnclear =
                noun.indexOf(ZWNJ) < 0
                        && (lexicon.classes(noun) & PersianEndings.PLURAL) != 0
                        && (lexicon.classes(heh) & PersianEndings.INDEFINITE_APART) != 0
                        && spelling(word).isEmpty();
        return isUnclear ? Optional.of(new Readings(noun, heh)) : Optional.empty();
    }

    /// - **noun**: what is in the plural; **heh**: what bears the ‌ای otherwise.
    record Readings(String noun, String heh) {}

    private Spelling moreCommon(
            String word, String stem, Spelling plural, String heh, Spelling other) {
        if (!word.endsWith("های")) {
            return other;
        }
        boolean isNoun = (lexicon.classes(stem) & PersianEndings.PLURAL) != 0;
        boolean isAdjective = (lexicon.classes(stem) & PersianEndings.COMPARATIVE) != 0;
        double plurals =
                lexicon.count(stem + ZWNJ + "های")
                        + lexicon.count(stem + "های")
                        + lexicon.count(stem, "های")
                        + lexicon.count(stem + ZWNJ + "ها")
                        + lexicon.count(stem) * (!isNoun ? 0.001 : isAdjective ? 0.005 : 0.03);
        double others =
                lexicon.count(other.text()) + lexicon.count(heh, "ای") + lexicon.count(heh) * 0.03;
        double ratio = (plurals + (isNoun ? 0.05 : 0.005)) / (others + 0.05);
        return ratio >= CLEARLY ? plural : ratio <= 1 / CLEARLY ? other : UNCLEAR;
    }

    private @Nullable String stem(String stem, int depth) {
        if (lexicon.lists(stem) || isPlain(stem)) {
            return stem;
        }
        var spelt = of(stem, depth + 1);
        return spelt == null || UNSURE_STEMS.contains(spelt.kind()) ? null : spelt.text();
    }

    private @Nullable Spelling comparative(String word, int depth, boolean isEntry) {
        for (var ending : PersianEndings.COMPARATIVES) {
            if (!word.endsWith(ending) || word.length() < ending.length() + 2) {
                continue;
            }
            var stem = word.substring(0, word.length() - ending.length());
            boolean isUsual = ending.equals("تر") || ending.startsWith("ترین");
            if (!isUsual && (stem.length() < 3 || isEntry)) {
                continue;
            }
            if (joinsNothingAfter(stem.charAt(stem.length() - 1)) && isEntry
                    || PersianVerbs.GROWN_TOGETHER.contains(stem + "تر")) {
                return null;
            }
            boolean compares = (lexicon.classes(stem) & PersianEndings.COMPARATIVE) != 0;
            var spelt = compares ? stem : isEntry ? null : comparable(stem, ending, depth);
            if (spelt == null && !isEntry && stem.length() > 3 && isUsual) {
                boolean isNoun = lexicon.classes(stem) != 0;
                spelt = isNoun || ending.equals("ترین") ? stem : null;
            }
            if (spelt != null) {
                var tail = ending.replace("ینه", "ین\u200Cه");
                char last = spelt.charAt(spelt.length() - 1);
                var text = joinsNothingAfter(last) ? spelt + tail : spelt + ZWNJ + tail;
                return text.equals(word) ? null : new Spelling(text, Kind.COMPARATIVE);
            }
        }
        return null;
    }

    private @Nullable String comparable(String stem, String ending, int depth) {
        boolean isMadeOfNoun =
                stem.endsWith("ی") && !stem.endsWith("ای") && !stem.endsWith("وی") && isPlain(stem);
        if (lexicon.lists(stem) || isMadeOfNoun) {
            boolean isAdjective = ending.startsWith("ترین") || stem.endsWith("ی");
            return isAdjective && stem.length() > 2 ? stem : null;
        }
        var spelt = of(stem, depth + 1);
        return spelt == null || spelt.kind() != Kind.COMPOUND ? null : spelt.text();
    }

    private @Nullable Spelling clitic(String word, int depth) {
        for (var ending : PersianVerbs.CLITICS) {
            if (!word.endsWith(ending) || word.length() < ending.length() + 3) {
                continue;
            }
            var stem = word.substring(0, word.length() - ending.length());
            char last = stem.charAt(stem.length() - 1);
            if (last != 'ه' && last != 'ی') {
                continue;
            }
            var spelt = stem(stem, depth);
            if (spelt == null) {
                continue;
            }
            boolean fits = (classes(spelt) & PersianVerbs.classes(ending)) != 0;
            boolean isMadeOfNoun = last == 'ی' && isPlain(spelt);
            if (fits && last == 'ه'
                    || (fits || isMadeOfNoun) && PersianVerbs.followsYeh(ending)
                    || fits && ending.equals("ای")) {
                return new Spelling(spelt + ZWNJ + ending, Kind.CLITIC);
            }
        }
        return null;
    }

    private @Nullable Spelling ezafe(String word) {
        if (!word.endsWith("هی")) {
            return null;
        }
        var stem = word.substring(0, word.length() - 1);
        var spelt = stem(stem, 1);
        return spelt == null || (classes(spelt) & PersianEndings.EZAFE_APART) == 0
                ? null
                : new Spelling(spelt + ZWNJ + "ی", Kind.EZAFE);
    }

    private @Nullable Spelling inflectedCompound(String word) {
        for (var ending : PersianEndings.close()) {
            if (word.endsWith(ending.text())) {
                var stem = word.substring(0, word.length() - ending.text().length());
                var spelt = lexicon.spelling(stem).orElse("");
                if ((lexicon.classes(spelt) & ending.classes()) != 0) {
                    return new Spelling(spelt + ending.text(), Kind.COMPOUND);
                }
            }
        }
        return null;
    }

    private @Nullable Spelling without(String word, int depth) {
        if (!word.startsWith("بی") || word.length() < 6) {
            return null;
        }
        var noun = word.substring(2);
        if (isPrivative(noun)) {
            return new Spelling("بی" + ZWNJ + noun, Kind.COMPOUND);
        }
        var spelt = lexicon.spelling(noun).orElse("");
        return (lexicon.classes(spelt) & PersianEndings.WITHOUT) != 0
                ? new Spelling("بی" + ZWNJ + spelt, Kind.COMPOUND)
                : null;
    }

    private @Nullable Spelling behindBe(String word, int depth) {
        if (!word.startsWith("به") || word.length() < 5) {
            return null;
        }
        var noun = word.substring(2);
        if (CompoundParts.ADVERBIAL.contains(noun)) {
            return new Spelling("به" + ZWNJ + noun, Kind.ADVERB);
        }
        var spelt = stem(noun, depth);
        return spelt == null ? null : new Spelling("به " + spelt, Kind.BEFORE_NOUN);
    }

    // «پیشبینیمیشد»: a noun and the verb behind it.
    private @Nullable Spelling twoWords(String word, int depth) {
        for (int at = word.indexOf("می", 2); at > 0; at = word.indexOf("می", at + 1)) {
            int from = word.charAt(at - 1) == 'ن' && at > 2 ? at - 1 : at;
            for (int cut = from; cut <= at; cut++) {
                var verb = verbs.joined(word.substring(cut));
                var noun = verb.isPresent() ? stem(word.substring(0, cut), depth) : null;
                if (noun != null) {
                    return new Spelling(noun + " " + verb.get(), Kind.VERB);
                }
            }
        }
        return null;
    }

    private @Nullable Spelling bareClitic(String word) {
        for (var ending : Set.of("اش", "اند", "ایم", "اید")) {
            if (word.endsWith(ending) && word.length() > ending.length() + 3) {
                var stem = word.substring(0, word.length() - ending.length());
                char last = stem.charAt(stem.length() - 1);
                if (!joinsNothingAfter(last)
                        && last != 'ه'
                        && (lexicon.lists(stem) || isPlain(stem))) {
                    return new Spelling(stem + ZWNJ + ending, Kind.BARE_CLITIC);
                }
            }
        }
        return null;
    }

    // A compound that no list has bears the classes of its last part.
    private int classes(String word) {
        int classes = lexicon.classes(word);
        return classes != 0 ? classes : lexicon.classes(word.substring(word.lastIndexOf(ZWNJ) + 1));
    }

    private static boolean hasMarks(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Letters.isMark(word.charAt(i)) || word.charAt(i) == Letters.TATWEEL) {
                return true;
            }
        }
        return false;
    }
}
