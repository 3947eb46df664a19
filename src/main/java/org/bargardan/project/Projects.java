package org.bargardan.project;

import static org.bargardan.project.internal.schema.Tables.PROJECT;
import static org.bargardan.project.internal.schema.Tables.PROJECT_INVITATION;
import static org.bargardan.project.internal.schema.Tables.PROJECT_MEMBER;
import static org.bargardan.project.internal.schema.Tables.PROJECT_SEGMENTATION;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.ReadOnlyMode;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.project.internal.schema.tables.records.ProjectRecord;
import org.bargardan.text.StorableText;
import org.bargardan.text.repair.RepairStyle;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The projects of this site; a person sees those they are a member of.
@Service
public class Projects {

    /// Longest name, in code points.
    public static final int NAME_MOST = 120;

    /// How long what is deleted can be brought back.
    public static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext database;
    private final Membership membership;
    private final Users users;
    private final AuditLog audit;
    private final ReadOnlyMode readOnly;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Projects(
            DSLContext database,
            Membership membership,
            Users users,
            AuditLog audit,
            ReadOnlyMode readOnly,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.membership = membership;
        this.users = users;
        this.audit = audit;
        this.readOnly = readOnly;
        this.events = events;
        this.clock = clock;
    }

    /// Whoever begins a project manages it, and may translate and review in it.
    @Transactional
    public ProjectId create(String name, LanguagePair languages, UserId actor) {
        var stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.codePointCount(0, stripped.length()) > NAME_MOST
                || StorableText.problemIn(stripped).isPresent()) {
            throw new IllegalArgumentException("project name of length " + stripped.length());
        }
        var id = new ProjectId(TimeOrderedIds.next());
        database.insertInto(PROJECT)
                .set(PROJECT.ID, id.value())
                .set(PROJECT.NAME, stripped)
                .set(PROJECT.SOURCE_LANG, languages.source())
                .set(PROJECT.TARGET_LANG, languages.target())
                .set(PROJECT.STYLE, StoredStyle.write(RepairStyle.DEFAULT))
                .set(PROJECT.WORKFLOW, Workflow.STRICT.stored())
                .set(PROJECT.CREATED_AT, OffsetDateTime.now(clock))
                .set(PROJECT.CREATED_BY, actor.value())
                .set(PROJECT.VERSION, 1L)
                .execute();
        membership.grant(
                id,
                actor,
                EnumSet.of(ProjectRole.MANAGER, ProjectRole.TRANSLATOR, ProjectRole.REVIEWER));
        events.publishEvent(new ProjectCreated(id));
        return id;
    }

    /// Those the person is a member of, newest first.
    @Transactional(readOnly = true)
    public List<Project> of(UserId actor) {
        return mine(actor).orderBy(PROJECT.ID.desc()).fetch(Projects::project);
    }

    /// A page of those the person is a member of, newest first.
    ///
    /// @param before only those older than this one; null for the newest
    @Transactional(readOnly = true)
    public List<Project> of(UserId actor, @Nullable ProjectId before, int limit) {
        return mine(actor)
                .and(before == null ? noCondition() : PROJECT.ID.lt(before.value()))
                .orderBy(PROJECT.ID.desc())
                .limit(limit)
                .fetch(Projects::project);
    }

    private SelectConditionStep<ProjectRecord> mine(UserId actor) {
        return database.selectFrom(PROJECT)
                .where(
                        PROJECT.DELETED_AT.isNull(),
                        PROJECT.ID.in(
                                database.select(PROJECT_MEMBER.PROJECT_ID)
                                        .from(PROJECT_MEMBER)
                                        .where(PROJECT_MEMBER.PERSON_ID.eq(actor.value()))));
    }

    /// @throws NotFoundException unless the person is a member
    @Transactional(readOnly = true)
    public Project get(ProjectId id, UserId actor) {
        membership.requireMember(id, actor);
        return get(id);
    }

    /// For work that no person's request carries, such as learning; checks no membership.
    @Transactional(readOnly = true)
    public Project get(ProjectId id) {
        return database.selectFrom(PROJECT)
                .where(PROJECT.ID.eq(id.value()), PROJECT.DELETED_AT.isNull())
                .fetchOptional(Projects::project)
                .orElseThrow(() -> new NotFoundException("project"));
    }

    /// For work that no person's request carries; checks no membership.
    @Transactional(readOnly = true)
    public Optional<Project> find(ProjectId id) {
        return database.selectFrom(PROJECT)
                .where(PROJECT.ID.eq(id.value()), PROJECT.DELETED_AT.isNull())
                .fetchOptional(Projects::project);
    }

    /// A project that was deleted and can still be brought back.
    public record Deleted(Project project, Instant at) {}

    /// For managers. Nobody sees the project any more; for [#KEPT] it can be brought back.
    @Transactional
    public void delete(ProjectId id, UserId actor) {
        membership.require(id, actor, ProjectRole.MANAGER);
        database.update(PROJECT)
                .set(PROJECT.DELETED_AT, OffsetDateTime.now(clock))
                .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                .where(PROJECT.ID.eq(id.value()))
                .execute();
        audit.add(AuditAction.DELETED, actor, "project:" + id.value(), "");
    }

    /// The deleted projects that a person managed, last deleted first.
    @Transactional(readOnly = true)
    public List<Deleted> deletedOf(UserId actor) {
        return database.selectFrom(PROJECT)
                .where(PROJECT.DELETED_AT.isNotNull(), PROJECT.ID.in(managedBy(actor)))
                .orderBy(PROJECT.DELETED_AT.desc())
                .fetch(row -> new Deleted(project(row), row.getDeletedAt().toInstant()));
    }

    /// Brings a deleted project back as it was; for whoever managed it.
    ///
    /// @throws NotFoundException if the person managed no such deleted project
    @Transactional
    public void undelete(ProjectId id, UserId actor) {
        int back =
                database.update(PROJECT)
                        .setNull(PROJECT.DELETED_AT)
                        .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                        .where(
                                PROJECT.ID.eq(id.value()),
                                PROJECT.DELETED_AT.isNotNull(),
                                PROJECT.ID.in(managedBy(actor)))
                        .execute();
        if (back == 0) {
            throw new NotFoundException("project");
        }
        audit.add(AuditAction.UNDELETED, actor, "project:" + id.value(), "");
    }

    /// A project as administrators see it: they may know that it exists, and nothing in it.
    ///
    /// @param deletedAt null while it is there
    public record Listed(
            ProjectId id, String name, int people, int managers, @Nullable Instant deletedAt) {}

    /// Every project of the site; for administrators.
    @Transactional(readOnly = true)
    public List<Listed> all(UserId actor) {
        users.requireAdministrator(actor);
        return database.select(
                        PROJECT.ID,
                        PROJECT.NAME,
                        PROJECT.DELETED_AT,
                        countDistinct(PROJECT_MEMBER.PERSON_ID),
                        countDistinct(
                                when(
                                        PROJECT_MEMBER.ROLE.eq(ProjectRole.MANAGER.key()),
                                        PROJECT_MEMBER.PERSON_ID)))
                .from(PROJECT)
                .leftJoin(PROJECT_MEMBER)
                .on(PROJECT_MEMBER.PROJECT_ID.eq(PROJECT.ID))
                .groupBy(PROJECT.ID, PROJECT.NAME, PROJECT.DELETED_AT)
                .orderBy(PROJECT.ID.desc())
                .fetch(row ->
                        new Listed(
                                new ProjectId(row.value1()),
                                row.value2(),
                                row.value4(),
                                row.value5(),
                                row.value3() == null ? null : row.value3().toInstant()));
    }

    /// Removes for good what was deleted longer ago than [#KEPT]; everything a project holds goes
    /// with it.
    ///
    /// @return how many projects
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    @Transactional
    int purge() {
        if (readOnly.isOn()) {
            return 0;
        }
        var old =
                database.select(PROJECT.ID)
                        .from(PROJECT)
                        .where(PROJECT.DELETED_AT.lt(OffsetDateTime.now(clock).minus(KEPT)))
                        .fetch(row -> new ProjectId(row.value1()));
        for (var id : old) {
            events.publishEvent(new ProjectPurged(id));
            database.deleteFrom(PROJECT_INVITATION)
                    .where(PROJECT_INVITATION.PROJECT_ID.eq(id.value()))
                    .execute();
            database.deleteFrom(PROJECT_MEMBER)
                    .where(PROJECT_MEMBER.PROJECT_ID.eq(id.value()))
                    .execute();
            database.deleteFrom(PROJECT_SEGMENTATION)
                    .where(PROJECT_SEGMENTATION.PROJECT_ID.eq(id.value()))
                    .execute();
            database.deleteFrom(PROJECT).where(PROJECT.ID.eq(id.value())).execute();
            audit.add(AuditAction.PURGED, "project:" + id.value(), "");
        }
        return old.size();
    }

    private Select<Record1<UUID>> managedBy(UserId actor) {
        return database.select(PROJECT_MEMBER.PROJECT_ID)
                .from(PROJECT_MEMBER)
                .where(
                        PROJECT_MEMBER.PERSON_ID.eq(actor.value()),
                        PROJECT_MEMBER.ROLE.eq(ProjectRole.MANAGER.key()));
    }

    /// What the project allows; for managers.
    @Transactional
    public void decide(ProjectId id, Workflow workflow, UserId actor) {
        membership.require(id, actor, ProjectRole.MANAGER);
        database.update(PROJECT)
                .set(PROJECT.WORKFLOW, workflow.stored())
                .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                .where(PROJECT.ID.eq(id.value()))
                .execute();
    }

    /// How the project writes; for managers. Texts that are there stay as they are.
    @Transactional
    public void decide(ProjectId id, RepairStyle style, UserId actor) {
        membership.require(id, actor, ProjectRole.MANAGER);
        database.update(PROJECT)
                .set(PROJECT.STYLE, StoredStyle.write(style))
                .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                .where(PROJECT.ID.eq(id.value()))
                .execute();
    }

    private static Project project(ProjectRecord row) {
        return new Project(
                new ProjectId(row.getId()),
                row.getName(),
                new LanguagePair(row.getSourceLang(), row.getTargetLang()),
                StoredStyle.read(row.getStyle()),
                Workflow.of(row.getWorkflow()),
                row.getVersion());
    }
}
