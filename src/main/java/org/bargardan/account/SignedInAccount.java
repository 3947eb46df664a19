package org.bargardan.account;

import java.util.List;
import org.bargardan.account.internal.schema.tables.records.AccountPersonRecord;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/// Whose session it is, as Spring Security keeps it.
public final class SignedInAccount extends User {

    private static final long serialVersionUID = 1;

    private final UserId person;
    private final long epoch;

    SignedInAccount(AccountPersonRecord row) {
        super(
                row.getLogin(),
                row.getPasswordHash(),
                row.getState().equals(PersonState.ACTIVE.key()),
                true,
                true,
                true,
                List.of(
                        new SimpleGrantedAuthority(
                                "ROLE_" + SiteRole.of(row.getSiteRole()).name())));
        person = new UserId(row.getId());
        epoch = row.getEpoch();
    }

    public UserId person() {
        return person;
    }

    /// A sign-in counts only while the person's epoch is still this one.
    long epoch() {
        return epoch;
    }
}
