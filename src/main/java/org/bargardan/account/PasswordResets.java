package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;
import static org.bargardan.account.internal.schema.Tables.ACCOUNT_RESET;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.account.internal.schema.tables.records.AccountResetRecord;
import org.bargardan.base.Mail;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.SecretLink;
import org.bargardan.base.TimeOrderedIds;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links by which people who lost their password give themselves a new one. An administrator makes
/// the link and hands it over; where mail is set up, people may ask for it themselves.
@Service
public class PasswordResets {

    /// How long a link works.
    public static final Duration LIFE = Duration.ofHours(24);

    private final DSLContext database;
    private final Users users;
    private final Profiles profiles;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final Mail mail;
    private final Clock clock;

    PasswordResets(
            DSLContext database,
            Users users,
            Profiles profiles,
            SignInThrottle throttle,
            AuditLog audit,
            Mail mail,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.profiles = profiles;
        this.throttle = throttle;
        this.audit = audit;
        this.mail = mail;
        this.clock = clock;
    }

    /// For administrators. The link is shown once; only its hash is kept, and older ones end.
    ///
    /// @throws NotFoundException if the person does not exist or may not work here
    @Transactional
    public SecretLink make(UserId person, UserId actor) {
        users.requireAdministrator(actor);
        if (!users.get(person).active()) {
            throw new NotFoundException("person");
        }
        var link = insert(person, actor);
        audit.add(AuditAction.RESET_LINK_MADE, actor, "person:" + person.value(), "");
        return link;
    }

    /// A mail that goes out once the link is stored.
    ///
    /// @param to the address
    public record Letter(String to, Locale locale, SecretLink link) {

        /// Keeps address and link out of logs.
        @Override
        public String toString() {
            return "Letter[…]";
        }
    }

    /// For people who are not signed in: a link for everybody whose login or mail address this is
    /// and who gave an address. Asking often is throttled, by what is asked for and by the person
    /// it reaches: nobody's mailbox is filled, and the last link stays of use. It takes longer
    /// where there is such a person, so nobody's answer may wait for it.
    ///
    /// @param address of whoever asks
    @Transactional
    public List<Letter> ask(String loginOrEmail, String address) {
        var asked = loginOrEmail.strip();
        if (!mail.isSetUp() || !throttle.admit("reset " + asked, address)) {
            return List.of();
        }
        return database
                .selectFrom(ACCOUNT_PERSON)
                .where(
                        ACCOUNT_PERSON
                                .LOGIN_KEY
                                .eq(Users.key(asked))
                                .or(ACCOUNT_PERSON.EMAIL.equalIgnoreCase(asked)),
                        ACCOUNT_PERSON.EMAIL.isNotNull(),
                        ACCOUNT_PERSON.STATE.eq(PersonState.ACTIVE.key()))
                .limit(3)
                // Or somebody's change of address could miss a link that goes to the old one.
                .forUpdate()
                .fetch()
                .stream()
                .filter(row -> mayBeWritten(row.getId()))
                .map(row ->
                        new Letter(
                                row.getEmail(),
                                Locale.forLanguageTag(row.getLocale()),
                                insert(new UserId(row.getId()), null)))
                .toList();
    }

    private boolean mayBeWritten(UUID person) {
        var key = "reset of " + person;
        return throttle.admit(key, key);
    }

    /// The login that a link is for; empty if it is unknown, used or too old.
    @Transactional(readOnly = true)
    public Optional<String> find(SecretLink link) {
        return open(link).map(row -> users.loginOf(new UserId(row.getPersonId())));
    }

    /// What became of a new password.
    public enum Outcome {
        /// It is set, and every older sign-in has ended.
        SET,
        /// It is too short or too long; the link still works.
        PASSWORD_SHORT,
        /// The link is unknown, used or too old.
        LINK_USELESS
    }

    /// Gives the link's person a new password; of two using the link at once, one does.
    @Transactional
    public Outcome reset(SecretLink link, String password) {
        var row = open(link).orElse(null);
        if (row == null) {
            return Outcome.LINK_USELESS;
        }
        if (!Users.isPassword(password)) {
            return Outcome.PASSWORD_SHORT;
        }
        int used =
                database.update(ACCOUNT_RESET)
                        .set(ACCOUNT_RESET.USED_AT, OffsetDateTime.now(clock))
                        .where(ACCOUNT_RESET.ID.eq(row.getId()), ACCOUNT_RESET.USED_AT.isNull())
                        .execute();
        if (used == 0) {
            return Outcome.LINK_USELESS;
        }
        var person = new UserId(row.getPersonId());
        profiles.setPassword(person, password);
        audit.add(
                AuditAction.PASSWORD_CHANGED, person, "person:" + person.value(), "by reset link");
        return Outcome.SET;
    }

    private SecretLink insert(UserId person, @Nullable UserId madeBy) {
        var link = SecretLink.create();
        var now = OffsetDateTime.now(clock);
        // Whoever asks by mail does not end what an administrator gave out.
        database.deleteFrom(ACCOUNT_RESET)
                .where(
                        ACCOUNT_RESET.PERSON_ID.eq(person.value()),
                        madeBy == null ? ACCOUNT_RESET.MADE_BY.isNull() : noCondition())
                .execute();
        database.insertInto(ACCOUNT_RESET)
                .set(ACCOUNT_RESET.ID, TimeOrderedIds.next())
                .set(ACCOUNT_RESET.PERSON_ID, person.value())
                .set(ACCOUNT_RESET.HASH, link.hash())
                .set(ACCOUNT_RESET.MADE_BY, madeBy == null ? null : madeBy.value())
                .set(ACCOUNT_RESET.CREATED_AT, now)
                .set(ACCOUNT_RESET.EXPIRES_AT, now.plus(LIFE))
                .execute();
        return link;
    }

    private Optional<AccountResetRecord> open(SecretLink link) {
        return database.selectFrom(ACCOUNT_RESET)
                .where(
                        ACCOUNT_RESET.HASH.eq(link.hash()),
                        ACCOUNT_RESET.USED_AT.isNull(),
                        ACCOUNT_RESET.EXPIRES_AT.gt(OffsetDateTime.now(clock)),
                        ACCOUNT_RESET.PERSON_ID.in(
                                database.select(ACCOUNT_PERSON.ID)
                                        .from(ACCOUNT_PERSON)
                                        .where(ACCOUNT_PERSON.STATE.eq(PersonState.ACTIVE.key()))))
                .fetchOptional();
    }
}
