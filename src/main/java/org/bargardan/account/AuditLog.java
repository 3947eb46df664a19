package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_AUDIT_ENTRY;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.bargardan.base.TimeOrderedIds;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was done on this site that its administrators must be able to look up. Entries are only
/// added; they hold ids, keys and numbers, never texts or secrets.
@Service
public class AuditLog {

    /// How long it is known from where somebody signed in.
    public static final Duration ADDRESS_LIFE = Duration.ofDays(30);

    /// The most entries a page holds.
    public static final int PAGE = 200;

    private final DSLContext database;
    private final Clock clock;

    AuditLog(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the caller's transaction, so that what did not happen is not told.
    ///
    /// @param subject what it was done to, as `kind:id`, or empty
    /// @param detail keys and numbers only
    @Transactional
    public void add(AuditAction action, UserId actor, String subject, String detail) {
        insert(action, actor, subject, detail, null);
    }

    /// For what the house does by itself.
    @Transactional
    public void add(AuditAction action, String subject, String detail) {
        insert(action, null, subject, detail, null);
    }

    @Transactional
    void add(AuditAction action, @Nullable UserId actor, @Nullable String address) {
        insert(action, actor, "", "", address);
    }

    @Transactional(readOnly = true)
    List<AuditEntry> page(@Nullable UUID before) {
        return page(before, null);
    }

    /// The newest entries first.
    ///
    /// @param before only entries older than this one; null for the newest page
    /// @param only entries of this action; null for all
    @Transactional(readOnly = true)
    List<AuditEntry> page(@Nullable UUID before, @Nullable AuditAction only) {
        return database.selectFrom(ACCOUNT_AUDIT_ENTRY)
                .where(
                        before == null ? noCondition() : ACCOUNT_AUDIT_ENTRY.ID.lt(before),
                        only == null ? noCondition() : ACCOUNT_AUDIT_ENTRY.ACTION.eq(only.key()))
                .orderBy(ACCOUNT_AUDIT_ENTRY.ID.desc())
                .limit(PAGE)
                .fetch(row ->
                        new AuditEntry(
                                row.getId(),
                                row.getAt().toInstant(),
                                row.getActor() == null ? null : new UserId(row.getActor()),
                                AuditAction.of(row.getAction()),
                                row.getSubject(),
                                row.getDetail(),
                                row.getAddress()));
    }

    /// Cuts the addresses that have been known long enough.
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    @Transactional
    int cutAddresses() {
        return database.update(ACCOUNT_AUDIT_ENTRY)
                .setNull(ACCOUNT_AUDIT_ENTRY.ADDRESS)
                .where(
                        ACCOUNT_AUDIT_ENTRY.ADDRESS.isNotNull(),
                        ACCOUNT_AUDIT_ENTRY.AT.lt(OffsetDateTime.now(clock).minus(ADDRESS_LIFE)))
                .execute();
    }

    private void insert(
            AuditAction action,
            @Nullable UserId actor,
            String subject,
            String detail,
            @Nullable String address) {
        database.insertInto(ACCOUNT_AUDIT_ENTRY)
                .set(ACCOUNT_AUDIT_ENTRY.ID, TimeOrderedIds.next())
                .set(ACCOUNT_AUDIT_ENTRY.AT, OffsetDateTime.now(clock))
                .set(ACCOUNT_AUDIT_ENTRY.ACTOR, actor == null ? null : actor.value())
                .set(ACCOUNT_AUDIT_ENTRY.ACTION, action.key())
                .set(ACCOUNT_AUDIT_ENTRY.SUBJECT, subject)
                .set(ACCOUNT_AUDIT_ENTRY.DETAIL, detail)
                .set(ACCOUNT_AUDIT_ENTRY.ADDRESS, address)
                .execute();
    }
}
