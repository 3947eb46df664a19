package org.bargardan.format;

import java.util.List;
import java.util.Locale;

/// What is wrong with a file, where, and what a message about it must name.
///
/// @param line counted from 1; 0 when the problem has no line
/// @param column counted from 1 in code points; 0 when the problem has no column
/// @param arguments in the order stated at the kind
public record FormatProblem(int line, int column, Kind kind, List<String> arguments) {

    private static final int QUOTED_MOST = 40;

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
        /// A PDF that opens with a password only.
        PDF_ENCRYPTED,
        /// A PDF that cannot be opened, or that has no page left.
        PDF_BROKEN,
        /// A PDF of pictures of pages.
        PDF_SCANNED,
        /// A PDF with neither letters nor pictures of them.
        PDF_NO_TEXT,
        /// A PDF whose fonts do not say which letters their signs are. Arguments: signs of which
        /// that is so, in per cent.
        PDF_UNKNOWN_LETTERS,
        /// A PDF that would cost more to read than any book. No arguments, as which limit it was is
        /// of no use to a person.
        PDF_TOO_COMPLEX,
        /// Arguments: limit.
        PDF_TOO_MANY_PAGES,
        /// Read without this page. Arguments: page.
        PDF_PAGE_BROKEN,
        /// Read without this page, which is a picture. Arguments: page.
        PDF_PAGE_SCANNED,
        /// Read with U+FFFD where the file does not say which letter it is. Arguments: page, how
        /// many.
        PDF_PAGE_UNKNOWN_LETTERS,
        /// A ZIP archive, which DOCX, ODT and EPUB are too.
        ZIP_OR_OFFICE,
        /// An archive, such as DOCX, ODT and EPUB are, that is damaged or tells of itself what is
        /// not so.
        CONTAINER_DAMAGED,
        /// Its parts are encrypted.
        CONTAINER_ENCRYPTED,
        /// It brings programs along. Arguments: name of the part.
        CONTAINER_MACROS,
        /// A name in it leads elsewhere or comes twice. Arguments: the name.
        CONTAINER_BAD_NAME,
        /// Arguments: limit of files.
        CONTAINER_TOO_MANY_FILES,
        /// Arguments: limit in bytes, of a part or of all.
        CONTAINER_TOO_LARGE,
        /// It holds next to nothing. Arguments: limit of the ratio.
        CONTAINER_TOO_TIGHT,
        /// A part is not well-formed. Arguments: name of the part.
        CONTAINER_XML_DAMAGED,
        /// More elements, or more of them inside each other, than any document has. Arguments: name
        /// of the part.
        CONTAINER_XML_TOO_COMPLEX,
        /// A part has a document type, which could name other files. Arguments: name of the part.
        CONTAINER_DOCUMENT_TYPE,
        /// It lacks what every file of its kind has. Arguments: name of the format.
        OTHER_FORMAT,
        /// An EPUB that only programs of its seller may open. Arguments: name of the protection.
        EPUB_PROTECTED,
        /// A document that cannot be read.
        DOCUMENT_DAMAGED,
        /// A document that takes more memory than any book should.
        DOCUMENT_TOO_COMPLEX,
        /// A document without a word.
        NO_TEXT,
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
        /// Arguments: its length in code points, limit in code points.
        PARAGRAPH_TOO_LONG,
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
        ILLEGAL_IN_XML,
        /// Neither a TMX file nor a part of one.
        NOT_TMX,
        /// A gzip archive that cannot be unpacked, or not to its end.
        DAMAGED_ARCHIVE,
        /// Arguments: limit in bytes.
        UNPACKED_TOO_LARGE,
        /// An archive that holds next to nothing. Arguments: limit of the ratio.
        PACKED_TOO_TIGHTLY,
        /// Arguments: the charset declared, the charset it was read in.
        WRONG_ENCODING_NAME,
        /// A document type declares entities, which are never expanded.
        ENTITIES_IGNORED,
        /// The file breaks off; what stands before was read.
        CUT_OFF,
        /// The header cannot be read; the units can.
        DAMAGED_HEADER,
        /// The file breaks off within a unit.
        UNIT_CUT_OFF,
        /// Another unit begins before this one ends.
        UNIT_NOT_CLOSED,
        /// A unit ends that did not begin.
        UNIT_NOT_BEGUN,
        /// Not well-formed. Arguments: line in which the unit begins.
        DAMAGED_UNIT,
        /// Arguments: limit in characters.
        UNIT_TOO_LARGE,
        /// Arguments: limit in code points.
        TEXT_TOO_LONG,
        /// Arguments: limit.
        TOO_DEEP,
        /// What follows was not read. Arguments: limit.
        TOO_MANY_UNITS,
        /// Arguments: name of the entity.
        UNKNOWN_ENTITY,
        /// A unit with bytes that are not of the charset. Arguments: charset, number of places.
        BROKEN_BYTES,
        /// Characters no XML may hold were left out. Arguments: the first as U+ and hex digits, how
        /// many.
        ILLEGAL_LEFT_OUT,
        /// Taken for text. Arguments: the sign that was not escaped.
        NOT_ESCAPED,
        /// An element TMX does not have; its text was kept. Arguments: its name.
        UNKNOWN_ELEMENT,
        /// A variant that does not say its language was left out.
        NO_LANGUAGE,
        /// A variant was left out. Arguments: what it says its language is.
        BAD_LANGUAGE,
        /// A unit without any text.
        NO_VARIANT,
        /// A unit that says nothing in one of its two languages.
        EMPTY_TEXT,
        /// Only the first of several variants of a language was taken. Arguments: language.
        SECOND_VARIANT;

        /// The key of this kind's message in the translations.
        public String key() {
            return "format.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A piece of a file as an argument: short, and with nothing in it that would turn the sentence
    /// around it.
    static String quoted(String piece) {
        String clean = piece.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "").strip();
        return clean.codePointCount(0, clean.length()) <= QUOTED_MOST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, QUOTED_MOST)) + "…";
    }

    static String codePointName(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
