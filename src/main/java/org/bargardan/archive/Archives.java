package org.bargardan.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.Person;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.archive.ArchiveLines.CommentLine;
import org.bargardan.archive.ArchiveLines.DocumentFile;
import org.bargardan.archive.ArchiveLines.ParagraphLine;
import org.bargardan.archive.ArchiveLines.ProjectFile;
import org.bargardan.archive.ArchiveLines.RenderingLine;
import org.bargardan.archive.ArchiveLines.RevisionLine;
import org.bargardan.archive.ArchiveLines.SegmentLine;
import org.bargardan.archive.ArchiveLines.SourceRevisionLine;
import org.bargardan.base.FileNames;
import org.bargardan.base.ProgramVersion;
import org.bargardan.base.StoredFiles;
import org.bargardan.document.Document;
import org.bargardan.document.DocumentRows;
import org.bargardan.document.Documents;
import org.bargardan.document.Segments;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.memory.MemoryExport;
import org.bargardan.memory.MemoryKind;
import org.bargardan.memory.Names;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.review.Comments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything of a project into one ZIP, as it is at one moment: originals, texts, history
/// and comments as JSON lines, translations, memories as TMX. It takes the memory of one document,
/// however many there are. Logins and mail addresses are never in it; names only if asked for, and
/// nobody's drafts.
@Service
public class Archives {

    /// Rises when somebody who reads archives must read them otherwise.
    static final int FORM = 1;

    private final Projects projects;
    private final Membership membership;
    private final Documents documents;
    private final DocumentRows rows;
    private final Segments segments;
    private final StoredFiles files;
    private final Comments comments;
    private final Exports exports;
    private final MemoryExport memories;
    private final Users users;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper json = ArchiveLines.mapper();

    Archives(
            Projects projects,
            Membership membership,
            Documents documents,
            DocumentRows rows,
            Segments segments,
            StoredFiles files,
            Comments comments,
            Exports exports,
            MemoryExport memories,
            Users users,
            AuditLog audit,
            Clock clock) {
        this.projects = projects;
        this.membership = membership;
        this.documents = documents;
        this.rows = rows;
        this.segments = segments;
        this.files = files;
        this.comments = comments;
        this.exports = exports;
        this.memories = memories;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// For managers: every member may read all this, but here a whole project leaves at once. What
    /// others change meanwhile is not seen, so that a rendering is its last revision.
    ///
    /// @return how many characters XML could not hold, which the TMX files lack
    @Transactional(isolation = Isolation.REPEATABLE_READ, rollbackFor = IOException.class)
    public int write(ProjectId id, Names names, OutputStream out, UserId actor) throws IOException {
        membership.require(id, actor, ProjectRole.MANAGER);
        var project = projects.get(id);
        var all = documents.of(id, actor);
        int leftOut = 0;
        try (var archive = new Archive(new ZipOutputStream(new KeptOpen(out)), names)) {
            archive.json(
                    "project.json",
                    ProjectFile.of(
                            FORM, ProgramVersion.current(), project, all.size(), clock.instant()));
            int n = 0;
            for (var document : all) {
                n++;
                write(archive, document, "documents/" + n + "-" + document.id().value(), actor);
            }
            for (var kind : List.of(MemoryKind.WORKING, MemoryKind.APPROVED)) {
                archive.begin("memory/" + kind.key() + ".tmx");
                leftOut += memories.partOf(id, kind, names, archive.entry(), actor).size();
            }
        }
        audit.add(
                AuditAction.EXPORTED,
                actor,
                "project:" + id.value(),
                "archive names=" + names.key());
        return leftOut;
    }

    private void write(Archive archive, Document document, String folder, UserId actor)
            throws IOException {
        var id = document.id();
        var original = documents.original(id, actor);
        archive.begin(folder + "/original/" + FileNames.part(original.fileName()));
        files.copy(original.file(), archive.entry());
        archive.begin(folder + "/paragraphs.jsonl");
        long paragraphs = rows.paragraphs(id, actor, row -> archive.line(ParagraphLine.of(row)));
        archive.begin(folder + "/segments.jsonl");
        long cut = rows.segments(id, actor, row -> archive.line(SegmentLine.of(row)));
        archive.begin(folder + "/source-revisions.jsonl");
        rows.sourceRevisions(
                id, actor, row -> archive.line(SourceRevisionLine.of(row, archive.name(row.by()))));
        archive.begin(folder + "/renderings.jsonl");
        long renderings =
                rows.renderings(
                        id,
                        actor,
                        row -> {
                            var author = row.author();
                            archive.line(
                                    RenderingLine.of(
                                            row, author == null ? null : archive.name(author)));
                        });
        archive.begin(folder + "/revisions.jsonl");
        long revisions =
                rows.revisions(
                        id,
                        actor,
                        row -> archive.line(RevisionLine.of(row, archive.name(row.by()))));
        archive.begin(folder + "/comments.jsonl");
        long said =
                comments.each(
                        id,
                        actor,
                        row -> archive.line(CommentLine.of(row, archive.name(row.by()))));
        archive.begin(folder + "/translation.txt");
        if (exports.partOf(id, archive.entry(), actor) instanceof ExportResult.Failed(var why)) {
            throw new IllegalStateException("document " + id.value() + " not exported: " + why);
        }
        archive.json(
                folder + "/document.json",
                new DocumentFile(
                        id.value(),
                        document.title(),
                        document.languages().source(),
                        document.languages().target(),
                        original.fileName(),
                        original.filter(),
                        original.filterParameters(),
                        original.filterVersion(),
                        HexFormat.of().formatHex(original.extractionSha256()),
                        segments.textAfter(id, actor),
                        document.changeNo(),
                        Map.of(
                                "paragraphs", paragraphs,
                                "segments", cut,
                                "renderings", renderings,
                                "revisions", revisions,
                                "comments", said)));
    }

    /// A ZIP being written, one entry after another.
    private final class Archive implements AutoCloseable {

        private final ZipOutputStream zip;
        private final Names names;
        private final Map<UserId, Optional<Person>> people = new HashMap<>();

        Archive(ZipOutputStream zip, Names names) {
            this.zip = zip;
            this.names = names;
        }

        void begin(String entry) throws IOException {
            zip.putNextEntry(new ZipEntry(entry));
        }

        /// For writers that close what they wrote to.
        OutputStream entry() {
            return new KeptOpen(zip);
        }

        void json(String entry, Object value) throws IOException {
            begin(entry);
            line(value);
        }

        void line(Object value) throws IOException {
            zip.write(json.writeValueAsBytes(value));
            zip.write('\n');
        }

        @Nullable String name(UserId id) {
            return names == Names.WITHOUT
                    ? null
                    : people.computeIfAbsent(id, users::find).map(names::of).orElse(null);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /// Leaves closing to whoever opened.
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
