package org.bargardan.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bargardan.format.FormatProblem.Kind;
import org.jspecify.annotations.Nullable;

/// The tags in a piece of HTML, one after the other, in a time that its length alone decides.
///
/// - **Input**: any characters; what begins as a tag and never ends is text.
/// - **Output**: tags, in order; comments, declarations, instructions, scripts and styles are
///   passed over.
/// - Used by one thread, for one piece.
final class HtmlTags {

    /// What these hold is no mark-up (HTML, 13.1.2).
    private static final Set<String> RAW = Set.of("script", "style", "xmp", "iframe", "noembed");

    private static final Set<String> EMPTY =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "param", "source", "track", "wbr");

    private static final int DOCUMENT_TYPE_MOST = 500;

    private final String text;
    private final Map<String, Integer> nowhereFrom = new LinkedHashMap<>();
    private int at;
    private int nextEnd = -1;
    private long steps;

    HtmlTags(String text) {
        this.text = text;
    }

    /// A tag.
    ///
    /// @param name in small letters
    /// @param raw the tag as it stands, from `<` to `>`
    /// @param isEmpty whether nothing can be in it
    record Tag(String name, boolean isClosing, boolean isEmpty, int start, int end, String raw) {

        /// The value of an attribute as it is written; empty if it has none.
        Optional<String> attribute(String attribute) {
            return Optional.ofNullable(attributes().get(attribute)).map(Attribute::value);
        }

        /// Values of an attribute that holds several.
        Set<String> words(String attribute) {
            return Set.of(
                    attribute(attribute)
                            .map(value ->
                                    java.util.Arrays.stream(
                                                    value.toLowerCase(Locale.ROOT)
                                                            .strip()
                                                            .split("\\s+"))
                                            .distinct()
                                            .toArray(String[]::new))
                            .orElse(new String[0]));
        }

        /// By names in small letters; the first of a name counts (HTML, 13.2.5.33).
        Map<String, Attribute> attributes() {
            var found = new LinkedHashMap<String, Attribute>();
            int i = 1 + name.length();
            while (i < raw.length() - 1) {
                int start = i;
                char c = raw.charAt(i);
                if (Character.isWhitespace(c) || c == '/') {
                    i++;
                    continue;
                }
                while (i < raw.length() - 1 && !endsName(raw.charAt(i), i > start)) {
                    i++;
                }
                String attribute = raw.substring(start, i).toLowerCase(Locale.ROOT);
                int equals = skipBlanks(i);
                if (equals >= raw.length() - 1 || raw.charAt(equals) != '=') {
                    found.putIfAbsent(attribute, new Attribute("", start, i));
                    continue;
                }
                int value = skipBlanks(equals + 1);
                i = endOfValue(value);
                boolean isQuoted =
                        i > value + 1
                                && (raw.charAt(value) == '"' || raw.charAt(value) == '\'')
                                && raw.charAt(i - 1) == raw.charAt(value);
                found.putIfAbsent(
                        attribute,
                        new Attribute(
                                isQuoted
                                        ? raw.substring(value + 1, i - 1)
                                        : raw.substring(value, i),
                                start,
                                i));
            }
            return found;
        }

        private static boolean endsName(char c, boolean isBegun) {
            return Character.isWhitespace(c) || c == '/' || (c == '=' && isBegun);
        }

        private int skipBlanks(int from) {
            int i = from;
            while (i < raw.length() - 1 && Character.isWhitespace(raw.charAt(i))) {
                i++;
            }
            return i;
        }

        private int endOfValue(int from) {
            if (from >= raw.length() - 1) {
                return raw.length() - 1;
            }
            char quote = raw.charAt(from);
            if (quote == '"' || quote == '\'') {
                int end = raw.indexOf(quote, from + 1);
                return end < 0 ? raw.length() - 1 : end + 1;
            }
            int i = from;
            while (i < raw.length() - 1 && !Character.isWhitespace(raw.charAt(i))) {
                i++;
            }
            return i;
        }

        /// The tag with an attribute of this value, in place of one it may have.
        Tag with(String attribute, String value) {
            String written = attribute + "=\"" + value + "\"";
            @Nullable Attribute old = attributes().get(attribute);
            String changed;
            if (old != null) {
                changed = raw.substring(0, old.start) + written + raw.substring(old.end);
            } else {
                int end = 1 + name.length();
                changed = raw.substring(0, end) + " " + written + raw.substring(end);
            }
            return new Tag(name, isClosing, isEmpty, start, end, changed);
        }
    }

    /// An attribute in the tag as it stands.
    ///
    /// @param value without quotation marks, otherwise as it is written
    record Attribute(String value, int start, int end) {}

    /// The next tag, or nothing if there is none any more.
    Optional<Tag> next() {
        while (at < text.length()) {
            int start = text.indexOf('<', at);
            if (start < 0) {
                break;
            }
            at = start + 1;
            if (text.startsWith("<!--", start)) {
                pass(start, "-->", 4);
            } else if (text.startsWith("<![CDATA[", start)) {
                pass(start, "]]>", 9);
            } else if (text.startsWith("<%", start)) {
                pass(start, "%>", 2);
            } else if (text.startsWith("<!", start) || text.startsWith("<?", start)) {
                boolean isSubset = hasSubset(start);
                pass(start, isSubset ? "]>" : ">", 2);
            } else {
                Optional<Tag> tag = tag(start);
                if (tag.isPresent()) {
                    return tag;
                }
                steps += end(start) - start;
            }
        }
        at = text.length();
        return Optional.empty();
    }

    private boolean hasSubset(int start) {
        int end = Math.min(end(start), start + DOCUMENT_TYPE_MOST);
        return text.substring(start, end).indexOf('[') >= 0;
    }

    /// Where the next `>` is, or the text ends.
    private int end(int from) {
        if (nextEnd < from) {
            int found = text.indexOf('>', from);
            nextEnd = found < 0 ? text.length() : found;
        }
        return nextEnd;
    }

    private void pass(int start, String end, int length) {
        int found = indexOf(end, start + length);
        if (found < 0) {
            steps += text.length() - start;
        } else {
            at = found + end.length();
        }
    }

    /// Looks for what is not there once only.
    private int indexOf(String end, int from) {
        if (from >= nowhereFrom.getOrDefault(end, Integer.MAX_VALUE)) {
            return -1;
        }
        int found = text.indexOf(end, from);
        if (found < 0) {
            nowhereFrom.put(end, from);
        }
        return found;
    }

    private Optional<Tag> tag(int start) {
        boolean isClosing = text.startsWith("</", start);
        int nameStart = start + (isClosing ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < text.length() && isOfName(text.charAt(nameEnd), nameEnd > nameStart)) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            return Optional.empty();
        }
        int end = endOfTag(nameEnd);
        if (end < 0) {
            return Optional.empty();
        }
        String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        boolean isEmpty = EMPTY.contains(name) || text.charAt(end - 2) == '/';
        var tag = new Tag(name, isClosing, isEmpty, start, end, text.substring(start, end));
        at = end;
        if (!isClosing && !isEmpty && RAW.contains(name)) {
            int after = indexOfClosing(name, end);
            at = after < 0 ? text.length() : after;
        }
        return Optional.of(tag);
    }

    private int indexOfClosing(String name, int from) {
        int i = text.indexOf("</", from);
        while (i >= 0 && !text.regionMatches(true, i + 2, name, 0, name.length())) {
            i = text.indexOf("</", i + 2);
        }
        return i;
    }

    private static boolean isOfName(char c, boolean isBegun) {
        return isBegun
                ? !Character.isWhitespace(c) && "<>/=\"'".indexOf(c) < 0
                : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// Behind the `>` that is in no value, or -1.
    private int endOfTag(int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                return -1;
            }
            if ((c == '"' || c == '\'') && isBeginOfValue(i)) {
                int quote = indexOf(Character.toString(c), i + 1);
                if (quote < 0) {
                    steps += text.length() - i;
                    i++;
                } else {
                    i = quote + 1;
                }
            } else {
                i++;
            }
        }
        return -1;
    }

    private boolean isBeginOfValue(int quote) {
        int i = quote - 1;
        while (i > 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return text.charAt(i) == '=';
    }

    /// Refuses a page with many beginnings that have no end, for which Okapi's filter would look
    /// through the rest of the page each time.
    static void check(String page, MarkupLimits limits) throws RefusedFile {
        var tags = new HtmlTags(page);
        while (tags.next().isPresent()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FileFormat.InterruptedReading();
            }
        }
        if (tags.steps > limits.maxSteps()) {
            throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
        }
    }
}
