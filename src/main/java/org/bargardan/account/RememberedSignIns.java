package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;
import static org.bargardan.account.internal.schema.Tables.ACCOUNT_REMEMBER_ME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.SecretLink;
import org.bargardan.base.TimeOrderedIds;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Browsers in which a person stays signed in. Each holds a secret of its own, of which only the
/// hash is stored, so one can be forgotten without the others.
@Service
public class RememberedSignIns {

    /// How long a browser that is not used stays remembered.
    static final Duration LIFE = Duration.ofDays(30);

    /// After which the password is asked for again, however often the browser is used: so long a
    /// stolen secret works at the most.
    static final Duration LIFE_MOST = Duration.ofDays(90);

    private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

    private final DSLContext database;
    private final Clock clock;

    RememberedSignIns(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A browser in which the person stays signed in.
    public record Remembered(UUID id, Instant since, Instant lastUsedAt) {}

    /// A person's own, the one used last first.
    @Transactional(readOnly = true)
    public List<Remembered> of(UserId actor) {
        return database.selectFrom(ACCOUNT_REMEMBER_ME)
                .where(
                        ACCOUNT_REMEMBER_ME.PERSON_ID.eq(actor.value()),
                        ACCOUNT_REMEMBER_ME.EXPIRES_AT.gt(OffsetDateTime.now(clock)))
                .orderBy(ACCOUNT_REMEMBER_ME.LAST_USED_AT.desc())
                .fetch(row ->
                        new Remembered(
                                row.getId(),
                                row.getCreatedAt().toInstant(),
                                row.getLastUsedAt().toInstant()));
    }

    /// @throws NotFoundException if the person is remembered in no such browser
    @Transactional
    public void forget(UUID id, UserId actor) {
        int forgotten =
                database.deleteFrom(ACCOUNT_REMEMBER_ME)
                        .where(
                                ACCOUNT_REMEMBER_ME.ID.eq(id),
                                ACCOUNT_REMEMBER_ME.PERSON_ID.eq(actor.value()))
                        .execute();
        if (forgotten == 0) {
            throw new NotFoundException("remembered sign-in");
        }
    }

    @Transactional
    SecretLink remember(UserId person) {
        var secret = SecretLink.create();
        var now = OffsetDateTime.now(clock);
        database.deleteFrom(ACCOUNT_REMEMBER_ME)
                .where(
                        ACCOUNT_REMEMBER_ME
                                .EXPIRES_AT
                                .le(now)
                                .or(ACCOUNT_REMEMBER_ME.CREATED_AT.le(now.minus(LIFE_MOST))))
                .execute();
        database.insertInto(ACCOUNT_REMEMBER_ME)
                .set(ACCOUNT_REMEMBER_ME.ID, TimeOrderedIds.next())
                .set(ACCOUNT_REMEMBER_ME.PERSON_ID, person.value())
                .set(ACCOUNT_REMEMBER_ME.HASH, secret.hash())
                .set(ACCOUNT_REMEMBER_ME.CREATED_AT, now)
                .set(ACCOUNT_REMEMBER_ME.LAST_USED_AT, now)
                .set(ACCOUNT_REMEMBER_ME.EXPIRES_AT, now.plus(LIFE))
                .execute();
        return secret;
    }

    /// The login of whoever is remembered in the browser that holds the secret.
    @Transactional
    Optional<String> find(SecretLink secret) {
        var now = OffsetDateTime.now(clock);
        return database.select(ACCOUNT_PERSON.LOGIN, ACCOUNT_REMEMBER_ME.LAST_USED_AT)
                .from(ACCOUNT_REMEMBER_ME)
                .join(ACCOUNT_PERSON)
                .on(ACCOUNT_PERSON.ID.eq(ACCOUNT_REMEMBER_ME.PERSON_ID))
                .where(
                        ACCOUNT_REMEMBER_ME.HASH.eq(secret.hash()),
                        ACCOUNT_REMEMBER_ME.EXPIRES_AT.gt(now),
                        ACCOUNT_REMEMBER_ME.CREATED_AT.gt(now.minus(LIFE_MOST)))
                .fetchOptional()
                .map(row -> {
                    if (row.value2().plus(USE_NOTED_EVERY).isBefore(now)) {
                        noteUse(secret, now);
                    }
                    return row.value1();
                });
    }

    @Transactional
    void forget(SecretLink secret) {
        database.deleteFrom(ACCOUNT_REMEMBER_ME)
                .where(ACCOUNT_REMEMBER_ME.HASH.eq(secret.hash()))
                .execute();
    }

    @Transactional
    void forgetAll(UserId person) {
        database.deleteFrom(ACCOUNT_REMEMBER_ME)
                .where(ACCOUNT_REMEMBER_ME.PERSON_ID.eq(person.value()))
                .execute();
    }

    private void noteUse(SecretLink secret, OffsetDateTime now) {
        database.update(ACCOUNT_REMEMBER_ME)
                .set(ACCOUNT_REMEMBER_ME.LAST_USED_AT, now)
                .set(ACCOUNT_REMEMBER_ME.EXPIRES_AT, now.plus(LIFE))
                .where(ACCOUNT_REMEMBER_ME.HASH.eq(secret.hash()))
                .execute();
    }
}
