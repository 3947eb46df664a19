package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bargardan.account.RegistrationResult.Problem;
import org.bargardan.account.RegistrationResult.Registered;
import org.bargardan.account.RegistrationResult.Rejected;
import org.bargardan.account.internal.schema.tables.records.AccountPersonRecord;
import org.bargardan.base.NotAllowedException;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.base.VisibleText;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of this site.
@Service
public class Users {

    /// Fewest signs of a password (NIST SP 800-63B, section 3.1.1.2, asks 8 where it is not alone;
    /// volunteers in danger deserve more).
    public static final int PASSWORD_LEAST = 10;

    private static final int PASSWORD_MOST_BYTES = 72;
    private static final int PEN_NAME_MOST = 60;

    // The columns of names and of their keys: H2 counts UTF-16 units, PostgreSQL code points.
    private static final int LOGIN_MOST_UNITS = 60;
    private static final int PEN_NAME_MOST_UNITS = 80;

    private static final Pattern LOGIN =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\u200c._@+-]{1,58}");
    private final DSLContext database;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Users(DSLContext database, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Nobody has an account yet: the first start.
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return !database.fetchExists(ACCOUNT_PERSON);
    }

    /// @throws NotFoundException if no person ever had that id
    @Transactional(readOnly = true)
    public Person get(UserId id) {
        return find(id).orElseThrow(() -> new NotFoundException("person"));
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(UserId id) {
        return database.selectFrom(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.ID.eq(id.value()))
                .fetchOptional(Users::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> findByLogin(String login) {
        return row(login).map(Users::person);
    }

    /// @throws NotAllowedException unless the person is an administrator who may work here
    @Transactional(readOnly = true)
    public void requireAdministrator(UserId id) {
        var person = get(id);
        if (!person.active() || person.siteRole() != SiteRole.ADMINISTRATOR) {
            throw new NotAllowedException("administrator needed");
        }
    }

    /// The person, if they may work here and their sign-ins of that epoch still count.
    @Transactional(readOnly = true)
    Optional<Person> ofEpoch(UserId id, long epoch) {
        return database.selectFrom(ACCOUNT_PERSON)
                .where(
                        ACCOUNT_PERSON.ID.eq(id.value()),
                        ACCOUNT_PERSON.EPOCH.eq(epoch),
                        ACCOUNT_PERSON.STATE.eq(PersonState.ACTIVE.key()))
                .fetchOptional(Users::person);
    }

    /// Those of the people who exist, by id.
    @Transactional(readOnly = true)
    public Map<UserId, Person> byIds(Collection<UserId> ids) {
        return database.selectFrom(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.ID.in(ids.stream().map(UserId::value).distinct().toList()))
                .fetchMap(row -> new UserId(row.getId()), Users::person);
    }

    /// The login with which a person signs in, shown to nobody but them.
    @Transactional(readOnly = true)
    public String loginOf(UserId id) {
        return database.select(ACCOUNT_PERSON.LOGIN)
                .from(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.ID.eq(id.value()))
                .fetchOptional(ACCOUNT_PERSON.LOGIN)
                .orElseThrow(() -> new NotFoundException("person"));
    }

    @Transactional
    public void chooseLocale(UserId id, Locale locale) {
        database.update(ACCOUNT_PERSON)
                .set(ACCOUNT_PERSON.LOCALE, locale.toLanguageTag())
                .set(ACCOUNT_PERSON.VERSION, ACCOUNT_PERSON.VERSION.plus(1))
                .where(ACCOUNT_PERSON.ID.eq(id.value()))
                .execute();
    }

    /// Of two people asking for one login or pen name at once, the database gives it to one.
    @Transactional
    RegistrationResult register(NewPerson newcomer, SiteRole role) {
        var problem = problemIn(newcomer);
        if (problem != null) {
            return new Rejected(problem);
        }
        var id = TimeOrderedIds.next();
        database.insertInto(ACCOUNT_PERSON)
                .set(ACCOUNT_PERSON.ID, id)
                .set(ACCOUNT_PERSON.LOGIN, newcomer.login().strip())
                .set(ACCOUNT_PERSON.LOGIN_KEY, key(newcomer.login()))
                .set(ACCOUNT_PERSON.PEN_NAME, newcomer.penName().strip())
                .set(ACCOUNT_PERSON.PEN_NAME_KEY, key(newcomer.penName()))
                .set(ACCOUNT_PERSON.PASSWORD_HASH, passwords.encode(newcomer.password()))
                .set(ACCOUNT_PERSON.SITE_ROLE, role.key())
                .set(ACCOUNT_PERSON.LOCALE, newcomer.locale().toLanguageTag())
                .set(ACCOUNT_PERSON.STATE, PersonState.ACTIVE.key())
                .set(ACCOUNT_PERSON.CREATED_AT, OffsetDateTime.now(clock))
                .set(ACCOUNT_PERSON.EPOCH, 0L)
                .set(ACCOUNT_PERSON.VERSION, 1L)
                .execute();
        return new Registered(new UserId(id));
    }

    @Transactional(readOnly = true)
    Optional<AccountPersonRecord> row(String login) {
        return database.selectFrom(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.LOGIN_KEY.eq(key(login)))
                .fetchOptional();
    }

    private @Nullable Problem problemIn(NewPerson newcomer) {
        var login = newcomer.login().strip();
        if (!LOGIN.matcher(login).matches() || !fits(login, LOGIN_MOST_UNITS)) {
            return Problem.LOGIN_MALFORMED;
        }
        var penName = newcomer.penName().strip();
        if (!isPenName(penName)) {
            return Problem.PEN_NAME_MALFORMED;
        }
        if (!isPassword(newcomer.password())) {
            return Problem.PASSWORD_SHORT;
        }
        if (database.fetchExists(
                ACCOUNT_PERSON, ACCOUNT_PERSON.LOGIN_KEY.eq(key(newcomer.login())))) {
            return Problem.LOGIN_TAKEN;
        }
        if (database.fetchExists(
                ACCOUNT_PERSON, ACCOUNT_PERSON.PEN_NAME_KEY.eq(key(newcomer.penName())))) {
            return Problem.PEN_NAME_TAKEN;
        }
        return null;
    }

    static boolean isPenName(String stripped) {
        return VisibleText.isOneLine(stripped, PEN_NAME_MOST)
                && fits(stripped, PEN_NAME_MOST_UNITS);
    }

    /// Long enough, and no longer than bcrypt reads: the rest would be no protection.
    static boolean isPassword(String password) {
        return password.length() >= PASSWORD_LEAST
                && password.getBytes(StandardCharsets.UTF_8).length <= PASSWORD_MOST_BYTES;
    }

    private static boolean fits(String name, int units) {
        return name.length() <= units && key(name).length() <= units;
    }

    /// Two names that look alike are one: compatibility form, nothing invisible, no case.
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
                .replace('ي', 'ی')
                .replace('ك', 'ک')
                .replaceAll("\\p{Cf}", "")
                .toLowerCase(Locale.ROOT);
    }

    static Person person(AccountPersonRecord row) {
        return new Person(
                new UserId((UUID) row.getId()),
                row.getPenName(),
                row.getCreditName(),
                SiteRole.of(row.getSiteRole()),
                Locale.forLanguageTag(row.getLocale()),
                PersonState.of(row.getState()),
                row.getVersion());
    }
}
