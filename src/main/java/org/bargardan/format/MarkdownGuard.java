package org.bargardan.format;

import java.util.regex.Pattern;
import org.bargardan.format.FormatProblem.Kind;

/// Looks through Markdown for what its parser would take for ever to read.
///
/// - **Steps**: at every bracket, backtick, star and the like the parser may look through the rest
///   of the paragraph for the other end; no more are allowed than [MarkupLimits#maxSteps].
/// - **Depth**: marks of quotations and lists at the beginning of a line.
final class MarkdownGuard {

    private static final String ENDS_LOOKED_FOR = "[`<*_~";

    // Where a paragraph cannot go on: lists and headings, within quotations too.
    private static final Pattern NEW_PARAGRAPH =
            Pattern.compile("[\\s>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])\\s|#|$)");

    private final MarkupLimits limits;
    private long steps;
    private long length;
    private long beginnings;

    private MarkdownGuard(MarkupLimits limits) {
        this.limits = limits;
    }

    static void check(String text, MarkupLimits limits) throws RefusedFile {
        var guard = new MarkdownGuard(limits);
        for (String line : (Iterable<String>) text.lines()::iterator) {
            guard.add(line);
        }
        guard.endParagraph();
    }

    private void add(String line) throws RefusedFile {
        if (depth(line) > limits.maxDepth()) {
            throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
        }
        if (NEW_PARAGRAPH.matcher(line).lookingAt()) {
            endParagraph();
        }
        length += line.length();
        beginnings += line.chars().filter(c -> ENDS_LOOKED_FOR.indexOf(c) >= 0).count();
    }

    private void endParagraph() throws RefusedFile {
        steps += length * beginnings;
        if (steps > limits.maxSteps()) {
            throw new RefusedFile(Kind.DOCUMENT_TOO_COMPLEX);
        }
        length = 0;
        beginnings = 0;
    }

    private static int depth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isMark = ">-*+.)".indexOf(c) >= 0;
            if (!isMark && !Character.isWhitespace(c) && (c < '0' || c > '9')) {
                return depth;
            }
            depth += isMark ? 1 : 0;
        }
        // A rule of dashes is no list.
        return line.isBlank() || line.strip().chars().distinct().count() == 1 ? 0 : depth;
    }
}
