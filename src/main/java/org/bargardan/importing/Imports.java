package org.bargardan.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.base.FileNames;
import org.bargardan.base.StoredFiles;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.NewDocument;
import org.bargardan.document.NewDocument.NewParagraph;
import org.bargardan.document.NewDocument.NewRepair;
import org.bargardan.document.NewVersion;
import org.bargardan.document.Original;
import org.bargardan.document.ParagraphKind;
import org.bargardan.document.ReimportResult;
import org.bargardan.document.Reimports;
import org.bargardan.document.VersionComparison;
import org.bargardan.format.Detection;
import org.bargardan.format.FileFormat;
import org.bargardan.format.FileFormat.Progress;
import org.bargardan.format.FileFormats;
import org.bargardan.format.ReadResult;
import org.bargardan.format.TextEncoding;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.project.SentenceRules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings files into projects: a file is read, its text repaired as a person wants it, and then it
/// becomes a document, whole or not at all. The original is kept byte for byte.
@Service
public class Imports {

    /// The largest file that is read.
    public static final int MAX_BYTES = FileFormats.MAX_BYTES;

    /// In UTF-16 units, as one of the databases counts them.
    private static final int TITLE_MOST = 200;

    private final Projects projects;
    private final Membership membership;
    private final SentenceRules rules;
    private final Documents documents;
    private final Reimports reimports;
    private final StoredFiles files;
    private final AuditLog audit;
    private final StorageQuota quota;

    Imports(
            Projects projects,
            Membership membership,
            SentenceRules rules,
            Documents documents,
            Reimports reimports,
            StoredFiles files,
            AuditLog audit,
            StorageQuota quota) {
        this.projects = projects;
        this.membership = membership;
        this.rules = rules;
        this.documents = documents;
        this.reimports = reimports;
        this.files = files;
        this.audit = audit;
        this.quota = quota;
    }

    /// Of which format the file is, or the likeliest readings for a person to choose from.
    public Detection detect(String fileName, byte[] file) {
        return FileFormats.detect(fileName, file);
    }

    /// Reads a file and stores nothing; for managers and translators. May take minutes.
    ///
    /// @param fileName as it was on the other machine; only its last part is kept
    /// @param parameters what the format must know; empty if nothing
    public ReadOutcome read(
            ProjectId project,
            String fileName,
            byte[] file,
            FileFormat format,
            String parameters,
            Progress progress,
            UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        var language = projects.get(project).languages().source();
        return switch (format.read(file, parameters, progress)) {
            case ReadResult.Failed(var problem) -> new ReadOutcome.Failed(problem);
            case ReadResult.Read read ->
                    new ReadOutcome.Read(
                            new ReadFile(
                                    FileNames.lastPart(fileName, "text.txt", TITLE_MOST),
                                    file,
                                    format,
                                    read,
                                    language,
                                    rules.segmenter(project, actor)));
        };
    }

    /// Plain text as it is, without repairs; for managers and translators.
    ///
    /// @param fileName as it was on the other machine; only its last part is kept
    @Transactional
    public ImportResult importText(
            ProjectId project, String fileName, byte[] file, Charset charset, UserId actor) {
        var parameters = TextEncoding.of(file, charset).write();
        return switch (read(
                project,
                fileName,
                file,
                FileFormats.PLAIN_TEXT,
                parameters,
                Progress.NONE,
                actor)) {
            case ReadOutcome.Failed(var problem) -> new ImportResult.Failed(problem);
            case ReadOutcome.Read(var read) ->
                    store(project, RepairedFile.untouched(read), List.of(), actor);
        };
    }

