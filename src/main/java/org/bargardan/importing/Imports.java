package org.bargardan.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.base.FileNames;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.Documents;
import org.bargardan.document.NewDocument;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewSegment;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphKind;
import org.bargardan.format.Detection;
import org.bargardan.format.ExtractedDocument;
import org.bargardan.format.ExtractedParagraph;
import org.bargardan.format.PlainText;
import org.bargardan.format.ReadResult;
import org.bargardan.format.TextEncodings;
import org.bargardan.format.TextLimits;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.Segmenter;
import org.bargardan.text.TaggedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings files into projects. A file becomes a document whole or not at all, and the original is
/// kept byte for byte.
@Service
public class Imports {

    /// The largest file that is read.
    public static final int MAX_BYTES = TextLimits.DEFAULT.maxBytes();

    /// In UTF-16 units, as one of the databases counts them.
    private static final int TITLE_MOST = 200;

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}]");

    private final Projects projects;
    private final Membership membership;
    private final Documents documents;
    private final StoredFiles files;
    private final AuditLog audit;
    private final StorageQuota quota;
    private final PlainText plainText = new PlainText(TextLimits.DEFAULT);

    Imports(
            Projects projects,
            Membership membership,
            Documents documents,
            StoredFiles files,
            AuditLog audit,
            StorageQuota quota) {
        this.projects = projects;
        this.membership = membership;
        this.documents = documents;
        this.files = files;
        this.audit = audit;
        this.quota = quota;
    }

    /// In which encoding the file is, or the likeliest readings for a person to choose from.
    public Detection detect(byte[] file) {
        return TextEncodings.detect(file);
    }

    /// For managers and translators.
    ///
    /// @param fileName as it was on the other machine; only its last part is kept
    @Transactional
    public ImportResult importText(
            ProjectId project, String fileName, byte[] file, Charset charset, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        return switch (plainText.read(file, charset)) {
            case ReadResult.Failed(var problem) -> new ImportResult.Failed(problem);
            case ReadResult.Read(var extracted, _, _, _) ->
                    quota.refuses(project, file.length)
                            ? new ImportResult.QuotaReached(quota.held(project), quota.most())
                            : store(project, fileName, file, extracted, actor);
        };
    }

    private ImportResult store(
            ProjectId project,
            String fileName,
            byte[] file,
            ExtractedDocument extracted,
            UserId actor) {
        var languages = projects.get(project).languages();
        var segmenter = Segmenter.forLanguage(languages.source());
        var paragraphs = new ArrayList<NewParagraph>();
        int segments = 0;
        for (var paragraph : extracted.paragraphs()) {
            var cut = segments(segmenter, paragraph);
            segments += cut.size();
            paragraphs.add(
                    new NewParagraph(
                            ParagraphKind.valueOf(paragraph.kind().name()),
                            paragraph.level(),
                            "p" + paragraphs.size(),
                            paragraph.separatorBefore(),
                            paragraph.kind() != org.bargardan.format.ParagraphKind.FURNITURE
                                    && hasWords(cut),
                            cut));
        }
        var name = FileNames.lastPart(fileName, "text.txt", TITLE_MOST);
        var original =
                new Original(
                        files.store(file, "text/plain"),
                        name,
                        extracted.filter(),
                        extracted.filterParameters(),
                        extracted.filterVersion(),
                        StoredFiles.sha256(extracted.text().getBytes(StandardCharsets.UTF_8)));
        var document =
                documents.create(
                        project,
                        new NewDocument(
                                title(name, extracted),
                                languages.source(),
                                original,
                                paragraphs,
                                extracted.textAfter()),
                        actor);
        audit.add(
                AuditAction.IMPORTED,
                actor,
                "document:" + document.value(),
                "%s segments=%d".formatted(extracted.filter(), segments));
        return new ImportResult.Imported(document, paragraphs.size(), segments);
    }

    /// A line of verse stays whole. What stands before the first sentence, such as a direction mark
    /// and a space, is its beginning.
    private static List<NewSegment> segments(Segmenter segmenter, ExtractedParagraph paragraph) {
        var cut = segmenter.cut(paragraph.text());
        if (paragraph.kind() == org.bargardan.format.ParagraphKind.VERSE
                || cut.sentences().isEmpty()) {
            return List.of(new NewSegment(TaggedText.plain(paragraph.text()), ""));
        }
        var segments = new ArrayList<NewSegment>();
        for (var sentence : cut.sentences()) {
            var before = segments.isEmpty() ? cut.spaceBefore() : "";
            segments.add(
                    new NewSegment(
                            TaggedText.plain(before + sentence.text()), sentence.spaceAfter()));
        }
        return segments;
    }

    /// False for a paragraph of marks that nobody sees, which some programs leave on empty lines.
    private static boolean hasWords(List<NewSegment> segments) {
        return segments.stream()
                .anyMatch(segment -> VISIBLE.matcher(segment.source().text()).find());
    }

    /// The first heading, else the name of the file without its ending.
    private static String title(String fileName, ExtractedDocument extracted) {
        var heading =
                extracted.paragraphs().stream()
                        .limit(3)
                        .filter(paragraph ->
                                paragraph.kind() == org.bargardan.format.ParagraphKind.HEADING)
                        .map(ExtractedParagraph::text)
                        .findFirst();
        return FileNames.shortened(
                heading.orElse(fileName.replaceFirst("(?<=.)\\.[A-Za-z]{1,5}$", "")), TITLE_MOST);
    }
}
