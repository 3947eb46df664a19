package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_INVITATION;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.account.internal.schema.tables.records.AccountInvitationRecord;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.SecretLink;
import org.bargardan.base.TimeOrderedIds;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links by which people come to this site without a mail server; each serves one person, once.
///
/// What an invitation opens besides the site, a project for instance, its owner keeps under the
/// invitation's id.
@Service
public class Invitations {

    /// How long a link may lie unread in somebody's mail.
    public static final Duration LIFE = Duration.ofDays(14);

    private final DSLContext database;
    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    Invitations(DSLContext database, Users users, AuditLog audit, Clock clock) {
        this.database = database;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// The right to invite is the caller's to check: it belongs to what the link opens.
    @Transactional
    public InvitationId create(SecretLink link, UserId invitedBy) {
        var id = TimeOrderedIds.next();
        var now = OffsetDateTime.now(clock);
        database.insertInto(ACCOUNT_INVITATION)
                .set(ACCOUNT_INVITATION.ID, id)
                .set(ACCOUNT_INVITATION.HASH, link.hash())
                .set(ACCOUNT_INVITATION.SITE_ROLE, SiteRole.MEMBER.key())
                .set(ACCOUNT_INVITATION.INVITED_BY, invitedBy.value())
                .set(ACCOUNT_INVITATION.CREATED_AT, now)
                .set(ACCOUNT_INVITATION.EXPIRES_AT, now.plus(LIFE))
                .execute();
        audit.add(AuditAction.INVITED, invitedBy, "invitation:" + id, "");
        return new InvitationId(id);
    }

    /// Empty if the link is unknown, used, withdrawn or too old.
    @Transactional(readOnly = true)
    public Optional<Invitation> find(SecretLink link) {
        return select(link).fetchOptional(Invitations::invitation);
    }

    /// Makes a person of whoever holds the link and uses it up. Of two people doing so at once the
    /// second waits for the first, and then finds the link used.
    @Transactional
    public RegistrationResult register(SecretLink link, NewPerson newcomer) {
        var invitation =
                select(link).forUpdate().fetchOptional(Invitations::invitation).orElse(null);
        if (invitation == null) {
            return new Rejected(Problem.INVITATION_INVALID);
        }
        var result = users.register(newcomer, SiteRole.MEMBER);
        if (result instanceof Registered(var id) && !use(invitation.id(), id)) {
            throw new IllegalStateException("invitation used by two people at once");
        }
        return result;
    }

    /// Of two people using one link at once the database lets one; false for the other.
    @Transactional
    public boolean use(InvitationId invitation, UserId person) {
        int used =
                database.update(ACCOUNT_INVITATION)
                        .set(ACCOUNT_INVITATION.USED_AT, OffsetDateTime.now(clock))
                        .set(ACCOUNT_INVITATION.USED_BY, person.value())
                        .where(ACCOUNT_INVITATION.ID.eq(invitation.value()), open())
                        .execute();
        if (used == 1) {
            audit.add(AuditAction.INVITATION_USED, person, "invitation:" + invitation.value(), "");
        }
        return used == 1;
    }

    /// Those that may still be used; the right to see them is the caller's to check.
    @Transactional(readOnly = true)
    public List<Invitation> open(Collection<InvitationId> ids) {
        return database.selectFrom(ACCOUNT_INVITATION)
                .where(
                        ACCOUNT_INVITATION.ID.in(ids.stream().map(InvitationId::value).toList()),
                        open())
                .orderBy(ACCOUNT_INVITATION.ID.desc())
                .fetch(Invitations::invitation);
    }

    /// Every invitation of the site that may still be used, newest first; for administrators.
    @Transactional(readOnly = true)
    public List<Invitation> all(UserId actor) {
        users.requireAdministrator(actor);
        return database.selectFrom(ACCOUNT_INVITATION)
                .where(open())
                .orderBy(ACCOUNT_INVITATION.ID.desc())
                .fetch(Invitations::invitation);
    }

    /// Makes a link useless; for administrators, and for whoever gave it out.
    ///
    /// @throws NotFoundException if it may not be used any more, or not be known
    @Transactional
    public void withdraw(InvitationId id, UserId actor) {
        var invitation =
                open(List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("invitation"));
        if (!invitation.invitedBy().equals(actor)) {
            users.requireAdministrator(actor);
        }
        withdraw(invitation, actor);
    }

    /// The right to withdraw is the caller's to check: it belongs to what the link opens.
    @Transactional
    public void withdraw(Invitation invitation, UserId actor) {
        database.update(ACCOUNT_INVITATION)
                .set(ACCOUNT_INVITATION.REVOKED_AT, OffsetDateTime.now(clock))
                .where(ACCOUNT_INVITATION.ID.eq(invitation.id().value()), open())
                .execute();
        audit.add(
                AuditAction.INVITATION_WITHDRAWN,
                actor,
                "invitation:" + invitation.id().value(),
                "");
    }

    private SelectConditionStep<AccountInvitationRecord> select(SecretLink link) {
        return database.selectFrom(ACCOUNT_INVITATION)
                .where(ACCOUNT_INVITATION.HASH.eq(link.hash()), open());
    }

    private static Invitation invitation(AccountInvitationRecord row) {
        return new Invitation(
                new InvitationId(row.getId()),
                new UserId(row.getInvitedBy()),
                row.getExpiresAt().toInstant());
    }

    private Condition open() {
        return ACCOUNT_INVITATION
                .USED_AT
                .isNull()
                .and(ACCOUNT_INVITATION.REVOKED_AT.isNull())
                .and(ACCOUNT_INVITATION.EXPIRES_AT.gt(OffsetDateTime.now(clock)));
    }
}