    /// Makes a document of what was read and repaired; for managers and translators.
    ///
    /// @param marks what a person said paragraphs are
    @Transactional
    public ImportResult store(
            ProjectId id, RepairedFile repaired, List<ParagraphMark> marks, UserId actor) {
        membership.require(id, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        var file = repaired.file();
        if (quota.refuses(id, file.bytes().length)) {
            return new ImportResult.QuotaReached(quota.held(id), quota.most());
        }
        return store(
                new DocumentId(TimeOrderedIds.next()),
                projects.get(id),
                repaired,
                repaired.paragraphs(marks),
                actor);
    }

    /// The same under an id of the caller's, who may be run twice: the second time nothing happens.
    @Transactional
    ImportResult storeOnce(
            DocumentId document,
            ProjectId id,
            RepairedFile repaired,
            List<ParagraphMark> marks,
            UserId actor) {
        membership.require(id, actor, ProjectRole.MANAGER, ProjectRole.TRANSLATOR);
        return store(document, projects.get(id), repaired, repaired.paragraphs(marks), actor);
    }

    private ImportResult store(
            DocumentId document,
            Project project,
            RepairedFile repaired,
            List<NewParagraph> paragraphs,
            UserId actor) {
        var file = repaired.file();
        int segments = paragraphs.stream().mapToInt(paragraph -> paragraph.segments().size()).sum();
        documents.createOnce(
                document,
                project.id(),
                new NewDocument(
                        title(file.name(), paragraphs),
                        project.languages().source(),
                        original(file),
                        paragraphs,
                        repaired.document().textAfter(),
                        repairs(repaired)),
                actor);
        audit.add(
                AuditAction.IMPORTED,
                actor,
                "document:" + document.value(),
                "%s segments=%d".formatted(file.reading().document().filter(), segments));
        return new ImportResult.Imported(document, paragraphs.size(), segments);
    }

    private Original original(ReadFile file) {
        var extracted = file.reading().document();
        return new Original(
                files.store(file.bytes(), file.format().mediaType()),
                file.name(),
                extracted.filter(),
                extracted.filterParameters(),
                extracted.filterVersion(),
                StoredFiles.sha256(extracted.text().getBytes(StandardCharsets.UTF_8)));
    }

    /// What a newer version of a document's file would change; for managers. Stores nothing.
    ///
    /// @param marks what a person said paragraphs are
    @Transactional(readOnly = true)
    public VersionComparison compare(
            DocumentId document, RepairedFile repaired, List<ParagraphMark> marks, UserId actor) {
        return reimports.compare(document, version(repaired, marks), actor);
    }

    /// Puts a newer version of its file in a document's place; for managers.
    ///
    /// @param marks what a person said paragraphs are
    /// @param shown [VersionComparison#changeNo] of the comparison that was decided on
    @Transactional
    public ReplaceResult replace(
            DocumentId document,
            RepairedFile repaired,
            List<ParagraphMark> marks,
            long shown,
            UserId actor) {
        var project = documents.get(document, actor).project();
        membership.require(project, actor, ProjectRole.MANAGER);
        if (quota.refuses(project, repaired.file().bytes().length)) {
            return new ReplaceResult.QuotaReached(quota.held(project), quota.most());
        }
        return new ReplaceResult.Answered(replaceKept(document, repaired, marks, shown, actor));
    }

    /// The same where the file is stored and was weighed already.
    @Transactional
    ReimportResult replaceKept(
            DocumentId document,
            RepairedFile repaired,
            List<ParagraphMark> marks,
            long shown,
            UserId actor) {
        var result =
                reimports.replace(
                        document,
                        version(repaired, marks),
                        original(repaired.file()),
                        shown,
                        actor);
        if (result instanceof ReimportResult.Reimported(long changeNo)) {
            audit.add(
                    AuditAction.REIMPORTED,
                    actor,
                    "document:" + document.value(),
                    "%s change=%d"
                            .formatted(repaired.file().reading().document().filter(), changeNo));
        }
        return result;
    }

    private static NewVersion version(RepairedFile repaired, List<ParagraphMark> marks) {
        return new NewVersion(
                repaired.paragraphs(marks),
                repaired.marked(marks),
                repaired.document().textAfter(),
                repairs(repaired));
    }

    private static List<NewRepair> repairs(RepairedFile repaired) {
        var repairs = new ArrayList<NewRepair>();
        for (var repair : repaired.repairs()) {
            var edit = repair.edit();
            repairs.add(new NewRepair(repair.rule(), edit.at(), edit.before(), edit.after(), true));
        }
        for (var edit : repaired.choices().refused()) {
            repairs.add(new NewRepair(edit.rule(), edit.at(), edit.before(), edit.after(), false));
        }
        return repairs;
    }

    /// The first heading, else the name of the file without its ending.
    private static String title(String fileName, List<NewParagraph> paragraphs) {
        var heading =
                paragraphs.stream()
                        .limit(3)
                        .filter(paragraph -> paragraph.kind() == ParagraphKind.HEADING)
                        .map(Imports::source)
                        .findFirst();
        return FileNames.shortened(
                heading.orElse(fileName.replaceFirst("(?<=.)\\.[A-Za-z]{1,5}$", "")), TITLE_MOST);
    }

    private static String source(NewParagraph paragraph) {
        var text = new StringBuilder();
        paragraph
                .segments()
                .forEach(segment ->
                        text.append(segment.source().text()).append(segment.spaceAfter()));
        return text.toString();
    }
}
