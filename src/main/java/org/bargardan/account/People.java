package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bargardan.account.internal.schema.tables.records.AccountPersonRecord;
import org.bargardan.base.NotFoundException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators decide about the people of this site. They see pen names, never logins or
/// mail addresses.
@Service
public class People {

    private final DSLContext database;
    private final Users users;
    private final SignIns signIns;
    private final AuditLog audit;

    People(DSLContext database, Users users, SignIns signIns, AuditLog audit) {
        this.database = database;
        this.users = users;
        this.signIns = signIns;
        this.audit = audit;
    }

    /// What became of a decision about a person.
    public enum Outcome {
        DONE,
        /// The site would be left without an administrator; nothing is stored.
        LAST_ADMINISTRATOR
    }

    /// A person as administrators see them.
    public record Inhabitant(Person person, Instant since) {}

    /// Everybody, by pen name.
    @Transactional(readOnly = true)
    public List<Inhabitant> all(UserId actor) {
        users.requireAdministrator(actor);
        return database.selectFrom(ACCOUNT_PERSON)
                .orderBy(ACCOUNT_PERSON.PEN_NAME_KEY)
                .fetch(row -> new Inhabitant(Users.person(row), row.getCreatedAt().toInstant()));
    }

    @Transactional
    public Outcome changeRole(UserId id, SiteRole role, UserId actor) {
        users.requireAdministrator(actor);
        var row = row(id, PersonState.ACTIVE);
        if (role == SiteRole.MEMBER && Administrators.isLast(database, row)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        row.setSiteRole(role.key());
        row.setVersion(row.getVersion() + 1);
        row.update();
        audit.add(
                AuditAction.SITE_ROLE_CHANGED, actor, "person:" + id.value(), "role=" + role.key());
        return Outcome.DONE;
    }

    /// Nobody works as this person until they are let in again; everything by which they are signed
    /// in ends.
    @Transactional
    public Outcome deactivate(UserId id, UserId actor) {
        users.requireAdministrator(actor);
        var row = row(id, PersonState.ACTIVE);
        if (Administrators.isLast(database, row)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        row.setState(PersonState.DEACTIVATED.key());
        row.setVersion(row.getVersion() + 1);
        row.update();
        signIns.endAll(id);
        audit.add(AuditAction.DEACTIVATED, actor, "person:" + id.value(), "");
        return Outcome.DONE;
    }

    @Transactional
    public void reactivate(UserId id, UserId actor) {
        users.requireAdministrator(actor);
        var row = row(id, PersonState.DEACTIVATED);
        row.setState(PersonState.ACTIVE.key());
        row.setVersion(row.getVersion() + 1);
        row.update();
        audit.add(AuditAction.REACTIVATED, actor, "person:" + id.value(), "");
    }

    /// The newest entries of the audit log first.
    ///
    /// @param before only entries older than this one; null for the newest page
    /// @param only of this action; null for all
    @Transactional(readOnly = true)
    public List<AuditEntry> audit(@Nullable UUID before, @Nullable AuditAction only, UserId actor) {
        users.requireAdministrator(actor);
        return audit.page(before, only);
    }

    private AccountPersonRecord row(UserId id, PersonState state) {
        return database.selectFrom(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.ID.eq(id.value()), ACCOUNT_PERSON.STATE.eq(state.key()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new NotFoundException("person"));
    }
}
