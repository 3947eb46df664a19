package org.bargardan.project;

import static org.bargardan.project.internal.schema.Tables.PROJECT;
import static org.bargardan.project.internal.schema.Tables.PROJECT_MEMBER;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.project.internal.schema.tables.records.ProjectRecord;
import org.bargardan.text.StorableText;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The projects of this site; a person sees those they are a member of.
@Service
public class Projects {

    /// Longest name, in code points.
    public static final int NAME_MOST = 120;

    private final DSLContext database;
    private final Membership membership;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Projects(
            DSLContext database,
            Membership membership,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.membership = membership;
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
                .set(PROJECT.STYLE, "")
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
        return database.selectFrom(PROJECT)
                .where(
                        PROJECT.DELETED_AT.isNull(),
                        PROJECT.ID.in(
                                database.select(PROJECT_MEMBER.PROJECT_ID)
                                        .from(PROJECT_MEMBER)
                                        .where(PROJECT_MEMBER.PERSON_ID.eq(actor.value()))))
                .orderBy(PROJECT.ID.desc())
                .fetch(Projects::project);
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

    private static Project project(ProjectRecord row) {
        return new Project(
                new ProjectId(row.getId()),
                row.getName(),
                new LanguagePair(row.getSourceLang(), row.getTargetLang()),
                Workflow.of(row.getWorkflow()),
                row.getVersion());
    }
}
