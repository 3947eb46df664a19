package org.bargardan.format;

import java.util.List;
import java.util.Locale;

/// What is wrong with a file, where, and what a message about it must name.
///
/// @param line counted from 1; 0 when the problem has no line
/// @param column counted from 1 in code points; 0 when the problem has no column
/// @param arguments in the order stated at the kind
public record FormatProblem(int line, int column, Kind kind, List<String> arguments) {

    public FormatProblem {
        arguments = List.copyOf(arguments);
    }

    static FormatProblem ofFile(Kind kind, Object... arguments) {
        return at(0, 0, kind, arguments);
    }

    static FormatProblem at(int line, int column, Kind kind, Object... arguments) {
        return new FormatProblem(
                line, column, kind, List.of(arguments).stream().map(Object::toString).toList());
    }

    /// Every problem a reader or writer can name; messages are looked up by [#key()].
    public enum Kind {
        /// The file holds no bytes.
        EMPTY,
        /// A PDF, not text.
        PDF,
        /// A ZIP archive, which DOCX, ODT and EPUB are too.
        ZIP_OR_OFFICE,
        /// An image.
        IMAGE,
        /// A file of Word, Excel or PowerPoint before 2007.
        OLD_OFFICE,
        /// Bytes that no known charset makes text of.
        BINARY,
        /// Arguments: bytes, limit in bytes.
        TOO_LARGE,
        /// Arguments: line, its length in code points, limit in code points.
        LINE_TOO_LONG,
        /// Arguments: limit.
        TOO_MANY_PARAGRAPHS,
        /// Arguments: charset, offset of the first byte that is not of this charset.
        MALFORMED,
        /// Arguments: charset, offset of the first byte that would come out different.
        NOT_WRITABLE_BACK,
        /// A character no database or XML can hold. Arguments: code point as U+ and hex digits.
        NOT_STORABLE,
        /// A translation has a character the charset lacks. Arguments: charset, code point as U+
        /// and hex digits, number of the paragraph from 1, offset in it in code points from 0.
        NOT_ENCODABLE,
        /// Left out of an XML file. Arguments: id of the unit, code point as U+ and hex digits,
        /// element or attribute (with the language where there is one), offset in it in code points
        /// from 0.
        ILLEGAL_IN_XML;

        /// The key of this kind's message in the translations.
        public String key() {
            return "format.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static String codePointName(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
