package org.bargardan.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bargardan.text.SrxProblem.Kind;
import org.bargardan.text.SrxProblem.Part;

/// One SRX rule: whether a sentence ends where one pattern matches up to a place and another from
/// it.
record SrxRule(
        RuleName name, WrittenRule written, Pattern before, boolean looksBehind, Pattern after) {

    /// How far back from a place a `beforebreak` may reach, in chars.
    static final int REACH = 256;

    /// Longest pattern of an own rule, in UTF-16 code units.
    static final int PATTERN_MOST = 1_000;

    /// How many characters an own rule may look at in a text, and for each character of it.
    private static final long STEPS = 20_000;

    private static final long STEPS_A_CHARACTER = 500;

    /// The same for all own rules together, as a multiple.
    private static final int SLOW_RULES = 10;

    /// @param line where it begins in its file
    static SrxRule of(RuleName name, WrittenRule written, int line) {
        boolean mayLookBehind = true;
        if (name.own()) {
            mayLookBehind = reach(name, Part.BEFORE, written.before(), line) <= REACH;
            reach(name, Part.AFTER, written.after(), line);
        }
        var _ = compile(name, Part.BEFORE, written.before(), line);
        var after = compile(name, Part.AFTER, written.after(), line);
        try {
            if (mayLookBehind) {
                return new SrxRule(
                        name, written, compile("(?<=" + written.before() + ")"), true, after);
            }
        } catch (PatternSyntaxException e) {
            // Java's look-behind, many times faster, refuses repetitions without an obvious end.
        }
        return new SrxRule(name, written, reaching(written.before()), false, after);
    }

    boolean breaks() {
        return written.breaks();
    }

    /// The places of a text for each of the rules; own ones may look at so many characters only.
    static List<Places> in(String text, List<SrxRule> rules) {
        long most = STEPS + STEPS_A_CHARACTER * text.length();
        var all = new Steps(SLOW_RULES * most);
        return rules.stream()
                .map(rule ->
                        new Places(
                                rule,
                                rule.name.own() ? Steps.counted(text, new Steps(most), all) : text))
                .toList();
    }

    private static long reach(RuleName name, Part part, String pattern, int line) {
        if (pattern.length() > PATTERN_MOST) {
            throw malformed(
                    name,
                    new SrxProblem(
                            Kind.PATTERN_TOO_LONG,
                            part,
                            line,
                            name.number(),
                            Integer.toString(PATTERN_MOST)),
                    pattern);
        }
        try {
            return PatternShape.of(pattern).most();
        } catch (PatternShape.Refused e) {
            throw malformed(
                    name, new SrxProblem(e.kind(), part, line, name.number(), e.piece()), pattern);
        }
    }

    private static Pattern compile(RuleName name, Part part, String pattern, int line) {
        try {
            return compile(pattern);
        } catch (PatternSyntaxException e) {
            throw malformed(
                    name,
                    new SrxProblem(Kind.PATTERN, part, line, name.number(), e.getDescription()),
                    pattern);
        }
    }

    private static MalformedSrx malformed(RuleName name, SrxProblem problem, String pattern) {
        return new MalformedSrx(
                problem,
                "rule %d of \"%s\", %s \"%s\": %s"
                        .formatted(
                                name.number(),
                                name.set(),
                                problem.part() == Part.BEFORE ? "beforebreak" : "afterbreak",
                                pattern,
                                problem.kind() == Kind.PATTERN
                                        ? problem.detail()
                                        : problem.kind() + " " + problem.detail()));
    }

    private static Pattern reaching(String beforeBreak) {
        return compile("(?s:.{0," + REACH + "}?)(?:" + beforeBreak + ")");
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(SentenceView.letters(pattern), Pattern.UNICODE_CHARACTER_CLASS);
    }

    /// The places of one text where a rule matches; the patterns see the whole text around a place.
    static final class Places {

        private final RuleName name;
        private final Matcher before;
        private final Matcher after;
        private final boolean looksBehind;
        private final int length;
        private boolean isLeftOut;

        private Places(SrxRule rule, CharSequence text) {
            name = rule.name;
            before = seeingAround(rule.before.matcher(text));
            after = seeingAround(rule.after.matcher(text));
            looksBehind = rule.looksBehind;
            length = text.length();
        }

        RuleName name() {
            return name;
        }

        /// Whether the rule took too many steps; then it matches nowhere any more.
        boolean isLeftOut() {
            return isLeftOut;
        }

        boolean matchesAt(int place) {
            if (isLeftOut) {
                return false;
            }
            try {
                return after.region(place, length).lookingAt() && matchesBefore(place);
            } catch (Steps.UsedUp | StackOverflowError e) {
                return leaveOut(e);
            }
        }

        /// The first matching place from one on, or -1.
        int next(int from) {
            if (isLeftOut) {
                return -1;
            }
            try {
                after.region(from, length);
                while (after.find()) {
                    if (matchesBefore(after.start())) {
                        return after.start();
                    }
                }
            } catch (Steps.UsedUp | StackOverflowError e) {
                leaveOut(e);
            }
            return -1;
        }

        private boolean matchesBefore(int place) {
            return looksBehind
                    ? before.region(place, length).lookingAt()
                    : before.region(Math.max(0, place - REACH), place).matches();
        }

        /// Java's expressions call themselves for each repetition of a group, so a long text may
        /// also be too deep for them. Ours must not be.
        private boolean leaveOut(Throwable reason) {
            if (!name.own()) {
                throw new IllegalStateException("rule " + name, reason);
            }
            isLeftOut = true;
            return false;
        }

        private static Matcher seeingAround(Matcher matcher) {
            return matcher.useTransparentBounds(true).useAnchoringBounds(false);
        }
    }
}
