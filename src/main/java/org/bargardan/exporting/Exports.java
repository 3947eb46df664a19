package org.bargardan.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphText;
import org.bargardan.document.ParagraphText.SegmentText;
import org.bargardan.document.RepairState;
import org.bargardan.document.Segments;
import org.bargardan.document.Status;
import org.bargardan.format.ExtractedDocument;
import org.bargardan.format.ExtractedParagraph;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.format.ParagraphKind;
import org.bargardan.format.PlainText;
import org.bargardan.format.ReadResult;
import org.bargardan.format.TextEdit;
import org.bargardan.format.TextEncoding;
import org.bargardan.format.Translation;
import org.bargardan.format.WriteResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes documents out. The original is read again with the filter, version and parameters of its
/// import, and its extraction is checked, before translations are put in its paragraphs' places.
@Service
public class Exports {

    private final Documents documents;
    private final Segments segments;
    private final StoredFiles files;
    private final AuditLog audit;
    private final PlainText plainText = FileFormats.PLAIN_TEXT;

    Exports(Documents documents, Segments segments, StoredFiles files, AuditLog audit) {
        this.documents = documents;
        this.segments = segments;
        this.files = files;
        this.audit = audit;
    }

    /// The file that the document came from, byte for byte.
    @Transactional(rollbackFor = IOException.class)
    public ExportResult original(DocumentId id, OutputStream out, UserId actor) throws IOException {
        var original = documents.original(id, actor);
        var bytes = files.read(original.file());
        out.write(bytes);
        return audited(new ExportResult.Exported(bytes.length), id, "original", actor);
    }

    /// The source as it is stored, with its repairs; where nothing was repaired, plain text leaves
    /// as it came, byte for byte.
    @Transactional(rollbackFor = IOException.class)
    public ExportResult source(DocumentId id, OutputStream out, UserId actor) throws IOException {
        return audited(writeSource(id, out, actor), id, "source", actor);
    }

    private ExportResult writeSource(DocumentId id, OutputStream out, UserId actor)
            throws IOException {
        var paragraphs = segments.paragraphs(id, actor);
        var original = documents.original(id, actor);
        return result(
                plainText.write(
                        structure(id, paragraphs, actor),
                        paragraphs.stream().map(ParagraphText::source).toList(),
                        original.filter().equals(PlainText.FILTER)
                                ? TextEncoding.parse(original.filterParameters())
                                : new TextEncoding(StandardCharsets.UTF_8, false),
                        out));
    }

    /// The translation in UTF-8; where a segment has none yet, its source stands. If the original
    /// is no longer read as it was at the import, the plain form is written, and the result says
    /// so.
    @Transactional(rollbackFor = IOException.class)
    public ExportResult translation(DocumentId id, OutputStream out, UserId actor)
            throws IOException {
        return audited(partOf(id, out, actor), id, "txt", actor);
    }

    /// In which format the document can leave as it came; empty if as plain text only.
    @Transactional(readOnly = true)
    public Optional<FileFormat> ownFormat(DocumentId id, UserId actor) {
        var original = documents.original(id, actor);
        return FileFormats.find(original.filter())
                .filter(FileFormat::isWritten)
                .filter(format -> format.version() == original.filterVersion());
    }

    /// The original file with the translation in it; where a paragraph has none yet, its source
    /// stands. If the original is no longer read as it was at the import, the plain form is
    /// written, and the result says so.
    @Transactional(rollbackFor = IOException.class)
    public ExportResult inOwnFormat(DocumentId id, OutputStream out, UserId actor)
            throws IOException {
        var format = ownFormat(id, actor);
        var paragraphs = segments.paragraphs(id, actor);
        var again = readAgain(id, actor);
        if (format.isEmpty() || again.isEmpty() || !fits(again.get(), paragraphs)) {
            return translation(id, out, actor);
        }
        var original = documents.original(id, actor);
        var language = documents.get(id, actor).languages().target();
        var result =
                format.get()
                        .write(
                                files.read(original.file()),
                                original.filterParameters(),
                                new Translation(language, Targets.of(paragraphs)),
                                out);
        return audited(result(result), id, format.get().ending(), actor);
    }

    /// The translation as a part of a larger export, which tells the audit log itself.
    @Transactional(propagation = Propagation.MANDATORY)
    public ExportResult partOf(DocumentId id, OutputStream out, UserId actor) throws IOException {
        var paragraphs = segments.paragraphs(id, actor);
        var targets = paragraphs.stream().map(Exports::target).toList();
        var again = readAgain(id, actor);
        if (again.isPresent() && fits(again.get(), paragraphs)) {
            return result(plainText.write(again.get(), targets, out));
        }
        return switch (plainText.write(structure(id, paragraphs, actor), targets, out)) {
            case WriteResult.Written(long bytes) -> new ExportResult.ExportedPlain(bytes);
            case WriteResult.Failed(var problem) -> new ExportResult.Failed(problem);
        };
    }

    private ExportResult audited(ExportResult result, DocumentId id, String form, UserId actor) {
        if (!(result instanceof ExportResult.Failed)) {
            audit.add(AuditAction.EXPORTED, actor, "document:" + id.value(), form);
        }
        return result;
    }

    /// The original, read with the filter, parameters and version of its import and repaired as it
    /// is now; empty if that can no longer be, or gives another text.
    private Optional<ExtractedDocument> readAgain(DocumentId id, UserId actor) {
        var original = documents.original(id, actor);
        return FileFormats.find(original.filter())
                .filter(format -> format.version() == original.filterVersion())
                .flatMap(format -> readAgain(id, original, format, actor));
    }

    private Optional<ExtractedDocument> readAgain(
            DocumentId id, Original original, FileFormat format, UserId actor) {
        var bytes = files.read(original.file());
        return format.read(bytes, original.filterParameters(), Progress.NONE)
                                instanceof ReadResult.Read read
                        && Arrays.equals(
                                StoredFiles.sha256(
                                        read.document().text().getBytes(StandardCharsets.UTF_8)),
                                original.extractionSha256())
                ? Optional.of(format.edited(read.document(), repairs(id, actor)))
                : Optional.empty();
    }

    private List<TextEdit> repairs(DocumentId id, UserId actor) {
        return documents.repairs(id, actor).stream()
                .filter(repair -> repair.state() == RepairState.APPLIED)
                .map(repair -> new TextEdit(repair.at(), repair.before(), repair.after()))
                .toList();
    }

    /// Whether the places of the original are those of the stored paragraphs, one by one.
    private static boolean fits(ExtractedDocument again, List<ParagraphText> stored) {
        return again.paragraphs().stream()
                .map(ExtractedParagraph::text)
                .toList()
                .equals(stored.stream().map(ParagraphText::source).toList());
    }

    /// The places as they are stored, for when the original is not asked.
    private ExtractedDocument structure(
            DocumentId id, List<ParagraphText> paragraphs, UserId actor) {
        return new ExtractedDocument(
                paragraphs.stream()
                        .map(paragraph ->
                                new ExtractedParagraph(
                                        paragraph.separatorBefore(),
                                        paragraph.source(),
                                        ParagraphKind.valueOf(paragraph.kind().name()),
                                        paragraph.level(),
                                        ExtractedParagraph.Place.of(paragraph.textUnit())))
                        .toList(),
                segments.textAfter(id, actor),
                PlainText.FILTER,
                "",
                PlainText.VERSION);
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
