package org.bargardan.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the words of a revision came from.
///
/// @param ref what exactly: the id of a unit, a rendering or a job; null if there is no such thing
/// @param score 0 to 100 for a match; null for all others
public record Origin(Kind kind, @Nullable String ref, @Nullable Integer score) {

    public static final Origin TYPED = new Origin(Kind.TYPED, null, null);
    public static final Origin IMPORT = new Origin(Kind.IMPORT, null, null);
    static final Origin MERGED = new Origin(Kind.MERGED, null, null);

    /// A match taken over, edited or not.
    public static Origin match(String unit, int score) {
        return new Origin(Kind.MATCH, unit, score);
    }

    /// The ways in which words come.
    public enum Kind {
        TYPED,
        MATCH,
        MACHINE,
        IMPORT,
        PROPAGATED,
        ADOPTED,
        RESTORED,
        MERGED;

        /// The form the database holds.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
