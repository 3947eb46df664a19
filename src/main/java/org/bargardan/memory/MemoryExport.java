package org.bargardan.memory;

import static org.bargardan.memory.internal.schema.Tables.MEMORY;
import static org.bargardan.memory.internal.schema.Tables.MEMORY_UNIT;
import static org.bargardan.memory.internal.schema.Tables.MEMORY_VARIANT;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.Person;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ProgramVersion;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Documents;
import org.bargardan.document.RenderingId;
import org.bargardan.document.Segments;
import org.bargardan.format.FormatProblem;
import org.bargardan.format.TmxCode;
import org.bargardan.format.TmxHeader;
import org.bargardan.format.TmxProp;
import org.bargardan.format.TmxUnit;
import org.bargardan.format.TmxVariant;
import org.bargardan.format.TmxWriter;
import org.bargardan.memory.internal.schema.tables.MemoryVariant;
import org.bargardan.project.Membership;
import org.bargardan.project.Project;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.bargardan.text.InlineCode;
import org.bargardan.text.InlineCodes;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Hands out what a project or a document has taught, or a file brought in, as TMX 1.4b, in
/// constant memory. Logins and mail addresses are never in it; names only if asked for.
@Service
public class MemoryExport {

    private static final int FETCH = 500;

    private final DSLContext database;
    private final Projects projects;
    private final Membership membership;
    private final Documents documents;
    private final Segments segments;
    private final Memories memories;
    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    MemoryExport(
            DSLContext database,
            Projects projects,
            Membership membership,
            Documents documents,
            Segments segments,
            Memories memories,
            Users users,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.projects = projects;
        this.membership = membership;
        this.documents = documents;
        this.segments = segments;
        this.memories = memories;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// Everything in the working or the approved memory of a project; for members.
    ///
    /// @return what XML could not hold and was left out
    @Transactional(rollbackFor = IOException.class)
    public List<FormatProblem> project(
            ProjectId id, MemoryKind kind, Names names, OutputStream out, UserId actor)
            throws IOException {
        var problems = partOf(id, kind, names, out, actor);
        audit.add(AuditAction.EXPORTED, actor, "project:" + id.value(), detail(kind, names));
        return problems;
    }

    /// The same as a part of a larger export, which tells the audit log itself; for members.
    ///
    /// @return what XML could not hold and was left out
    @Transactional(propagation = Propagation.MANDATORY)
    public List<FormatProblem> partOf(
            ProjectId id, MemoryKind kind, Names names, OutputStream out, UserId actor)
            throws IOException {
        membership.requireMember(id, actor);
        var memory = memories.of(id, kind);
        return write(projects.get(id), memory, kind, List.of(DSL.noCondition()), names, out);
    }

    /// Everything in a memory that came in as a file; for managers of its project.
    ///
    /// @return what XML could not hold and was left out
    @Transactional
    public List<FormatProblem> imported(MemoryId id, OutputStream out, UserId actor)
            throws IOException {
        var project =
                database.select(MEMORY.PROJECT_ID)
                        .from(MEMORY)
                        .where(
                                MEMORY.ID.eq(id.value()),
                                MEMORY.KIND.eq(MemoryKind.IMPORTED.key()),
                                MEMORY.DELETED_AT.isNull())
                        .fetchOptional(row -> new ProjectId(row.value1()))
                        .orElseThrow(() -> new NotFoundException("memory"));
        membership.require(project, actor, ProjectRole.MANAGER);
        var problems =
                write(
                        projects.get(project),
                        id,
                        MemoryKind.IMPORTED,
                        List.of(DSL.noCondition()),
                        Names.WITHOUT,
                        out);
        audit.add(
                AuditAction.EXPORTED,
                actor,
                "project:" + project.value(),
                detail(MemoryKind.IMPORTED, Names.WITHOUT));
        return problems;
    }

    /// What one document has taught; for members.
    ///
    /// @return what XML could not hold and was left out
    @Transactional(rollbackFor = IOException.class)
    public List<FormatProblem> document(
            DocumentId id, MemoryKind kind, Names names, OutputStream out, UserId actor)
            throws IOException {
        var document = documents.get(id, actor);
        var problems =
                write(
                        projects.get(document.project()),
                        memories.of(document.project(), kind),
                        kind,
                        chunks(segments.outline(id, actor)),
                        names,
                        out);
        audit.add(AuditAction.EXPORTED, actor, "document:" + id.value(), detail(kind, names));
        return problems;
    }

    private static String detail(MemoryKind kind, Names names) {
        return "tmx " + kind.key() + " names=" + names.key();
    }

    /// A statement takes only so many ids.
    private static List<Condition> chunks(List<RenderingId> renderings) {
        var chunks = new ArrayList<Condition>();
        for (int from = 0; from < renderings.size(); from += FETCH) {
            chunks.add(
                    MEMORY_UNIT.RENDERING_ID.in(
                            renderings
                                    .subList(from, Math.min(renderings.size(), from + FETCH))
                                    .stream()
                                    .map(RenderingId::value)
                                    .toList()));
        }
        return chunks;
    }

    private List<FormatProblem> write(
            Project project,
            MemoryId memory,
            MemoryKind kind,
            List<Condition> chunks,
            Names names,
            OutputStream out)
            throws IOException {
        var people = new HashMap<UserId, Optional<Person>>();
        var problems = new ArrayList<FormatProblem>();
        var header =
                new TmxHeader(
                        ProgramVersion.current(),
                        "en",
                        project.languages().source(),
                        clock.instant());
        try (var tmx = new TmxWriter(out, header)) {
            for (var chunk : chunks) {
                write(tmx, memory, kind, chunk, names, people, problems);
            }
            tmx.finish();
        }
        return problems;
    }

    private void write(
            TmxWriter tmx,
            MemoryId memory,
            MemoryKind kind,
            Condition chunk,
            Names names,
            Map<UserId, Optional<Person>> people,
            List<FormatProblem> problems)
            throws IOException {
        var source = MEMORY_VARIANT.as("source");
        var target = MEMORY_VARIANT.as("target");
        try (var rows =
                database.select(MEMORY_UNIT.fields())
                        .select(source.LANG, source.TEXT, source.CODES)
                        .select(target.LANG, target.TEXT, target.CODES)
                        .from(MEMORY_UNIT)
                        .join(source)
                        .on(source.UNIT_ID.eq(MEMORY_UNIT.ID), source.N.eq(0))
                        .join(target)
                        .on(target.UNIT_ID.eq(MEMORY_UNIT.ID), target.N.eq(1))
                        .where(
                                MEMORY_UNIT.MEMORY_ID.eq(memory.value()),
                                MEMORY_UNIT.DELETED_AT.isNull(),
                                chunk)
                        .orderBy(MEMORY_UNIT.ID)
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            for (var row : rows) {
                var by = name(row, names, people);
                problems.addAll(tmx.write(unit(row, source, target, kind, by)));
            }
        }
    }

    private static TmxUnit unit(
            Record row,
            MemoryVariant source,
            MemoryVariant target,
            MemoryKind kind,
            @Nullable String by) {
        var at = row.get(MEMORY_UNIT.AT).toInstant();
        return new TmxUnit(
                row.get(MEMORY_UNIT.ID).toString(),
                List.of(variant(row, source), variant(row, target)),
                at,
                by,
                at,
                by,
                List.of(new TmxProp("x-bargardan-memory", kind.key())),
                List.of());
    }

    private static TmxVariant variant(Record row, MemoryVariant table) {
        return new TmxVariant(
                row.get(table.LANG),
                row.get(table.TEXT),
                InlineCodes.read(row.get(table.CODES)).stream().map(MemoryExport::code).toList());
    }

    private static TmxCode code(InlineCode code) {
        return new TmxCode(
                code.at(), code.id(), TmxCode.Kind.valueOf(code.kind().name()), code.label());
    }

    private @Nullable String name(Record row, Names names, Map<UserId, Optional<Person>> people) {
        var id = row.get(MEMORY_UNIT.BY_PERSON);
        if (id == null || names == Names.WITHOUT) {
            return null;
        }
        return people.computeIfAbsent(new UserId(id), users::find).map(names::of).orElse(null);
    }
}
