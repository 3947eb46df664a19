package org.bargardan.project;

import static org.bargardan.project.internal.schema.Tables.PROJECT_INVITATION;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bargardan.account.Invitation;
import org.bargardan.account.Invitations;
import org.bargardan.account.NewPerson;
import org.bargardan.account.RegistrationResult;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.account.UserId;
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

    ProjectInvitations(
            DSLContext database,
            Invitations invitations,
            Membership membership,
            Projects projects) {
        this.database = database;
        this.invitations = invitations;
        this.membership = membership;
        this.projects = projects;
    }

    /// For managers. The link is shown once; only its hash is kept.
    @Transactional
    public SecretLink invite(ProjectId project, Set<ProjectRole> roles, UserId actor) {
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
        return link;
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
        if (invitation == null || !invitations.use(invitation.id(), actor)) {
            return false;
        }
        behind(invitation)
                .ifPresent(door -> membership.grant(door.project().id(), actor, door.roles()));
        return true;
    }

    private Optional<OpenDoor> behind(Invitation invitation) {
        var rows =
                database.selectFrom(PROJECT_INVITATION)
                        .where(PROJECT_INVITATION.INVITATION_ID.eq(invitation.id().value()))
                        .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var roles = new HashSet<ProjectRole>();
        rows.forEach(row -> roles.add(ProjectRole.of(row.getRole())));
        var project = projects.get(new ProjectId(rows.getFirst().getProjectId()));
        return Optional.of(new OpenDoor(project, roles, invitation.invitedBy()));
    }

    /// What an invitation leads to.
    public record OpenDoor(Project project, Set<ProjectRole> roles, UserId invitedBy) {

        public OpenDoor {
            roles = Set.copyOf(roles);
        }
    }
}
