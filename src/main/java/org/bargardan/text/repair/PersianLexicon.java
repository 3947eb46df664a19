package org.bargardan.text.repair;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bargardan.text.PersianWords;
import org.jspecify.annotations.Nullable;

/// What is known of Persian words: which there are, how they are spelt with a joiner, how common
/// they are.
///
/// - **Words**: npm's `dictionary-fa` (Lilak, Apache-2.0) with its affixes ([PersianWords]).
/// - **Counts**: `word-counts.tsv` beside this class; its README says where they come from.
/// - Thread-safe; remembers what it was asked, up to a bound.
public final class PersianLexicon {

    private static final int REMEMBERED = 200_000;

    /// Entries and the classes of endings they take.
    private final Map<String, Integer> listed = new HashMap<>(200_000);

    private final Map<String, String> spelt = new HashMap<>(60_000);
    private final Map<String, Integer> counts = new HashMap<>(40_000);
    private final Map<String, Integer> joinedCounts = new HashMap<>(40_000);
    private final PersianWords words;
    private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

    private final Set<String> firstParts = new HashSet<>(20_000);
    private final Set<String> secondParts = new HashSet<>(20_000);

    private final JoinedWords joined = new JoinedWords(this);
    private final BareWords bareWords = new BareWords(this);

    /// Absent until asked for.
    private volatile @Nullable LetterSequences sequences;

    private PersianLexicon(PersianWords words) {
        this.words = words;
    }

    /// The one the product carries, read when first asked for.
    public static PersianLexicon standard() {
        return Standard.LEXICON;
    }

    /// A word of the dictionary, inflected or not, with its joiners where they belong.
    public boolean knows(String word) {
        var known = remembered.get(word);
        if (known == null) {
            if (remembered.size() > REMEMBERED) {
                remembered.clear();
            }
            known = listed.containsKey(word) || words.knows(word);
            remembered.put(word, known);
        }
        return known;
    }

    /// An entry of the dictionary, as it stands there.
    public boolean lists(String word) {
        return listed.containsKey(word);
    }

    LetterSequences sequences() {
        var known = sequences;
        if (known == null) {
            var bare = listed.keySet().stream().map(BareWord::of).toList();
            known = new LetterSequences(bare, BareWords.ENDINGS);
            sequences = known;
        }
        return known;
    }

    /// The classes of endings that an entry takes, of [PersianEndings]; none if it is no entry.
    int classes(String entry) {
        return listed.getOrDefault(entry, 0);
    }

    /// The spelling with joiners of an entry that was written without them, unless the joined form
    /// is an entry too.
    public Optional<String> spelling(String joined) {
        return Optional.ofNullable(spelt.get(joined));
    }

    boolean beginsCompounds(String word) {
        return firstParts.contains(word);
    }

    boolean endsCompounds(String word) {
        return secondParts.contains(word);
    }

    /// Words that lost their joiners.
    JoinedWords joined() {
        return joined;
    }

    /// Words as damaged text has them.
    BareWords bareWords() {
        return bareWords;
    }

    /// How often the word stands in the counted texts (about 187,000 words); seen once counts as
    /// never.
    public int count(String word) {
        return counts.getOrDefault(word, 0);
    }

    /// How often the second word follows the first.
    public int count(String first, String second) {
        return counts.getOrDefault(first + " " + second, 0);
    }

    /// How often the words stand there, whether with joiners or without; `#` is a number.
    ///
    /// @param words one word or mark, or two with a space between, without joiners
    int countJoined(String words) {
        return joinedCounts.getOrDefault(words, 0);
    }

    private static final class Standard {

        private static final PersianLexicon LEXICON = load();

        private static PersianLexicon load() {
            var lexicon = new PersianLexicon(PersianWords.load());
            try {
                lexicon.readEntries();
                lexicon.readCounts();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lexicon;
        }
    }

    private void readEntries() throws IOException {
        try (var lines = reader("/dictionary-fa/index.dic")) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int slash = line.indexOf('/');
                var entry = slash < 0 ? line : line.substring(0, slash);
                int classes = slash < 0 ? 0 : PersianEndings.classes(line, slash + 1);
                listed.merge(entry, classes, (a, b) -> a | b);
            }
        }
        for (var entry : listed.keySet()) {
            if (entry.indexOf(Letters.ZWNJ) >= 0) {
                int at = entry.indexOf(Letters.ZWNJ);
                firstParts.add(entry.substring(0, at));
                secondParts.add(entry.substring(at + 1));
                firstParts.add(entry.substring(0, entry.lastIndexOf(Letters.ZWNJ)));
                secondParts.add(entry.substring(entry.lastIndexOf(Letters.ZWNJ) + 1));
                var joined = entry.replace("\u200C", "");
                if (!listed.containsKey(joined)) {
                    // Of two spellings the one with fewer joiners, then the first by code points,
                    // so that it does not depend on the order of a hash table.
                    spelt.merge(joined, entry, PersianLexicon::plainer);
                }
            }
        }
    }

    private static String plainer(String one, String other) {
        int difference = one.length() - other.length();
        return difference < 0 || difference == 0 && one.compareTo(other) < 0 ? one : other;
    }

    private void readCounts() throws IOException {
        try (var lines = reader("word-counts.tsv")) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                var words = line.substring(0, tab);
                var count = Integer.valueOf(line.substring(tab + 1));
                counts.put(words, count);
                joinedCounts.merge(words.replace("\u200C", ""), count, Integer::sum);
            }
        }
    }

    private static BufferedReader reader(String name) {
        InputStream file =
                Objects.requireNonNull(PersianLexicon.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
}
