package org.bargardan.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why a rendering was returned or became a draft again: a kind for counting, and words for the
/// translator.
///
/// @param words may be empty; the kind never is
public record Reason(Kind kind, String words) {

    /// Longest reason, in code points.
    public static final int MOST = 4000;

    public Reason {
        if (words.codePointCount(0, words.length()) > MOST) {
            throw new IllegalArgumentException("a reason of " + words.length() + " characters");
        }
    }

    /// What is wrong, in the words of reviewers, or what happened.
    public enum Kind {
        MEANING,
        TERM,
        STYLE,
        SPELLING,
        OMISSION,
        /// A newer version of the file changed the source; nobody returns for that.
        SOURCE;

        /// Those for which reviewers return.
        public static List<Kind> ofReturns() {
            return Arrays.stream(values()).filter(kind -> kind != SOURCE).toList();
        }

        /// The form the database and clients hold.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException on a key that no kind has; it does not say which, since
        ///   it may stand in the log then
        public static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such kind of reason"));
        }
    }
}
