package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;
import static org.bargardan.account.internal.schema.Tables.ACCOUNT_TOKEN;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.bargardan.account.internal.schema.tables.records.AccountTokenRecord;
import org.bargardan.base.NotFoundException;
import org.bargardan.base.SecretLink;
import org.bargardan.base.TimeOrderedIds;
import org.bargardan.base.VisibleText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Personal access tokens, by which a person's programs work in the person's name. Only hashes are
/// stored, each token ends by itself, and its owner may revoke it at any time.
@Service
public class Tokens {

    /// How long a token works unless its owner says otherwise.
    public static final Duration LIFE = Duration.ofDays(90);

    /// The longest a token may work.
    public static final Duration LIFE_MOST = Duration.ofDays(366);

    /// Longest name, in code points.
    public static final int NAME_MOST = 60;

    /// The most tokens a person may hold at once.
    public static final int MOST = 50;

    /// By which people and secret scanners know what they are looking at.
    static final String PREFIX = "bargardan_";

    /// Noting every use would be a write for every read.
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final DSLContext database;
    private final AuditLog audit;
    private final Clock clock;

    Tokens(DSLContext database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// A token that was just made.
    ///
    /// @param secret what the program sends; never to be had again
    public record NewToken(Token token, String secret) {

        /// Keeps the secret out of logs.
        @Override
        public String toString() {
            return "NewToken[" + token.id() + "]";
        }
    }

    /// @throws IllegalArgumentException if the name is blank, too long or holds hidden signs, or
    ///   the life is not between nothing and [#LIFE_MOST]
    /// @throws IllegalStateException if the person holds [#MOST] tokens already
    @Transactional
    public NewToken create(String name, TokenScope scope, Duration life, UserId actor) {
        var stripped = name.strip();
        if (!VisibleText.isOneLine(stripped, NAME_MOST)) {
            throw new IllegalArgumentException("token name of length " + name.length());
        }
        if (!life.isPositive() || life.compareTo(LIFE_MOST) > 0) {
            throw new IllegalArgumentException("token life of " + life);
        }
        if (of(actor).size() >= MOST) {
            throw new IllegalStateException("more than " + MOST + " tokens");
        }
        var secret = PREFIX + SecretLink.create().text();
        var now = OffsetDateTime.now(clock);
        var row = database.newRecord(ACCOUNT_TOKEN);
        row.setId(TimeOrderedIds.next());
        row.setPersonId(actor.value());
        row.setName(stripped);
        row.setHash(hash(secret));
        row.setScope(scope.key());
        row.setCreatedAt(now);
        row.setExpiresAt(now.plus(life));
        row.insert();
        audit.add(AuditAction.TOKEN_MADE, actor, "token:" + row.getId(), "scope=" + scope.key());
        return new NewToken(token(row), secret);
    }

    /// A person's own tokens that still work, newest first.
    @Transactional(readOnly = true)
    public List<Token> of(UserId actor) {
        return database.selectFrom(ACCOUNT_TOKEN)
                .where(ACCOUNT_TOKEN.PERSON_ID.eq(actor.value()), live())
                .orderBy(ACCOUNT_TOKEN.ID.desc())
                .fetch(Tokens::token);
    }

    /// @throws NotFoundException if the person has no such token
    @Transactional
    public void revoke(TokenId id, UserId actor) {
        int revoked =
                database.update(ACCOUNT_TOKEN)
                        .set(ACCOUNT_TOKEN.REVOKED_AT, OffsetDateTime.now(clock))
                        .where(
                                ACCOUNT_TOKEN.ID.eq(id.value()),
                                ACCOUNT_TOKEN.PERSON_ID.eq(actor.value()),
                                ACCOUNT_TOKEN.REVOKED_AT.isNull())
                        .execute();
        if (revoked == 0) {
            throw new NotFoundException("token");
        }
        audit.add(AuditAction.TOKEN_REVOKED, actor, "token:" + id.value(), "");
    }

    /// Who stands behind a token.
    public record Holder(UserId person, String login, TokenScope scope) {}

    /// For signing programs in; empty if the token is unknown, revoked or too old, or its person
    /// may not work here.
    @Transactional
    public Optional<Holder> holder(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return database.select(ACCOUNT_TOKEN.fields())
                .select(ACCOUNT_PERSON.LOGIN)
                .from(ACCOUNT_TOKEN)
                .join(ACCOUNT_PERSON)
                .on(ACCOUNT_PERSON.ID.eq(ACCOUNT_TOKEN.PERSON_ID))
                .where(
                        ACCOUNT_TOKEN.HASH.eq(hash(secret)),
                        live(),
                        ACCOUNT_PERSON.STATE.eq(PersonState.ACTIVE.key()))
                .fetchOptional()
                .map(row -> {
                    noteUse(row.into(ACCOUNT_TOKEN));
                    return new Holder(
                            new UserId(row.get(ACCOUNT_TOKEN.PERSON_ID)),
                            row.get(ACCOUNT_PERSON.LOGIN),
                            TokenScope.of(row.get(ACCOUNT_TOKEN.SCOPE)));
                });
    }

    /// All tokens of a person, when their password changes or they leave.
    @Transactional
    void revokeAll(UserId person) {
        database.update(ACCOUNT_TOKEN)
                .set(ACCOUNT_TOKEN.REVOKED_AT, OffsetDateTime.now(clock))
                .where(
                        ACCOUNT_TOKEN.PERSON_ID.eq(person.value()),
                        ACCOUNT_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    private void noteUse(AccountTokenRecord token) {
        var now = OffsetDateTime.now(clock);
        var last = token.getLastUsedAt();
        if (last == null || last.plus(USE_NOTED_EVERY).isBefore(now)) {
            database.update(ACCOUNT_TOKEN)
                    .set(ACCOUNT_TOKEN.LAST_USED_AT, now)
                    .where(ACCOUNT_TOKEN.ID.eq(token.getId()))
                    .execute();
        }
    }

    private Condition live() {
        return ACCOUNT_TOKEN
                .REVOKED_AT
                .isNull()
                .and(ACCOUNT_TOKEN.EXPIRES_AT.gt(OffsetDateTime.now(clock)));
    }

    private static byte[] hash(String secret) {
        return new SecretLink(secret).hash();
    }

    private static Token token(AccountTokenRecord row) {
        var used = row.getLastUsedAt();
        return new Token(
                new TokenId(row.getId()),
                row.getName(),
                TokenScope.of(row.getScope()),
                row.getCreatedAt().toInstant(),
                row.getExpiresAt().toInstant(),
                used == null ? null : used.toInstant());
    }
}
