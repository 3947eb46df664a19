package org.bargardan.format;

import java.nio.charset.Charset;
import java.util.List;

/// What a file is.
public sealed interface Detection {

    /// The file is of a format that says itself how it is read.
    record Known(FileFormat format) implements Detection {}

    /// What the bytes alone say about the file's being text.
    sealed interface OfText extends Detection {}

    /// The file is plain text, UTF-8 beyond doubt.
    record Utf8(boolean bom) implements OfText {}

    /// A person must choose: one to three readings, the likeliest first.
    record Unsure(List<Reading> readings) implements OfText {

        public Unsure {
            readings = List.copyOf(readings);
        }
    }

    /// The file is nothing that can be read.
    record NotText(Reason reason) implements OfText {

        /// The same, as the problem an import reports.
        public FormatProblem problem() {
            return FormatProblem.ofFile(
                    switch (reason) {
                        case EMPTY -> FormatProblem.Kind.EMPTY;
                        case PDF -> FormatProblem.Kind.PDF;
                        case ZIP_OR_OFFICE -> FormatProblem.Kind.ZIP_OR_OFFICE;
                        case IMAGE -> FormatProblem.Kind.IMAGE;
                        case OLD_OFFICE -> FormatProblem.Kind.OLD_OFFICE;
                        case BINARY -> FormatProblem.Kind.BINARY;
                    });
        }
    }

    /// What the file is instead.
    enum Reason {
        EMPTY,
        PDF,
        ZIP_OR_OFFICE,
        IMAGE,
        OLD_OFFICE,
        BINARY
    }

    /// The file as one charset shows it.
    ///
    /// @param preview a piece of the text, from near the first character beyond ASCII, as only
    ///   there charsets differ
    /// @param likelihood 0 to 1; it orders the readings of one file and is no probability
    record Reading(Charset charset, boolean bom, String preview, double likelihood) {}
}
