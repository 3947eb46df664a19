package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;
import static org.bargardan.account.internal.schema.Tables.ACCOUNT_RESET;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.bargardan.account.internal.schema.tables.records.AccountPersonRecord;
import org.bargardan.base.MailAddress;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.VisibleText;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a person decides about their own account.
@Service
public class Profiles {

    private static final int CREDIT_NAME_MOST = 100;
    private static final int CREDIT_NAME_MOST_UNITS = 120;
    private static final int EMAIL_MOST = 254;

    private final DSLContext database;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SignIns signIns;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Profiles(
            DSLContext database,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SignIns signIns,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signIns = signIns;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Profile of(UserId actor) {
        var row = row(actor);
        return new Profile(
                row.getLogin(),
                row.getPenName(),
                row.getCreditName(),
                row.getEmail(),
                row.getVersion());
    }

    /// Another mail address asks for the password: a reset link sent there opens the account. Links
    /// sent to the old one end.
    ///
    /// @param wanted with the version it was read at; the login cannot be changed
    @Transactional
    public ProfileResult change(Profile wanted, String password, UserId actor) {
        var penName = wanted.penName().strip();
        if (!Users.isPenName(penName)) {
            return ProfileResult.PEN_NAME_MALFORMED;
        }
        var creditName = stripped(wanted.creditName());
        if (creditName != null
                && (!VisibleText.isOneLine(creditName, CREDIT_NAME_MOST)
                        || creditName.length() > CREDIT_NAME_MOST_UNITS)) {
            return ProfileResult.CREDIT_NAME_MALFORMED;
        }
        var email = stripped(wanted.email());
        // As written it may be longer than as sent, but not than its column.
        if (email != null && (email.length() > EMAIL_MOST || MailAddress.of(email).isEmpty())) {
            return ProfileResult.EMAIL_MALFORMED;
        }
        boolean mailGoesElsewhere = !Objects.equals(email, row(actor).getEmail());
        if (mailGoesElsewhere) {
            var refusal = refusal(password, actor);
            if (refusal != null) {
                return refusal;
            }
        }
        if (database.fetchExists(
                ACCOUNT_PERSON,
                ACCOUNT_PERSON
                        .PEN_NAME_KEY
                        .eq(Users.key(penName))
                        .and(ACCOUNT_PERSON.ID.ne(actor.value())))) {
            return ProfileResult.PEN_NAME_TAKEN;
        }
        int changed =
                database.update(ACCOUNT_PERSON)
                        .set(ACCOUNT_PERSON.PEN_NAME, penName)
                        .set(ACCOUNT_PERSON.PEN_NAME_KEY, Users.key(penName))
                        .set(ACCOUNT_PERSON.CREDIT_NAME, creditName)
                        .set(ACCOUNT_PERSON.EMAIL, email)
                        .set(ACCOUNT_PERSON.VERSION, wanted.version() + 1)
                        .where(
                                ACCOUNT_PERSON.ID.eq(actor.value()),
                                ACCOUNT_PERSON.VERSION.eq(wanted.version()))
                        .execute();
        if (changed == 0) {
            return ProfileResult.STALE;
        }
        if (mailGoesElsewhere) {
            // Whoever reads the old address must not come in by a link that lies there.
            database.deleteFrom(ACCOUNT_RESET)
                    .where(
                            ACCOUNT_RESET.PERSON_ID.eq(actor.value()),
                            ACCOUNT_RESET.MADE_BY.isNull())
                    .execute();
        }
        return ProfileResult.CHANGED;
    }

    /// Whether it is the person's own password, asked for before something that would outlive an
    /// open screen, such as a token.
    @Transactional
    public ProfileResult check(String password, UserId actor) {
        var refusal = refusal(password, actor);
        return refusal == null ? ProfileResult.CHANGED : refusal;
    }

    /// Ends every sign-in, remembered browser and token: whoever knew the old password is out.
    @Transactional
    public ProfileResult changePassword(String current, String wanted, UserId actor) {
        var refusal = refusal(current, actor);
        if (refusal != null) {
            return refusal;
        }
        if (!Users.isPassword(wanted)) {
            return ProfileResult.PASSWORD_SHORT;
        }
        setPassword(actor, wanted);
        audit.add(AuditAction.PASSWORD_CHANGED, actor, "person:" + actor.value(), "");
        return ProfileResult.CHANGED;
    }

    /// Ends every sign-in, remembered browser and token of the person, also this one.
    @Transactional
    public void signOutEverywhere(UserId actor) {
        signIns.endAll(actor);
        audit.add(AuditAction.SIGNED_OUT_EVERYWHERE, actor, "person:" + actor.value(), "");
    }

    /// Leaves for good: nobody signs in as this person again, and of what they kept only the
    /// history stays, under their pen name or, if they want, under none that tells who they were.
    @Transactional
    public ProfileResult leave(String password, boolean keepPenName, UserId actor) {
        var refusal = refusal(password, actor);
        if (refusal != null) {
            return refusal;
        }
        var row = row(actor);
        if (Administrators.isLast(database, row)) {
            return ProfileResult.LAST_ADMINISTRATOR;
        }
        signIns.endAll(actor);
        events.publishEvent(new PersonLeft(actor));
        database.deleteFrom(ACCOUNT_RESET)
                .where(ACCOUNT_RESET.PERSON_ID.eq(actor.value()))
                .execute();
        // Short enough to be told apart by, and told by the id, so it says nothing new.
        var nobody = "former-" + actor.value().toString().substring(24);
        row.setLogin(nobody);
        row.setLoginKey(Users.key(nobody));
        row.setPasswordHash("");
        row.setEmail(null);
        if (!keepPenName) {
            var name = "Former member " + actor.value().toString().substring(24);
            row.setPenName(name);
            row.setPenNameKey(Users.key(name));
            row.setCreditName(null);
        }
        row.setSiteRole(SiteRole.MEMBER.key());
        row.setState(PersonState.FORMER.key());
        row.setVersion(row.getVersion() + 1);
        row.update();
        audit.add(AuditAction.LEFT, actor, "person:" + actor.value(), "");
        return ProfileResult.CHANGED;
    }

    void setPassword(UserId person, String password) {
        database.update(ACCOUNT_PERSON)
                .set(ACCOUNT_PERSON.PASSWORD_HASH, passwords.encode(password))
                .set(ACCOUNT_PERSON.VERSION, ACCOUNT_PERSON.VERSION.plus(1))
                .where(ACCOUNT_PERSON.ID.eq(person.value()))
                .execute();
        database.update(ACCOUNT_RESET)
                .set(ACCOUNT_RESET.USED_AT, OffsetDateTime.now(clock))
                .where(ACCOUNT_RESET.PERSON_ID.eq(person.value()), ACCOUNT_RESET.USED_AT.isNull())
                .execute();
        signIns.endAll(person);
    }

    /// Whoever finds an open screen must not be able to guess here without end.
    private @Nullable ProfileResult refusal(String password, UserId actor) {
        var key = "own password of " + actor.value();
        if (!throttle.admit(key, key)) {
            return ProfileResult.PASSWORD_THROTTLED;
        }
        if (!passwords.matches(password, row(actor).getPasswordHash())) {
            return ProfileResult.PASSWORD_WRONG;
        }
        throttle.succeeded(key, key);
        return null;
    }

    private AccountPersonRecord row(UserId person) {
        return database.selectFrom(ACCOUNT_PERSON)
                .where(
                        ACCOUNT_PERSON.ID.eq(person.value()),
                        ACCOUNT_PERSON.STATE.eq(PersonState.ACTIVE.key()))
                .fetchOptional()
                .orElseThrow(() -> new NotFoundException("person"));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
