package org.bargardan.account;

import org.bargardan.base.Actor;
import org.bargardan.base.SiteRoles;
import org.springframework.stereotype.Component;

/// Answers the modules below who runs this site.
@Component
class KnownSiteRoles implements SiteRoles {

    private final Users users;

    KnownSiteRoles(Users users) {
        this.users = users;
    }

    @Override
    public boolean isAdministrator(Actor actor) {
        return users.find(new UserId(actor.value()))
                .filter(person -> person.active() && person.siteRole() == SiteRole.ADMINISTRATOR)
                .isPresent();
    }
}
