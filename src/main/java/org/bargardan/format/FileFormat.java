package org.bargardan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A file format: what reads it and, where it is known how, what writes it.
///
/// Implementations keep nothing between calls and may be used by many threads. Reading the same
/// bytes with the same parameters and version always gives the same document. Who wants no more
/// throws an [InterruptedReading] when told of the progress.
public interface FileFormat {

    /// The name that documents are stored with; at most 40 characters, and never changed.
    String filter();

    /// Rises when the filter would cut the same file otherwise.
    int version();

    String mediaType();

    /// The ending of file names, without the dot.
    String ending();

    /// The largest file that is read.
    int maxBytes();

    /// @param parameters what [ExtractedDocument#filterParameters] said of an earlier reading, or
    ///   empty for a first one
    ReadResult read(byte[] file, String parameters, Progress progress);

    /// A first reading.
    default ReadResult read(byte[] file) {
        return read(file, "", Progress.NONE);
    }

    /// The document after edits of its text, which are in order and do not overlap.
    default ExtractedDocument edited(ExtractedDocument document, List<TextEdit> edits) {
        return edits.isEmpty() ? document : new EditedParagraphs(document, edits).document();
    }

    /// Whether the original itself can be written with a translation in it. From other formats a
    /// translation leaves as plain text.
    default boolean isWritten() {
        return false;
    }

    /// Writes the original with the translation in place of its text.
    ///
    /// @param original the bytes that were read
    /// @param parameters those of the reading
    default WriteResult write(
            byte[] original, String parameters, Translation translation, OutputStream out)
            throws IOException {
        throw new UnsupportedOperationException(filter() + " is never written");
    }

    /// Told while a file is read; may throw [InterruptedReading].
    @FunctionalInterface
    interface Progress {

        Progress NONE = (_, _) -> {};

        /// @param total 0 while it is not known
        void at(long done, long total);
    }

    /// Somebody does not want the file read any more.
    final class InterruptedReading extends RuntimeException {
        public InterruptedReading() {
            super("reading was interrupted", null, false, false);
        }
    }
}
