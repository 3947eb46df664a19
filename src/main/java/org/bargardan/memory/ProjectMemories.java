package org.bargardan.memory;

import static org.bargardan.memory.internal.schema.Tables.MEMORY;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ReadOnlyMode;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.project.Projects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the memories of a project hold, as its people see it; and deleting those that came in as
/// files, which can be taken back for [Projects#KEPT]. The two that every project has stay with it.
@Service
public class ProjectMemories {

    private final DSLContext database;
    private final Memories memories;
    private final Membership membership;
    private final AuditLog audit;
    private final ReadOnlyMode readOnly;
    private final Clock clock;

    ProjectMemories(
            DSLContext database,
            Memories memories,
            Membership membership,
            AuditLog audit,
            ReadOnlyMode readOnly,
            Clock clock) {
        this.database = database;
        this.memories = memories;
        this.membership = membership;
        this.audit = audit;
        this.readOnly = readOnly;
        this.clock = clock;
    }

    /// A memory that came in as a file.
    ///
    /// @param name the file's
    public record Imported(MemoryId id, String name, int units) {}

    /// How many units the working or the approved memory holds.
    @Transactional(readOnly = true)
    public int size(ProjectId project, MemoryKind kind, UserId actor) {
        membership.requireMember(project, actor);
        return memories.size(memories.of(project, kind));
    }

    /// In the order in which they came.
    @Transactional(readOnly = true)
    public List<Imported> imported(ProjectId project, UserId actor) {
        membership.requireMember(project, actor);
        return list(project, MEMORY.DELETED_AT.isNull());
    }

    /// Those that were deleted and can still be brought back; for managers.
    @Transactional(readOnly = true)
    public List<Imported> deletedOf(ProjectId project, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER);
        return list(project, MEMORY.DELETED_AT.isNotNull());
    }

    /// For managers. Nothing of it is offered any more, from the next search on.
    ///
    /// @throws NotFoundException if there is no such memory from a file
    @Transactional
    public void delete(MemoryId id, UserId actor) {
        requireManager(id, MEMORY.DELETED_AT.isNull(), actor);
        readOnly.requireWritable();
        database.update(MEMORY)
                .set(MEMORY.DELETED_AT, OffsetDateTime.now(clock))
                .where(MEMORY.ID.eq(id.value()))
                .execute();
        audit.add(AuditAction.DELETED, actor, "memory:" + id.value(), "");
    }

    /// For managers.
    ///
    /// @throws NotFoundException if there is no such deleted memory
    @Transactional
    public void undelete(MemoryId id, UserId actor) {
        requireManager(id, MEMORY.DELETED_AT.isNotNull(), actor);
        readOnly.requireWritable();
        database.update(MEMORY)
                .setNull(MEMORY.DELETED_AT)
                .where(MEMORY.ID.eq(id.value()))
                .execute();
        audit.add(AuditAction.UNDELETED, actor, "memory:" + id.value(), "");
    }

    /// Removes for good what was deleted longer ago than [Projects#KEPT].
    ///
    /// @return how many memories
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    @Transactional
    int purge() {
        if (readOnly.isOn()) {
            return 0;
        }
        var old =
                database.select(MEMORY.ID)
                        .from(MEMORY)
                        .where(MEMORY.DELETED_AT.lt(OffsetDateTime.now(clock).minus(Projects.KEPT)))
                        .fetch(row -> new MemoryId(row.value1()));
        for (var id : old) {
            memories.remove(id);
            audit.add(AuditAction.PURGED, "memory:" + id.value(), "");
        }
        return old.size();
    }

    private List<Imported> list(ProjectId project, Condition which) {
        return database.select(MEMORY.ID, MEMORY.NAME)
                .from(MEMORY)
                .where(
                        MEMORY.PROJECT_ID.eq(project.value()),
                        MEMORY.KIND.eq(MemoryKind.IMPORTED.key()),
                        which)
                .orderBy(MEMORY.ID)
                .fetch(row -> {
                    var id = new MemoryId(row.value1());
                    return new Imported(id, row.value2(), memories.size(id));
                });
    }

    private void requireManager(MemoryId id, Condition which, UserId actor) {
        var project =
                database.select(MEMORY.PROJECT_ID)
                        .from(MEMORY)
                        .where(
                                MEMORY.ID.eq(id.value()),
                                MEMORY.KIND.eq(MemoryKind.IMPORTED.key()),
                                which)
                        .fetchOptional(row -> new ProjectId(row.value1()))
                        .orElseThrow(() -> new NotFoundException("memory"));
        membership.require(project, actor, ProjectRole.MANAGER);
    }
}
