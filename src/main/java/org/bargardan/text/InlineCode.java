package org.bargardan.text;

/// A piece of formatting or a placeholder within a text: where it stands and what it is called.
///
/// `at` counts code points from the text's start; the code stands before that code point. The `id`
/// joins an opening code to its closing one and both to the file they came from.
public record InlineCode(int at, int id, Kind kind, String label) {

    public InlineCode {
        if (at < 0 || id < 0) {
            throw new IllegalArgumentException(
                    "an inline code has neither a negative place nor a negative id: %d, %d"
                            .formatted(at, id));
        }
        StorableText.problemIn(label)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("label: " + problem);
                });
    }

    InlineCode movedBy(int codePoints) {
        return new InlineCode(at + codePoints, id, kind, label);
    }

    /// Whether a code opens or closes a stretch of text, or stands alone.
    public enum Kind {
        OPEN('+'),
        CLOSE('-'),
        ALONE('=');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }

        static Kind of(char sign) {
            for (var kind : values()) {
                if (kind.sign == sign) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of inline code: " + sign);
        }
    }
}
