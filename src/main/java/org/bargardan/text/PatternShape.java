package org.bargardan.text;

import org.bargardan.text.SrxProblem.Kind;

/// The shape of a regular expression that somebody wrote for a project, and whether it may be used.
///
/// [Steps] counts the characters that a pattern looks at, so a pattern must not be able to work
/// long without looking at any. What could is refused: repeating what may be empty, several choices
/// that may be empty, going back to a group. Of what is left, each step that is a choice looks at a
/// character or is at the text's end, so that between two looks there are no more steps than the
/// pattern has parts. Whether the pattern is otherwise right, Java says.
final class PatternShape {

    private static final long UNBOUNDED = Integer.MAX_VALUE;

    private final String pattern;
    private int at;

    private PatternShape(String pattern) {
        this.pattern = pattern;
    }

    /// How much text something matches, in UTF-16 code units.
    record Extent(long least, long most) {

        private static final Extent NOTHING = new Extent(0, 0);

        /// A character may have two code units.
        private static final Extent CHARACTER = new Extent(1, 2);

        private Extent then(Extent next) {
            return new Extent(
                    Math.min(UNBOUNDED, least + next.least), Math.min(UNBOUNDED, most + next.most));
        }

        private Extent or(Extent other) {
            return new Extent(Math.min(least, other.least), Math.max(most, other.most));
        }

        private Extent times(long fewest, long often) {
            return new Extent(
                    Math.min(UNBOUNDED, least * fewest), Math.min(UNBOUNDED, most * often));
        }

        private boolean mayBeEmpty() {
            return least == 0;
        }
    }

    /// Something in the pattern that own rules may not have.
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final Kind kind;
        private final String piece;

        private Refused(Kind kind, String piece) {
            super(kind + " " + piece);
            this.kind = kind;
            this.piece = piece;
        }

        Kind kind() {
            return kind;
        }

