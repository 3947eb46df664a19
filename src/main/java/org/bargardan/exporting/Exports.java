package org.bargardan.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bargardan.account.UserId;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphText;
import org.bargardan.document.ParagraphText.SegmentText;
import org.bargardan.document.Segments;
import org.bargardan.document.Status;
import org.bargardan.format.ExtractedDocument;
import org.bargardan.format.PlainText;
import org.bargardan.format.ReadResult;
import org.bargardan.format.TextEncoding;
import org.bargardan.format.TextLimits;
import org.bargardan.format.WriteResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Writes documents out. The original is read again with the filter, version and parameters of its
/// import, and its extraction is checked, before translations are put in its paragraphs' places.
@Service
public class Exports {

    private final Documents documents;
    private final Segments segments;
    private final StoredFiles files;
    private final PlainText plainText = new PlainText(TextLimits.DEFAULT);

    Exports(Documents documents, Segments segments, StoredFiles files) {
        this.documents = documents;
        this.segments = segments;
        this.files = files;
    }

    /// The source as it came, byte for byte, made again from what is stored of it.
    public ExportResult source(DocumentId id, OutputStream out, UserId actor) throws IOException {
        var structure = structure(id, actor);
        if (structure == null) {
            return new ExportResult.Changed();
        }
        var sources = segments.paragraphs(id, actor).stream().map(ParagraphText::source).toList();
        var encoding = TextEncoding.parse(structure.filterParameters());
        return result(plainText.write(structure, sources, encoding, out));
    }

    /// The translation in UTF-8; where a segment has none yet, its source stands.
    public ExportResult translation(DocumentId id, OutputStream out, UserId actor)
            throws IOException {
        var structure = structure(id, actor);
        if (structure == null) {
            return new ExportResult.Changed();
        }
        var targets = segments.paragraphs(id, actor).stream().map(Exports::target).toList();
        return result(plainText.write(structure, targets, out));
    }

    /// Null if the filter no longer reads the original as it did at the import.
    private @Nullable ExtractedDocument structure(DocumentId id, UserId actor) {
        Original original = documents.original(id, actor);
        var encoding = TextEncoding.parse(original.filterParameters());
        var bytes = files.read(original.file());
        return plainText.read(bytes, encoding.charset()) instanceof ReadResult.Read(var extracted)
                        && Arrays.equals(
                                StoredFiles.sha256(
                                        extracted.text().getBytes(StandardCharsets.UTF_8)),
                                original.extractionSha256())
                ? extracted
                : null;
    }

    private static String target(ParagraphText paragraph) {
        var text = new StringBuilder();
        List<SegmentText> all = paragraph.segments();
        for (int i = 0; i < all.size(); i++) {
            var segment = all.get(i);
            if (segment.coveredBefore()) {
                continue;
            }
            boolean empty = segment.status() == Status.UNTRANSLATED;
            text.append(empty ? segment.source().text() : segment.rendering().text());
            int last = i;
            while (last + 1 < all.size() && all.get(last + 1).coveredBefore()) {
                last++;
                if (empty) {
                    text.append(all.get(last - 1).space()).append(all.get(last).source().text());
                }
            }
            text.append(all.get(last).space());
        }
        return text.toString();
    }

    private static ExportResult result(WriteResult result) {
        return switch (result) {
            case WriteResult.Written(long bytes) -> new ExportResult.Exported(bytes);
            case WriteResult.Failed(var problem) -> new ExportResult.Failed(problem);
        };
    }
}
