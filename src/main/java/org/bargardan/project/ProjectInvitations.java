package org.bargardan.project;

import static org.bargardan.project.internal.schema.Tables.PROJECT_INVITATION;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bargardan.account.Invitation;
import org.bargardan.account.InvitationId;
import org.bargardan.account.Invitations;
import org.bargardan.account.NewPerson;
import org.bargardan.account.Person;
import org.bargardan.account.RegistrationResult;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.SecretLink;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links that bring a person into a project, whether they have an account already or not.
@Service
public class ProjectInvitations {

    private final DSLContext database;
    private final Invitations invitations;
    private final Membership membership;
    private final Projects projects;
    private final Users users;

    ProjectInvitations(
            DSLContext database,
            Invitations invitations,
            Membership membership,
            Projects projects,
            Users users) {
        this.database = database;
        this.users = users;
        this.invitations = invitations;
        this.membership = membership;
        this.projects = projects;
    }

    /// For managers. The link is shown once; only its hash is kept.
    @Transactional
    public SecretLink invite(ProjectId project, Set<ProjectRole> roles, UserId actor) {
        return inviteUntil(project, roles, actor).link();
    }

    /// A fresh link, and until when it may be used.
    public record FreshLink(SecretLink link, Instant expiresAt) {}

    /// For managers. The link is shown once; only its hash is kept.
    @Transactional
    public FreshLink inviteUntil(ProjectId project, Set<ProjectRole> roles, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an invitation without a role");
        }
        var link = SecretLink.create();
        var invitation = invitations.create(link, actor);
        for (var role : roles) {
            database.insertInto(PROJECT_INVITATION)
                    .set(PROJECT_INVITATION.INVITATION_ID, invitation.value())
                    .set(PROJECT_INVITATION.PROJECT_ID, project.value())
                    .set(PROJECT_INVITATION.ROLE, role.key())
                    .execute();
        }
        return new FreshLink(link, invitations.find(link).orElseThrow().expiresAt());
    }

    /// What a link opens; empty if it is unknown, used, withdrawn or too old.
    @Transactional(readOnly = true)
    public Optional<OpenDoor> find(SecretLink link) {
        return invitations.find(link).flatMap(this::behind);
    }

    /// Makes a person of whoever holds the link, and a member.
    @Transactional
    public RegistrationResult register(SecretLink link, NewPerson newcomer) {
        var door = find(link).orElse(null);
        if (door == null) {
            return new Rejected(Problem.INVITATION_INVALID);
        }
        var result = invitations.register(link, newcomer);
        if (result instanceof Registered(var person)) {
            membership.grant(door.project().id(), person, door.roles());
        }
        return result;
    }

    /// Makes a member of somebody who has an account; false if the link is of no use any more.
    @Transactional
    public boolean accept(SecretLink link, UserId actor) {
        var invitation = invitations.find(link).orElse(null);
        var door = invitation == null ? null : behind(invitation).orElse(null);
        if (invitation == null || door == null || !invitations.use(invitation.id(), actor)) {
            return false;
        }
        membership.grant(door.project().id(), actor, door.roles());
        return true;
    }

    /// A link that was given out and not used yet; the secret itself is not kept.
    public record Waiting(InvitationId id, Set<ProjectRole> roles, Person by, Instant expiresAt) {

        public Waiting {
            roles = Set.copyOf(roles);
        }
    }

    /// The links into a project that still wait for somebody, newest first; for managers.
    @Transactional(readOnly = true)
    public List<Waiting> waiting(ProjectId project, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER);
        var roles = new HashMap<InvitationId, Set<ProjectRole>>();
        database.selectFrom(PROJECT_INVITATION)
                .where(PROJECT_INVITATION.PROJECT_ID.eq(project.value()))
                .forEach(row ->
                        roles.computeIfAbsent(
                                        new InvitationId(row.getInvitationId()),
                                        id -> new HashSet<>())
                                .add(ProjectRole.of(row.getRole())));
        return invitations.open(roles.keySet()).stream()
                .map(each ->
                        new Waiting(
                                each.id(),
                                roles.getOrDefault(each.id(), Set.of()),
                                users.get(each.invitedBy()),
                                each.expiresAt()))
                .toList();
    }

    /// Makes a link into a project useless; for its managers.
    ///
    /// @throws NotFoundException if no such link waits there
    @Transactional
    public void withdraw(ProjectId project, InvitationId id, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER);
        boolean leadsHere =
                database.fetchExists(
                        PROJECT_INVITATION,
                        PROJECT_INVITATION
                                .INVITATION_ID
                                .eq(id.value())
                                .and(PROJECT_INVITATION.PROJECT_ID.eq(project.value())));
        var invitation =
                (leadsHere ? invitations.open(List.of(id)) : List.<Invitation>of())
                        .stream()
                                .findFirst()
                                .orElseThrow(() -> new NotFoundException("invitation"));
        invitations.withdraw(invitation, actor);
    }

    private Optional<OpenDoor> behind(Invitation invitation) {
        var rows =
                database.selectFrom(PROJECT_INVITATION)
                        .where(PROJECT_INVITATION.INVITATION_ID.eq(invitation.id().value()))
                        .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var id = new ProjectId(rows.getFirst().getProjectId());
        if (!mayInvite(id, invitation.invitedBy())) {
            return Optional.empty();
        }
        var roles = new HashSet<ProjectRole>();
        rows.forEach(row -> roles.add(ProjectRole.of(row.getRole())));
        return projects.find(id)
                .map(project -> new OpenDoor(project, roles, invitation.invitedBy()));
    }

    /// A link is worth what its giver may do when it is used: else a manager who is sent away comes
    /// back by one they kept.
    private boolean mayInvite(ProjectId project, UserId person) {
        return membership.roles(project, person).contains(ProjectRole.MANAGER)
                && users.find(person).filter(Person::active).isPresent();
    }

    /// What an invitation leads to.
    public record OpenDoor(Project project, Set<ProjectRole> roles, UserId invitedBy) {

        public OpenDoor {
            roles = Set.copyOf(roles);
        }
    }
}
