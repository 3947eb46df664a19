package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;

import org.bargardan.account.internal.schema.tables.records.AccountPersonRecord;
import org.jooq.DSLContext;

/// Keeps a site from being left without anybody who may run it.
final class Administrators {

    private Administrators() {}

    /// Whether the person is the only active administrator. Two who stop at once wait for each
    /// other: every active administrator is locked.
    static boolean isLast(DSLContext database, AccountPersonRecord person) {
        var all =
                database.select(ACCOUNT_PERSON.ID)
                        .from(ACCOUNT_PERSON)
                        .where(
                                ACCOUNT_PERSON.SITE_ROLE.eq(SiteRole.ADMINISTRATOR.key()),
                                ACCOUNT_PERSON.STATE.eq(PersonState.ACTIVE.key()))
                        .orderBy(ACCOUNT_PERSON.ID)
                        .forUpdate()
                        .fetch(row -> row.value1());
        return all.size() == 1 && all.contains(person.getId());
    }
}
