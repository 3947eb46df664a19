package org.bargardan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bargardan.format.Translation.Target;
import org.bargardan.text.InlineCodes;
import org.bargardan.text.TaggedText;

/// Reads and writes files with one format, for tests; what it refuses fails them.
record WrittenBack(FileFormat format) {

    ExtractedDocument read(String file) {
        return read(file.getBytes(UTF_8));
    }

    ExtractedDocument read(byte[] file) {
        return switch (format.read(file)) {
            case ReadResult.Read(ExtractedDocument document, _, _, _) -> document;
            case ReadResult.Failed(FormatProblem problem) ->
                    throw new AssertionError("not read: " + problem);
        };
    }

    FormatProblem problem(byte[] file) {
        return switch (format.read(file)) {
            case ReadResult.Read read -> throw new AssertionError("read: " + read.document());
            case ReadResult.Failed(FormatProblem problem) -> problem;
        };
    }

    /// Into Persian.
    String written(String file, List<Target> targets) {
        return new String(written(file.getBytes(UTF_8), "fa", targets), UTF_8);
    }

    byte[] written(byte[] file, String language, List<Target> targets) {
        var out = new ByteArrayOutputStream();
        try {
            var parameters = read(file).filterParameters();
            var result = format.write(file, parameters, new Translation(language, targets), out);
            if (!result.equals(new WriteResult.Written(out.size()))) {
                throw new AssertionError("not written: " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The source as if it were a translation.
    static List<Target> sameWords(ExtractedDocument document) {
        return document.paragraphs().stream()
                .map(paragraph ->
                        new Target(paragraph.place().textUnit(), paragraph.content(), List.of()))
                .toList();
    }

    static List<TaggedText> contents(ExtractedDocument document) {
        return document.paragraphs().stream().map(ExtractedParagraph::content).toList();
    }

    /// @param codes as [InlineCodes] writes them
    static TaggedText tagged(String text, String codes) {
        return new TaggedText(text, InlineCodes.read(codes));
    }
}
