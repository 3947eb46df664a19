package org.bargardan.account;

import static org.bargardan.account.internal.schema.Tables.ACCOUNT_PERSON;

import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends everything by which a person is signed in anywhere: sessions, remembered browsers, tokens.
@Component
class SignIns {

    private final DSLContext database;
    private final RememberedSignIns remembered;
    private final Tokens tokens;
    private final ApplicationEventPublisher events;

    SignIns(
            DSLContext database,
            RememberedSignIns remembered,
            Tokens tokens,
            ApplicationEventPublisher events) {
        this.database = database;
        this.remembered = remembered;
        this.tokens = tokens;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void endAll(UserId person) {
        database.update(ACCOUNT_PERSON)
                .set(ACCOUNT_PERSON.EPOCH, ACCOUNT_PERSON.EPOCH.plus(1))
                .where(ACCOUNT_PERSON.ID.eq(person.value()))
                .execute();
        remembered.forgetAll(person);
        tokens.revokeAll(person);
        events.publishEvent(new SignedOut(person));
    }
}
