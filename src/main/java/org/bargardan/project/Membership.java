package org.bargardan.project;

import static org.bargardan.project.internal.schema.Tables.PROJECT;
import static org.bargardan.project.internal.schema.Tables.PROJECT_MEMBER;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.PersonLeft;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who is in a project and what they may do there: the one place every service asks.
@Service
public class Membership {

    private final DSLContext database;
    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    Membership(DSLContext database, Users users, AuditLog audit, Clock clock) {
        this.database = database;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// None if the person is no member, or the project is gone.
    @Transactional(readOnly = true)
    public Set<ProjectRole> roles(ProjectId project, UserId person) {
        var roles =
                database.select(PROJECT_MEMBER.ROLE)
                        .from(PROJECT_MEMBER)
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(PROJECT_MEMBER.PROJECT_ID))
                        .where(
                                PROJECT_MEMBER.PROJECT_ID.eq(project.value()),
                                PROJECT_MEMBER.PERSON_ID.eq(person.value()),
                                PROJECT.DELETED_AT.isNull())
                        .fetch(row -> ProjectRole.of(row.value1()));
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    /// @throws NotFoundException for people who are no members: they may not know the project
    ///   exists
    public Set<ProjectRole> requireMember(ProjectId project, UserId actor) {
        var roles = roles(project, actor);
        if (roles.isEmpty()) {
            throw new NotFoundException("project");
        }
        return roles;
    }

    /// @throws NotFoundException for people who are no members
    /// @throws NotAllowedException for members with none of the roles
    public void require(ProjectId project, UserId actor, ProjectRole... oneOf) {
        var roles = requireMember(project, actor);
        if (Arrays.stream(oneOf).noneMatch(roles::contains)) {
            throw new NotAllowedException("role " + Arrays.toString(oneOf) + " needed");
        }
    }

    /// Everybody in the project, managers first, then by pen name.
    @Transactional(readOnly = true)
    public List<Member> members(ProjectId project, UserId actor) {
        requireMember(project, actor);
        return members(project, noCondition())
                .sorted(
                        Comparator.comparing((Member member) ->
                                        !member.roles().contains(ProjectRole.MANAGER))
                                .thenComparing(member -> member.person().penName()))
                .toList();
    }

    /// A page of the people in the project, in the order in which they came to the site.
    ///
    /// @param after only those after this person; null for the first
    @Transactional(readOnly = true)
    public List<Member> members(
            ProjectId project, @Nullable UserId after, int limit, UserId actor) {
        requireMember(project, actor);
        var page =
                database.selectDistinct(PROJECT_MEMBER.PERSON_ID)
                        .from(PROJECT_MEMBER)
                        .where(
                                PROJECT_MEMBER.PROJECT_ID.eq(project.value()),
                                after == null
                                        ? noCondition()
                                        : PROJECT_MEMBER.PERSON_ID.gt(after.value()))
                        .orderBy(PROJECT_MEMBER.PERSON_ID)
                        .limit(limit)
                        .fetch(PROJECT_MEMBER.PERSON_ID);
        var members =
                members(project, PROJECT_MEMBER.PERSON_ID.in(page))
                        .collect(
                                Collectors.toMap(each -> each.person().id().value(), each -> each));
        return page.stream().map(members::get).filter(Objects::nonNull).toList();
    }

    private Stream<Member> members(ProjectId project, Condition which) {
        var roles =
                database.select(PROJECT_MEMBER.PERSON_ID, PROJECT_MEMBER.ROLE)
                        .from(PROJECT_MEMBER)
                        .where(PROJECT_MEMBER.PROJECT_ID.eq(project.value()), which)
                        .collect(
                                Collectors.groupingBy(
                                        row -> new UserId(row.value1()),
                                        Collectors.mapping(
                                                row -> ProjectRole.of(row.value2()),
                                                Collectors.toSet())));
        return users.byIds(roles.keySet()).values().stream()
                .map(person -> new Member(person, roles.getOrDefault(person.id(), Set.of())));
    }

    /// What became of a change of roles.
    public enum Outcome {
        CHANGED,
        /// The project would be left without a manager; nothing is stored.
        LAST_MANAGER
    }

    /// Gives a member exactly these roles; with none they are a member no more. For managers.
    ///
    /// @throws NotFoundException if the person is no member
    @Transactional
    public Outcome change(ProjectId project, UserId person, Set<ProjectRole> roles, UserId actor) {
        require(project, actor, ProjectRole.MANAGER);
        lock(project);
        // Once more: whoever held the lock may have sent this manager away.
        require(project, actor, ProjectRole.MANAGER);
        return set(project, person, roles, actor);
    }

    /// Leaves a project; for every member.
    @Transactional
    public Outcome leave(ProjectId project, UserId actor) {
        requireMember(project, actor);
        lock(project);
        return set(project, actor, Set.of(), actor);
    }

    /// Makes an administrator a manager of a project, which all its members see; for projects whose
    /// managers are gone.
    @Transactional
    public void takeOver(ProjectId project, UserId actor) {
        users.requireAdministrator(actor);
        var exists =
                database.fetchExists(
                        PROJECT, PROJECT.ID.eq(project.value()).and(PROJECT.DELETED_AT.isNull()));
        if (!exists) {
            throw new NotFoundException("project");
        }
        grant(project, actor, Set.of(ProjectRole.MANAGER));
        audit.add(AuditAction.PROJECT_TAKEN_OVER, actor, "project:" + project.value(), "");
    }

    /// Two managers who step down, or send each other away, at once wait for each other here.
    private void lock(ProjectId project) {
        database.select(PROJECT.ID)
                .from(PROJECT)
                .where(PROJECT.ID.eq(project.value()))
                .forUpdate()
                .fetchSingle();
    }

    private Outcome set(ProjectId project, UserId person, Set<ProjectRole> roles, UserId actor) {
        var held = roles(project, person);
        if (held.isEmpty()) {
            throw new NotFoundException("member");
        }
        if (held.contains(ProjectRole.MANAGER)
                && !roles.contains(ProjectRole.MANAGER)
                && managers(project) == 1) {
            return Outcome.LAST_MANAGER;
        }
        database.deleteFrom(PROJECT_MEMBER)
                .where(
                        PROJECT_MEMBER.PROJECT_ID.eq(project.value()),
                        PROJECT_MEMBER.PERSON_ID.eq(person.value()),
                        PROJECT_MEMBER.ROLE.notIn(roles.stream().map(ProjectRole::key).toList()))
                .execute();
        grant(project, person, roles);
        audit.add(
                AuditAction.PROJECT_ROLES_CHANGED,
                actor,
                "project:" + project.value(),
                "person="
                        + person.value()
                        + " roles="
                        + roles.stream()
                                .sorted()
                                .map(ProjectRole::key)
                                .collect(Collectors.joining(",")));
        return Outcome.CHANGED;
    }

    private int managers(ProjectId project) {
        return database.fetchCount(
                PROJECT_MEMBER,
                PROJECT_MEMBER
                        .PROJECT_ID
                        .eq(project.value())
                        .and(PROJECT_MEMBER.ROLE.eq(ProjectRole.MANAGER.key())));
    }

    /// Whoever leaves the site is a member nowhere. A project whose last manager they were is left
    /// to the administrators, who can take it over.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonLeft left) {
        database.deleteFrom(PROJECT_MEMBER)
                .where(PROJECT_MEMBER.PERSON_ID.eq(left.person().value()))
                .execute();
    }

    /// Adds roles to those a person already holds.
    @Transactional
    void grant(ProjectId project, UserId person, Collection<ProjectRole> roles) {
        var held = roles(project, person);
        var now = OffsetDateTime.now(clock);
        roles.stream()
                .filter(role -> !held.contains(role))
                .forEach(role -> insert(project.value(), person.value(), role, now));
    }

    private void insert(UUID project, UUID person, ProjectRole role, OffsetDateTime since) {
        database.insertInto(PROJECT_MEMBER)
                .set(PROJECT_MEMBER.PROJECT_ID, project)
                .set(PROJECT_MEMBER.PERSON_ID, person)
                .set(PROJECT_MEMBER.ROLE, role.key())
                .set(PROJECT_MEMBER.SINCE, since)
                .execute();
    }
}
