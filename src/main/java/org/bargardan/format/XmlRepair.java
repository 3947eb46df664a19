package org.bargardan.format;

import static org.bargardan.format.FormatProblem.codePointName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bargardan.format.FormatProblem.Kind;
import org.bargardan.format.TmxPieces.Place;

/// Mends in a piece of XML what would stop a parser and has one meaning only: references to
/// characters no XML may hold, and `&` and `<` that were not escaped.
final class XmlRepair {

    private static final Pattern CHARACTER =
            Pattern.compile("&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));");
    private static final Pattern PREDEFINED = Pattern.compile("&(?:amp|lt|gt|quot|apos);");
    private static final Pattern ENTITY = Pattern.compile("&([A-Za-z_][\\w.-]{0,60});");

    private final String text;
    private final Place place;
    private final StringBuilder mended;
    private final List<FormatProblem> problems = new ArrayList<>();

    private XmlRepair(String text, Place place) {
        this.text = text;
        this.place = place;
        mended = new StringBuilder(text.length() + 16);
    }

    /// What came of a piece.
    sealed interface Result {

        /// The piece as a parser takes it.
        record Mended(String text, List<FormatProblem> problems) implements Result {}

        /// A reference to an entity that nothing but a document type could explain.
        record Unexplained(FormatProblem problem) implements Result {}
    }

    static Result of(String text, Place place) {
        return new XmlRepair(text, place).mend();
    }

    private Result mend() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<') {
                at = tag(at);
            } else if (c == '&') {
                Optional<String> entity = unexplained(at);
                if (entity.isPresent()) {
                    return new Result.Unexplained(
                            place.moved(text, at).problem(Kind.UNKNOWN_ENTITY, entity.get()));
                }
                at = reference(at);
            } else {
                mended.append(c);
                at++;
            }
        }
        return new Result.Mended(mended.toString(), List.copyOf(problems));
    }

    /// Copies what is no text as it stands; a `<` that begins no mark-up is text.
    private int tag(int at) {
        for (String[] ends : new String[][] {{"<!--", "-->"}, {"<![CDATA[", "]]>"}}) {
            if (text.startsWith(ends[0], at)) {
                int end = text.indexOf(ends[1], at + ends[0].length());
                int next = end < 0 ? text.length() : end + ends[1].length();
                mended.append(text, at, next);
                return next;
            }
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (Character.isLetter(next) || next == '/' || next == '?' || next == '_') {
            mended.append('<');
        } else {
            mended.append("&lt;");
            problem(at, Kind.NOT_ESCAPED, "<");
        }
        return at + 1;
    }

    private Optional<String> unexplained(int at) {
        if (matcher(PREDEFINED, at).lookingAt()) {
            return Optional.empty();
        }
        Matcher entity = matcher(ENTITY, at);
        return entity.lookingAt() ? Optional.of(entity.group(1)) : Optional.empty();
    }

    private int reference(int at) {
        Matcher predefined = matcher(PREDEFINED, at);
        if (predefined.lookingAt()) {
            mended.append(predefined.group());
            return predefined.end();
        }
        Matcher character = matcher(CHARACTER, at);
        if (!character.lookingAt()) {
            mended.append("&amp;");
            problem(at, Kind.NOT_ESCAPED, "&");
            return at + 1;
        }
        long codePoint = codePoint(character);
        if (codePoint <= Character.MAX_CODE_POINT && XmlText.isXml((int) codePoint)) {
            mended.append(character.group());
            return character.end();
        }
        Matcher second = matcher(CHARACTER, character.end());
        if (isHigh(codePoint) && second.lookingAt() && isLow(codePoint(second))) {
            mended.append((char) codePoint).append((char) codePoint(second));
            return second.end();
        }
        problem(
                at,
                Kind.ILLEGAL_LEFT_OUT,
                codePoint <= Character.MAX_CODE_POINT
                        ? codePointName((int) codePoint)
                        : character.group(),
                1);
        return character.end();
    }

    private void problem(int at, Kind kind, Object... arguments) {
        // One of a kind tells enough of a unit; there may be very many.
        boolean told =
                problems.stream()
                        .anyMatch(problem ->
                                problem.kind() == kind
                                        && (kind != Kind.NOT_ESCAPED
                                                || problem.arguments().contains(arguments[0])));
        if (!told) {
            problems.add(place.moved(text, at).problem(kind, arguments));
        }
    }

    private Matcher matcher(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, text.length());
    }

    private static long codePoint(Matcher reference) {
        return reference.group(1) != null
                ? Long.parseLong(reference.group(1), 16)
                : Long.parseLong(reference.group(2));
    }

    private static boolean isHigh(long codePoint) {
        return codePoint >= Character.MIN_HIGH_SURROGATE
                && codePoint <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(long codePoint) {
        return codePoint >= Character.MIN_LOW_SURROGATE && codePoint <= Character.MAX_LOW_SURROGATE;
    }
}
