package org.bargardan.text;

import java.util.Arrays;
import java.util.List;

/// How much of two texts is the same, in words.
///
/// - **Input**: the tokens of two texts ([SearchFolding#tokens]).
/// - **Output**: ⌊100 · (max(n, m) − d) / max(n, m)⌋, where d is the Levenshtein distance over
///   whole tokens; 100 = the same tokens in the same order, also when there are none.
/// - **Source**: Levenshtein 1966; the score as OmegaT's FuzzyMatcher computes it; the bound after
///   Ukkonen 1985. Stateless, thread-safe.
public final class Similarity {

    private static final int BELOW = -1;
    private static final int SPELLING = 99;
    private static final int BEST_OF_OTHER_WORDS = 98;

    private Similarity() {}

    public static int score(List<String> a, List<String> b) {
        return scoreAtLeast(0, a, b);
    }

    /// The score, or −1 when it is below the threshold, which takes less work to find out.
    public static int scoreAtLeast(int threshold, List<String> a, List<String> b) {
        int longer = Math.max(a.size(), b.size());
        if (longer == 0) {
            return 100;
        }
        int allowed = (int) (longer * (100L - Math.max(0, threshold)) / 100);
        int distance = distance(a, b, allowed);
        return distance > allowed ? BELOW : (int) ((longer - distance) * 100L / longer);
    }

    public static Likeness compare(String a, String b, String bcp47) {
        if (withoutDirectionMarks(a).equals(withoutDirectionMarks(b))) {
            return new Likeness(100, false);
        }
        var tokensOfA = SearchFolding.tokens(a, bcp47);
        var tokensOfB = SearchFolding.tokens(b, bcp47);
        return compare(score(tokensOfA, tokensOfB), a, b);
    }

    /// The same where the score of the tokens is known already.
    public static Likeness compare(int scoreOfTokens, String a, String b) {
        if (scoreOfTokens < 100) {
            return new Likeness(Math.min(BEST_OF_OTHER_WORDS, scoreOfTokens), false);
        }
        return withoutDirectionMarks(a).equals(withoutDirectionMarks(b))
                ? new Likeness(100, false)
                : new Likeness(SPELLING, true);
    }

    /// The distance, or any number above the allowed one when it is more. Only cells within
    /// `allowed` of the diagonal can lie on a path that is cheap enough.
    private static int distance(List<String> a, List<String> b, int allowed) {
        int tooMany = allowed + 1;
        if (Math.abs(a.size() - b.size()) > allowed) {
            return tooMany;
        }
        int[] above = new int[b.size() + 1];
        int[] row = new int[b.size() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= a.size(); i++) {
            int first = Math.max(1, i - allowed);
            int last = Math.min(b.size(), i + allowed);
            row[first - 1] = first == 1 ? i : tooMany;
            int least = row[first - 1];
            for (int j = first; j <= last; j++) {
                int changed = above[j - 1] + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
                int dropped = j < i + allowed ? above[j] + 1 : tooMany;
                row[j] = Math.min(changed, Math.min(dropped, row[j - 1] + 1));
                least = Math.min(least, row[j]);
            }
            if (least > allowed) {
                return tooMany;
            }
            var spent = above;
            above = row;
            row = spent;
        }
        return above[b.size()];
    }

    private static String withoutDirectionMarks(String text) {
        return text.replaceAll(
                "[\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "");
    }
}