        String piece() {
            return piece;
        }
    }

    static Extent of(String pattern) throws Refused {
        var shape = new PatternShape(pattern);
        var extent = shape.choices();
        if (shape.at < pattern.length()) {
            throw new Refused(Kind.NOT_OPENED, pattern.substring(shape.at));
        }
        return extent;
    }

    private Extent choices() throws Refused {
        int start = at;
        var all = sequence();
        while (isNext('|')) {
            at++;
            var next = sequence();
            if (all.mayBeEmpty() && next.mayBeEmpty()) {
                throw new Refused(Kind.EMPTY_CHOICES, pattern.substring(start, at));
            }
            all = all.or(next);
        }
        return all;
    }

    private Extent sequence() throws Refused {
        var all = Extent.NOTHING;
        while (at < pattern.length() && !isNext('|') && !isNext(')')) {
            int start = at;
            all = all.then(repeated(start, piece()));
        }
        return all;
    }

    private Extent repeated(int start, Extent once) throws Refused {
        if (at == pattern.length()) {
            return once;
        }
        var extent =
                switch (pattern.charAt(at)) {
                    case '*' -> once.times(0, UNBOUNDED);
                    case '+' -> once.times(1, UNBOUNDED);
                    case '?' -> once.times(0, 1);
                    case '{' -> counted(once);
                    default -> null;
                };
        if (extent == null) {
            return once;
        }
        at++;
        if (isNext('?') || isNext('+')) {
            at++;
        }
        if (once.mayBeEmpty()) {
            throw new Refused(Kind.EMPTY_REPEATED, pattern.substring(start, at));
        }
        return extent;
    }

    /// Stops at the closing bracket.
    private Extent counted(Extent once) throws Refused {
        int end = pattern.indexOf('}', at);
        var count = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!count.matches("[0-9]{1,6}(?:,[0-9]{0,6})?")) {
            throw new Refused(Kind.NOTHING_TO_REPEAT, pattern.substring(at));
        }
        at = end;
        int comma = count.indexOf(',');
        long fewest = Long.parseLong(comma < 0 ? count : count.substring(0, comma));
        if (comma == count.length() - 1) {
            return once.times(fewest, UNBOUNDED);
        }
        return once.times(fewest, comma < 0 ? fewest : Long.parseLong(count.substring(comma + 1)));
    }

    private Extent piece() throws Refused {
        return switch (pattern.charAt(at)) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escaped();
            case '^', '$' -> {
                at++;
                yield Extent.NOTHING;
            }
            case '*', '+', '?', '{' ->
                    throw new Refused(Kind.NOTHING_TO_REPEAT, pattern.substring(at));
            default -> {
                at += Character.charCount(pattern.codePointAt(at));
                yield Extent.CHARACTER;
            }
        };
    }

    private Extent group() throws Refused {
        int start = at++;
        boolean looks = false;
        boolean looksBack = false;
        if (isNext('?')) {
            at++;
            looksBack = pattern.startsWith("<=", at) || pattern.startsWith("<!", at);
            looks = looksBack || isNext('=') || isNext('!');
            if (looksBack) {
                at += 2;
            } else if (looks || isNext('>') || isNext(':')) {
                at++;
            } else if (isNext('<')) {
                at = behind('>', start);
            } else if (flags(start)) {
                return Extent.NOTHING;
            }
        }
        var inside = choices();
        if (!isNext(')')) {
            throw new Refused(Kind.NOT_CLOSED, pattern.substring(start));
        }
        at++;
        if (looksBack && inside.most > SrxRule.REACH) {
            throw new Refused(Kind.TOO_FAR_BACK, pattern.substring(start, at));
        }
        return looks ? Extent.NOTHING : inside;
    }

    /// Such as `i:` before a group's content or `i)` alone; x would change what the rest means.
    ///
    /// @return whether the group is nothing but flags
    private boolean flags(int start) throws Refused {
        while (at < pattern.length() && "imsu-".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        boolean alone = isNext(')');
        if (!alone && !isNext(':')) {
            throw new Refused(Kind.NOT_ALLOWED, pattern.substring(start));
        }
        at++;
        return alone;
    }

    private Extent characterClass() throws Refused {
        int start = at;
        int depth = 0;
        do {
            if (at >= pattern.length()) {
                throw new Refused(Kind.NOT_CLOSED, pattern.substring(start));
            }
            switch (pattern.charAt(at)) {
                case '[' -> {
                    depth++;
                    at += pattern.startsWith("^", at + 1) ? 2 : 1;
                    // Java would take it as a member, other tools as the end.
                    if (isNext(']')) {
                        throw new Refused(Kind.NOT_ALLOWED, pattern.substring(start, at + 1));
                    }
                }
                case ']' -> {
                    depth--;
                    at++;
                }
                case '\\' -> escaped();
                default -> at++;
            }
        } while (depth > 0);
        return Extent.CHARACTER;
    }

    private Extent escaped() throws Refused {
        int start = at++;
        if (at == pattern.length()) {
            throw new Refused(Kind.NOT_CLOSED, pattern.substring(start));
        }
        char c = pattern.charAt(at++);
        switch (c) {
            case 'b', 'B', 'A', 'Z', 'z', 'G' -> {
                return Extent.NOTHING;
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'Q', 'E', 'R', 'X', 'c' ->
                    throw new Refused(Kind.NOT_ALLOWED, pattern.substring(start, at));
            case 'p', 'P', 'x', 'N' -> {
                if (isNext('{')) {
                    at = behind('}', start);
                }
            }
            default -> at = start + 1 + Character.charCount(pattern.codePointAt(start + 1));
        }
        return Extent.CHARACTER;
    }

    private int behind(char closing, int start) throws Refused {
        int end = pattern.indexOf(closing, at);
        if (end < 0) {
            throw new Refused(Kind.NOT_CLOSED, pattern.substring(start));
        }
        return end + 1;
    }

    private boolean isNext(char c) {
        return at < pattern.length() && pattern.charAt(at) == c;
    }
}
