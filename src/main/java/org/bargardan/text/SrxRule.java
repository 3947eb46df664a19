package org.bargardan.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One SRX rule: whether a sentence ends where one pattern matches up to a place and another from
/// it.
record SrxRule(boolean breaks, Pattern before, boolean looksBehind, Pattern after) {

    /// How far back from a place a `beforebreak` may reach, in chars.
    static final int REACH = 256;

    static SrxRule of(String name, boolean breaks, String beforeBreak, String afterBreak) {
        var _ = compile(name, "beforebreak", beforeBreak);
        var after = compile(name, "afterbreak", afterBreak);
        try {
            return new SrxRule(breaks, compile("(?<=" + beforeBreak + ")"), true, after);
        } catch (PatternSyntaxException e) {
            // Java's look-behind, many times faster, refuses repetitions without an obvious end.
            return new SrxRule(breaks, reaching(beforeBreak), false, after);
        }
    }

    Places in(CharSequence text) {
        return new Places(this, text);
    }

    private static Pattern compile(String name, String part, String pattern) {
        try {
            return compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new MalformedSrx(
                    "%s, %s \"%s\": %s".formatted(name, part, pattern, e.getDescription()), e);
        }
    }

    private static Pattern reaching(String beforeBreak) {
        return compile("(?s:.{0," + REACH + "}?)(?:" + beforeBreak + ")");
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(SentenceView.letters(pattern), Pattern.UNICODE_CHARACTER_CLASS);
    }

    /// The places of one text where a rule matches; the patterns see the whole text around a place.
    static final class Places {

        private final Matcher before;
        private final Matcher after;
        private final boolean looksBehind;
        private final int length;

        private Places(SrxRule rule, CharSequence text) {
            before = seeingAround(rule.before.matcher(text));
            after = seeingAround(rule.after.matcher(text));
            looksBehind = rule.looksBehind;
            length = text.length();
        }

        boolean matchesAt(int place) {
            return after.region(place, length).lookingAt() && matchesBefore(place);
        }

        /// The first matching place from one on, or -1.
        int next(int from) {
            after.region(from, length);
            while (after.find()) {
                if (matchesBefore(after.start())) {
                    return after.start();
                }
            }
            return -1;
        }

        private boolean matchesBefore(int place) {
            return looksBehind
                    ? before.region(place, length).lookingAt()
                    : before.region(Math.max(0, place - REACH), place).matches();
        }

        private static Matcher seeingAround(Matcher matcher) {
            return matcher.useTransparentBounds(true).useAnchoringBounds(false);
        }
    }
}
